/// What stands in one row of one column.
struct TableCell {
  /// The text, without colour.
  var text: String
  /// Its colour, put on when it has been brought to its column's width.
  var paint: (Ink, String) -> String

  /// A text in a colour; plain if none is given.
  init(_ text: String, paint: @escaping (Ink, String) -> String = { $1 }) {
    self.text = text
    self.paint = paint
  }
}
