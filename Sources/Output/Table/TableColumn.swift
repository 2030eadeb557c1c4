/// A column of a table.
struct TableColumn {
  /// What stands above it.
  var title: String
  /// Where its texts stand.
  var alignment: TextAlignment
  /// Its texts without colour, one a row.
  let texts: [String]
  /// How many columns of the terminal it takes.
  var width = 0

  private let rows: [ReportRow]
  /// Puts a row's colour on a text that has been brought to the column's width.
  private let paint: (ReportRow, ANSIStyle, String) -> String

  /// A column as wide as the widest of its texts; without colour if none is given.
  init(
    _ title: String, _ rows: [ReportRow], _ alignment: TextAlignment = .right, text: (ReportRow) -> String,
    paint: @escaping (ReportRow, ANSIStyle, String) -> String = { $2 }
  ) {
    (self.title, self.alignment, self.rows, self.paint) = (title, alignment, rows, paint)
    texts = rows.map(text)
    fit()
  }

  /// Makes it as wide as the widest of its texts.
  mutating func fit() { width = texts.reduce(DisplayWidth.of(title)) { max($0, DisplayWidth.of($1)) } }

  /// The title in the column's width.
  func head(isUnicode: Bool) -> String {
    DisplayWidth.fitted(title, to: width, alignment, isUnicode: isUnicode)
  }

  /// A row's text in the column's width and in its colour.
  func text(_ row: Int, _ style: ANSIStyle, isUnicode: Bool) -> String {
    paint(rows[row], style, DisplayWidth.fitted(texts[row], to: width, alignment, isUnicode: isUnicode))
  }
}
