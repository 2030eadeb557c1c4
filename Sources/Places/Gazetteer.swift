public import Weather

/// Towns by name and by place: those of GeoNames with 15,000 inhabitants or more, inside the program.
///
/// Nothing is read before it is asked for, and a question reads a few pages of the table.
public struct Gazetteer: Sendable {
  /// What GeoNames' licence (CC BY 4.0) asks to be said.
  public static let attribution =
    "Town names, coordinates and time zones: GeoNames (https://www.geonames.org), CC BY 4.0 "
    + "(https://creativecommons.org/licenses/by/4.0/), folded and indexed by weatherterm"

  private let table = GazetteerTable()
  private var index: NameIndex { NameIndex(table: table) }

  /// The gazetteer of the program.
  public init() {}

  /// The town that a text means: a name in any language, with a region or a country behind it where wanted
  /// (`Springfield, IL, US`).
  ///
  /// Accents, case, punctuation and blanks do not matter. Main names come before names in other languages. A town is
  /// taken only where it is the one of its name or at least ten times as large as any other; one whose main name it is
  /// yields to none but a town ten times its size that is called so as well.
  public func search(_ text: String) -> PlaceMatch {
    let folding = NameFolding(table: table)
    let readings = PlaceReading.readings(of: text, folding: folding)
    var elsewhere: [NameIndex.Entry] = []
    for reading in readings {
      let named = index.entries(named: reading.name)
      let found = named.filter { entry in reading.qualifiers.allSatisfy { table.town(entry.town, liesIn: $0) } }
      if !found.isEmpty { return match(among: found) }
      if elsewhere.isEmpty { elsewhere = named }
    }
    // The name is known, but not in that region or country: that is what was meant, rather than another spelling.
    let nearest = elsewhere.isEmpty ? readings.first.map { similar(to: $0.name, count: 5) } ?? [] : sorted(elsewhere)
    return .none(nearest: nearest.prefix(5).map { table.town($0.town) })
  }

  /// The towns with the names nearest to a text, the nearest first.
  public func suggestions(for text: String, count: Int = 5) -> [Town] {
    similar(to: NameFolding(table: table).folded(text), count: count).map { table.town($0.town) }
  }

  /// The towns nearest to a point, the nearest first.
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

  private func match(among found: [NameIndex.Entry]) -> PlaceMatch {
    let order = sorted(found)
    let mains = order.prefix { $0.isMain }
    let rivals = mains.isEmpty ? order[...] : mains
    let best = table.population(order[0].town)
    let isLargest = rivals.dropFirst().allSatisfy { best > 0 && best >= 10 * table.population($0.town) }
    let isDwarfed = order[rivals.endIndex...].contains { table.population($0.town) >= 10 * max(best, 1) }
    return isLargest && !isDwarfed ? .one(table.town(order[0].town)) : .several(order.map { table.town($0.town) })
  }

  /// Main names first, then the larger towns.
  private func sorted(_ entries: [NameIndex.Entry]) -> [NameIndex.Entry] {
    entries.sorted { ($0.isMain ? 1 : 0, table.population($0.town)) > ($1.isMain ? 1 : 0, table.population($1.town)) }
  }

  private func similar(to name: [UInt8], count: Int) -> [NameIndex.Entry] {
    var seen: Set<Int> = []
    return Array(
      index.entries(near: name)
        .sorted {
          ($0.distance, $0.entry.isMain ? 0 : 1, -table.population($0.entry.town))
            < ($1.distance, $1.entry.isMain ? 0 : 1, -table.population($1.entry.town))
        }
        .map(\.entry).filter { seen.insert($0.town).inserted }.prefix(count))
  }
}
