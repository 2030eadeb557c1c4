/// A column of a table.
struct TableColumn {
  var title: String
  private let alignment: TextAlignment
  private let texts: [String]
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

  mutating func fit() { width = texts.reduce(DisplayWidth.of(title)) { max($0, DisplayWidth.of($1)) } }

  func head(isUnicode: Bool) -> String {
    DisplayWidth.fitted(title, to: width, alignment, isUnicode: isUnicode)
  }

  func text(_ row: Int, _ style: ANSIStyle, isUnicode: Bool) -> String {
    paint(rows[row], style, DisplayWidth.fitted(texts[row], to: width, alignment, isUnicode: isUnicode))
  }
}
