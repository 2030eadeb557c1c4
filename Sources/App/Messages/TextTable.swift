import Basics
import Places
import Weather

/// Rows of cells in columns as wide as their widest cell, two blanks between them.
enum TextTable {
  /// The rows as lines, without the line ends.
  static func lines(_ rows: [[String]]) -> [String] {
    let columns = rows.map { $0.count }.max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      let last = row.count - 1
      return row.enumerated().map { $0 == last ? $1 : padded($1, widths[$0]) }.joined(separator: "  ")
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
  /// How many towns are shown at most.
  private static let limit = 20

  /// The table's lines; where there are more towns than are shown, the last line says so.
  ///
  /// - Parameter name: what was typed; a town whose main name is another is told with it, so that nobody wonders.
  static func lines(_ towns: [Town], named name: String? = nil) -> [String] {
    guard !towns.isEmpty else { return [] }
    let gazetteer = Gazetteer()
    // What stands behind a comma is not the town's name.
    let called = name.flatMap { $0.split(separator: ",").first }.map { PlainText.of($0.trimmingSpaces) }
    let head = ["NAME", "REGION", "COUNTRY", "PEOPLE", "COORDINATES", "TYPE"]
    let rows = towns.prefix(limit).map { town in
      [
        gazetteer.label(town, called, in: name), town.region ?? "-", town.country, String(town.population),
        town.coordinates.text, "-a \"\(gazetteer.spelling(of: town))\"",
      ]
    }
    let more = towns.count - limit
    return TextTable.lines([head] + rows)
      + (more > 0 ? ["and \(more) more: add a region or a country to the name"] : [])
  }
}

extension Gazetteer {
  /// A town's name, and why it is among towns of another.
  fileprivate func label(_ town: Town, _ called: String?, in typed: String?) -> String {
    guard let called, let typed, !isMainName(of: town, in: typed) else { return town.name }
    return "\(town.name) (also called \(called))"
  }
}
