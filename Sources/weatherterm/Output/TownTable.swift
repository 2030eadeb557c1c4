import Places
import Weather

/// Towns as a table: what tells them apart, and what to type for each.
enum TownTable {
  /// How many towns are shown at most.
  private static let limit = 20

  /// The table's lines; where there are more towns than are shown, the last line says so.
  static func lines(_ towns: [Town], _ gazetteer: Gazetteer = Gazetteer()) -> [String] {
    guard !towns.isEmpty else { return [] }
    let head = ["NAME", "REGION", "COUNTRY", "PEOPLE", "COORDINATES", "TYPE"]
    let rows = towns.prefix(limit).map { town in
      [
        town.name, town.region ?? "-", town.country, String(town.population), town.coordinates.text,
        "-a \"\(gazetteer.spelling(of: town))\"",
      ]
    }
    let more = towns.count - limit
    return TextTable.lines([head] + rows)
      + (more > 0 ? ["and \(more) more: add a region or a country to the name"] : [])
  }
}
