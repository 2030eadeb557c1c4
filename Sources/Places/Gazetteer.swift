public import Weather

/// Town lookup by name and by coordinates in a built-in table: all GeoNames towns with at least 500 inhabitants.
///
/// The table is memory-mapped with the program; a lookup touches only a few pages of it.
public struct Gazetteer: Sendable {
  /// The attribution required by GeoNames' licence (CC BY 4.0).
  public static let attribution =
    "Town names, coordinates and time zones: GeoNames (https://www.geonames.org), CC BY 4.0 "
    + "(https://creativecommons.org/licenses/by/4.0/), folded and indexed by weatherterm"

  private let table = GazetteerTable()
  private var names: NameSearch { NameSearch(table: table) }

  /// Opens the built-in gazetteer.
  public init() {}

  /// Finds a town by its main name or a name in a language of its country, optionally followed by a region or country
  /// (`Springfield, IL, US`).
  ///
  /// Accents, case, punctuation and blanks are ignored, and abbreviations (`St`, `Mt`) are expanded. A town is chosen
  /// only if it is the only one of that name, or at least ten times as large as any other. Names in other languages,
  /// and codes, find a town only if a region or country leaves a single one.
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

  /// All towns with a name, largest first: the candidates of ``search(_:)``.
  public func towns(named text: String) -> [Town] {
    let match = search(text)
    guard case .one = match else { return match.towns }
    for reading in PlaceReading.readings(of: text, folding: NameFolding(table: table)) {
      let called = names.entries(of: reading).filter { $0.kind.isName }
      if !called.isEmpty { return towns(names.sorted(called)) }
    }
    return match.towns
  }

  /// True if a text names a town by its main name or the beginning of it, and not by another of its names.
  public func isMainName(of town: Town, in text: String) -> Bool {
    let folding = NameFolding(table: table)
    let main = folding.folded(town.name)
    return PlaceReading.readings(of: text, folding: folding).contains { reading in
      ShortForms.spellings(of: reading.name).contains { main.starts(with: $0) }
    }
  }

  /// The towns nearest to a point, nearest first; only towns with at least 15,000 inhabitants, and capitals.
  public func nearest(to point: Coordinates, count: Int) -> [NearbyTown] {
    TownGrid(table: table).nearest(to: point, count: count).map {
      NearbyTown(town: table.town($0.town), kilometers: $0.kilometers)
    }
  }

  /// A query that finds exactly this town: its name, with region and country if necessary; its coordinates if these do
  /// not suffice.
  public func spelling(of town: Town) -> String {
    let spellings = [
      [town.name], [town.name, town.region], [town.name, town.countryCode], [town.name, town.region, town.countryCode],
    ]
    .filter { !$0.contains(nil) }.map { $0.compactMap { $0 }.joined(separator: ", ") }
    return spellings.first { search($0) == .one(town) } ?? town.coordinates.text
  }

  /// True for a text that may be a code of an airport, state or country. The table has only a few codes, so a town with
  /// that name need not be what was meant.
  private static func mayBeCode(_ text: String) -> Bool {
    (2...3).contains(text.utf8.count) && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }

  /// Trims blanks and commas.
  private static func bare(_ text: String) -> String {
    let isMargin = { (character: Character) in character.isWhitespace || character == "," }
    return String(text.drop(while: isMargin).reversed().drop(while: isMargin).reversed())
  }

  /// Suggestions if no town was found. If the name is known but not in the given region or country, these are the towns
  /// of that name elsewhere; without a comma (`San Fran`), similar spellings come first.
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
