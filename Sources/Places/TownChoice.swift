/// Decides which of several towns with a name is meant, if that is clear.
struct TownChoice {
  /// The towns with that name, largest first, followed by much larger ones that have it in another language.
  let order: [NameIndex.Entry]
  /// True if the first one is meant.
  let isSure: Bool

  /// A town is chosen without asking if it is this many times as large as any other.
  private static let margin = 10
  /// Assumed population of another town whose population is unknown: usually the seat of a small administration.
  private static let unknownPopulation = 1000
  /// A town below this size is not chosen if there is any much larger candidate; above, only a city of a million
  /// prevents it.
  static let small = 15_000

  /// Chooses among towns with the name (at least one) and towns that have it in another language.
  ///
  /// - Parameters:
  /// - typed: the name as typed.
  /// - isQualified: true if a region or country was given.
  init(
    among called: [NameIndex.Entry], others: [NameIndex.Entry], typed: String?, isQualified: Bool, table: GazetteerTable
  ) {
    let exact = typed.map { Self.exact(called, typed: $0, table: table) } ?? called
    let names = NameSearch(table: table).sorted(exact)
    let best = names[0]
    let people = table.population(best.town)
    let stands = names.dropFirst().allSatisfy { other in
      // A partial name yields to the full name of a larger town.
      if best.kind > .part, other.kind == .part, people > 0 { return true }
      let population = table.population(other.town)
      // The exact spelling wins: `St. Louis` is not Saint-Louis, but `Saint Louis` may be either.
      if !best.isRespelt, other.isRespelt, people > population { return true }
      return people >= Self.margin * (population == 0 ? Self.unknownPopulation : population)
    }
    // A matching accented letter makes the choice certain.
    let isExact = typed.map { Self.isExact(best, typed: $0, table: table) } ?? false
    let larger = others.filter { other in
      let population = table.population(other.town)
      return !isExact && population >= Self.margin * max(people, 1)
        && (people < Self.small || population >= 1_000_000)
    }
    order = names + NameSearch(table: table).sorted(larger)
    // The bare name of a region or country hardly means a town elsewhere, and two or three letters are more likely a
    // code than a partial name: `usa` is hardly Usa River.
    let isShortPart = best.kind == .part && (typed?.count ?? .max) < 4
    isSure = stands && larger.isEmpty && ((best.kind != .shared && !isShortPart) || isQualified)
  }

  /// Removes towns spelt differently if non-ASCII letters show it: `Åre` is not `Are`.
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
