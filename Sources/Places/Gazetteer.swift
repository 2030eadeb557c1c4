public import Weather

/// Towns by name and by place: those of GeoNames with 500 inhabitants or more, inside the program.
///
/// Nothing is read before it is asked for, and a question reads a few pages of the table.
public struct Gazetteer: Sendable {
  /// The attribution that GeoNames' licence (CC BY 4.0) demands.
  public static let attribution =
    "Town names, coordinates and time zones: GeoNames (https://www.geonames.org), CC BY 4.0 "
    + "(https://creativecommons.org/licenses/by/4.0/), folded and indexed by weatherterm"

  private let table = GazetteerTable()
  private var names: NameSearch { NameSearch(table: table) }

  /// The gazetteer of the program.
  public init() {}

  /// The town that a text means: its main name, or its name in a language of its country, with a region or a country
  /// behind it where wanted (`Springfield, IL, US`).
  ///
  /// Accents, case, punctuation and blanks do not matter, nor do short forms (`St`, `Mt`). A town is taken only where it is
  /// the one of its name, or at least ten times as large as any other. Names in other languages and codes find a town only
  /// together with a region or a country that leaves one.
  public func search(_ text: String) -> PlaceMatch {
    let text = Self.bare(text)
    if Self.mayBeCode(text) { return .code(towns(names.towns(ofCode: text))) }
    let readings = PlaceReading.readings(of: text, folding: NameFolding(table: table))
    let found = readings.map { names.entries(of: $0) }
    for (reading, entries) in zip(readings, found) {
      let called = entries.filter { $0.kind.isName }
      if !called.isEmpty {
        let choice = TownChoice(
          among: called, others: entries.filter { $0.kind == .other }, typed: reading.typed,
          isQualified: !reading.qualifiers.isEmpty, table: table)
        return choice.isSure ? .one(table.town(choice.order[0].town)) : .several(towns(choice.order))
      }
    }
    for (reading, entries) in zip(readings, found) where !entries.isEmpty {
      if !reading.qualifiers.isEmpty, entries.count == 1 { return .one(table.town(entries[0].town)) }
      return .alsoCalled(towns(names.sorted(entries)))
    }
    return .none(nearest: towns(nearest(to: readings)))
  }

  /// All towns of a name, the largest first: those that ``search(_:)`` chooses among, or else asks about.
  public func towns(named text: String) -> [Town] {
    let match = search(text)
    guard case .one = match else { return match.towns }
    for reading in PlaceReading.readings(of: text, folding: NameFolding(table: table)) {
      let called = names.entries(of: reading).filter { $0.kind.isName }
      if !called.isEmpty { return towns(names.sorted(called)) }
    }
    return match.towns
  }

  /// Whether a town is called by its main name in a text, or by the beginning of it, rather than by another of its names.
  public func isMainName(of town: Town, in text: String) -> Bool {
    let folding = NameFolding(table: table)
    let main = folding.folded(town.name)
    return PlaceReading.readings(of: text, folding: folding).contains { reading in
      ShortForms.spellings(of: reading.name).contains { main.starts(with: $0) }
    }
  }

  /// The towns nearest to a point, the nearest first; none of less than 15,000 people but capitals.
  public func nearest(to point: Coordinates, count: Int) -> [NearbyTown] {
    TownGrid(table: table).nearest(to: point, count: count).map {
      NearbyTown(town: table.town($0.town), kilometers: $0.kilometers)
    }
  }

  /// What to type so that this town and no other is found: its name, with region and country where it needs them; its
  /// coordinates where they do not help.
  public func spelling(of town: Town) -> String {
    let spellings = [
      [town.name], [town.name, town.region], [town.name, town.countryCode], [town.name, town.region, town.countryCode],
    ]
    .filter { !$0.contains(nil) }.map { $0.compactMap { $0 }.joined(separator: ", ") }
    return spellings.first { search($0) == .one(town) } ?? town.coordinates.text
  }

  /// Whether a text has the form of a code: of an airport, a state, a country. Only few of them are in the table, and a
  /// town that happens to be called so need not be what was meant.
  private static func mayBeCode(_ text: String) -> Bool {
    (2...3).contains(text.utf8.count) && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }

  /// Without the blanks and commas around it.
  private static func bare(_ text: String) -> String {
    let isMargin = { (character: Character) in character.isWhitespace || character == "," }
    return String(text.drop(while: isMargin).reversed().drop(while: isMargin).reversed())
  }

  /// What may be meant where no town is found. Where the name is known and the region or country behind the comma is wrong,
  /// that is the towns elsewhere, rather than another spelling; without a comma (`San Fran`) the spelling comes first.
  private func nearest(to readings: [PlaceReading]) -> [NameIndex.Entry] {
    guard let first = readings.first else { return [] }
    let similar = names.similar(to: first.name, in: first.qualifiers, count: 5)
    if first.qualifiers.isEmpty, !similar.isEmpty { return similar }
    for reading in readings where !reading.qualifiers.isEmpty {
      var elsewhere = reading
      elsewhere.qualifiers = []
      let entries = names.entries(of: elsewhere).filter { $0.kind.isName }
      if !entries.isEmpty { return Array(names.sorted(entries).prefix(5)) }
    }
    return similar
  }

  private func towns(_ entries: [NameIndex.Entry]) -> [Town] { entries.map { table.town($0.town) } }
}
