import Basics
import Places
import Weather

/// A text table with columns as wide as their widest cell, separated by two blanks.
enum TextTable {
  /// The table's lines without line ends.
  static func lines(_ rows: [[String]]) -> [String] {
    let columns = rows.map { $0.count }.max() ?? 0
    let widths = (0..<columns).map { column in rows.compactMap { $0.dropFirst(column).first?.count }.max() ?? 0 }
    return rows.map { row in
      row.enumerated().map { $0 == row.count - 1 ? $1 : padded($1, widths[$0]) }.joined(separator: "  ")
    }
  }

  /// The table as one text.
  static func text(_ rows: [[String]]) -> String { lines(rows).map { $0 + "\n" }.joined() }

  /// A text padded with blanks.
  static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}

/// A table of towns: what distinguishes them, and what to type for each.
enum TownTable {
  /// The table's lines; the last line tells if there are more towns.
  ///
  /// - Parameter name: the text as typed; towns with another main name are marked as also called so.
  static func lines(_ towns: [Town], named name: String? = nil) -> [String] {
    guard !towns.isEmpty else { return [] }
    let gazetteer = Gazetteer()
    // Text after a comma is not part of the name.
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

/// Sizes for people.
enum ByteText {
  /// A number of bytes for people, in powers of ten.
  static func of(_ bytes: Int) -> String {
    switch bytes {
    case ..<1000: "\(bytes) B"
    case ..<1_000_000: "\((bytes + 500) / 1000) kB"
    default: "\((bytes + 50_000) / 100_000 / 10).\((bytes + 50_000) / 100_000 % 10) MB"
    }
  }
}
