import Basics
import Places
import Weather

/// Rows of cells in columns as wide as their widest cell, two blanks between them.
enum TextTable {
  /// The rows as lines, without the line ends.
  static func lines(_ rows: [[String]]) -> [String] {
    let columns = rows.map { $0.count }.max() ?? 0
    let widths = (0..<columns).map { column in rows.compactMap { $0.dropFirst(column).first?.count }.max() ?? 0 }
    return rows.map { row in
      row.enumerated().map { $0 == row.count - 1 ? $1 : padded($1, widths[$0]) }.joined(separator: "  ")
    }
  }

  /// The rows as one text.
  static func text(_ rows: [[String]]) -> String { lines(rows).map { $0 + "\n" }.joined() }

  /// A text with blanks behind it up to a width.
  static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}

/// Towns as a table: what tells them apart, and what to type for each.
enum TownTable {
  /// The table's lines; where there are more towns than are shown, the last line says so.
  ///
  /// - Parameter name: what was typed; a town whose main name is another is told with it, so that nobody wonders.
  static func lines(_ towns: [Town], named name: String? = nil) -> [String] {
    guard !towns.isEmpty else { return [] }
    let gazetteer = Gazetteer()
    // What stands behind a comma is not the town's name.
    let called = name.flatMap { $0.split(separator: ",").first }.map { PlainText.of($0.trimmingSpaces) } ?? ""
    let rows = towns.prefix(20).map { town in
      let isOther = name.map { !gazetteer.isMainName(of: town, in: $0) } ?? false
      return [
        town.name + (isOther ? " (also called \(called))" : ""), town.region ?? "-", town.country,
        String(town.population), town.coordinates.text, "-a \"\(gazetteer.spelling(of: town))\"",
      ]
    }
    return TextTable.lines([["NAME", "REGION", "COUNTRY", "PEOPLE", "COORDINATES", "TYPE"]] + rows)
      + (towns.count > 20 ? ["and \(towns.count - 20) more: add a region or a country to the name"] : [])
  }
}
