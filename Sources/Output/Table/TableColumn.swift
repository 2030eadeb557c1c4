/// A column of a table.
struct TableColumn {
  /// What stands above it.
  var title: String
  /// Where its texts stand.
  var alignment: TextAlignment
  /// Its cells, one a row.
  var cells: [TableCell]
  /// How many columns of the terminal it takes.
  var width: Int

  /// A column as wide as the widest of its texts.
  init(_ title: String, _ cells: [TableCell], _ alignment: TextAlignment = .right) {
    self.title = title
    self.alignment = alignment
    self.cells = cells
    width = cells.reduce(DisplayWidth.of(title)) { max($0, DisplayWidth.of($1.text)) }
  }

  /// The title in the column's width.
  func head(isUnicode: Bool) -> String {
    DisplayWidth.fitted(title, to: width, alignment, isUnicode: isUnicode)
  }

  /// A cell in the column's width and in its colour.
  func text(_ row: Int, _ ink: Ink, isUnicode: Bool) -> String {
    let cell = cells[row]
    return cell.paint(ink, DisplayWidth.fitted(cell.text, to: width, alignment, isUnicode: isUnicode))
  }
}
