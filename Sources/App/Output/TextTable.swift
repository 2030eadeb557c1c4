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
