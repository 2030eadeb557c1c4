/// Which of the towns of a name is meant, if that is sure.
struct TownChoice {
  /// The towns of the name, the largest first; where a far larger town is also called so, it stands behind them.
  let order: [NameIndex.Entry]
  /// Whether the first is meant.
  let isSure: Bool

  /// How many times as large a town must be to be taken rather than asked about.
  private static let margin = 10
  /// How many people are taken to live in another town of the name whose population is not known: they are seats of small
  /// administrations.
  private static let unknownPopulation = 1000
  /// Below this a town is so small that any far larger one may be meant; above, only one of a million.
  static let small = 15_000

  /// Chooses among the towns whose name it is (one at least) and those that other languages call so.
  ///
  /// - Parameters:
  ///   - typed: the name as it was typed.
  ///   - isQualified: whether a region or country was given.
  init(
    among called: [NameIndex.Entry], others: [NameIndex.Entry], typed: String?, isQualified: Bool, table: GazetteerTable
  ) {
    let exact = typed.map { Self.exact(called, typed: $0, table: table) } ?? called
    let names = NameSearch(table: table).sorted(exact)
    let best = names[0]
    let people = table.population(best.town)
    let stands = names.dropFirst().allSatisfy { other in
      // Part of a name yields to the name of a larger town.
      if best.kind > .part, other.kind == .part, people > 0 { return true }
      let population = table.population(other.town)
      // Spelt as the larger town spells itself: `St. Louis` is not Saint-Louis, but `Saint Louis` may be either.
      if !best.isRespelt, other.isRespelt, people > population { return true }
      return people >= Self.margin * (population == 0 ? Self.unknownPopulation : population)
    }
    // An accented letter that the town's name has, too, settles it.
    let isExact = typed.map { Self.isExact(best, typed: $0, table: table) } ?? false
    let larger = others.filter { other in
      let population = table.population(other.town)
      return !isExact && population >= Self.margin * max(people, 1)
        && (people < Self.small || population >= 1_000_000)
    }
    order = names + NameSearch(table: table).sorted(larger)
    // The name of a region or a country alone hardly means a town elsewhere, and two or three letters are rather a code than
    // the beginning of a name: `usa` is hardly Usa River.
    let isShortPart = best.kind == .part && (typed?.count ?? .max) < 4
    isSure = stands && larger.isEmpty && ((best.kind != .shared && !isShortPart) || isQualified)
  }

  /// The towns without those that are spelt otherwise than was typed, where letters beyond ASCII tell: `Åre` is not `Are`.
  private static func exact(
    _ entries: [NameIndex.Entry], typed: String, table: GazetteerTable
  ) -> [NameIndex.Entry] {
    guard entries.contains(where: { isExact($0, typed: typed, table: table) }) else { return entries }
    return entries.filter { !$0.kind.isMain || isExact($0, typed: typed, table: table) }
  }

  private static func isExact(_ entry: NameIndex.Entry, typed: String, table: GazetteerTable) -> Bool {
    guard entry.kind.isMain, !typed.utf8.allSatisfy({ $0 < 0x80 }) else { return false }
    return table.name(entry.town).lowercased() == typed.lowercased()
  }
}
