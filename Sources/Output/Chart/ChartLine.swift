/// A line of a chart under construction: labels put at columns of their own, as far as there is room.
struct ChartLine {
  /// The whole width.
  let width: Int
  /// What begins in each column: a text, or nothing where one that began before goes on.
  private var columns: [String?]
  /// How what begins in each column is coloured.
  private var paints: [(String) -> String]
  /// Which columns are taken.
  private var isTaken: [Bool]

  /// A blank line.
  init(width: Int) {
    self.width = width
    columns = Array(repeating: " ", count: width)
    paints = Array(repeating: { $0 }, count: width)
    isTaken = Array(repeating: false, count: width)
  }

  /// Puts a text so that its middle stands at a column, moved in from the edges; gives false, and leaves it out, where
  /// something stands already or nothing is left between.
  @discardableResult
  mutating func put(
    _ text: String, around column: Int, spaced: Bool = true, paint: @escaping (String) -> String = { $0 }
  ) -> Bool {
    let length = DisplayWidth.of(text)
    guard length > 0, length <= width else { return false }
    let start = min(max(0, column - length / 2), width - length)
    let margin = spaced ? 1 : 0
    let range = max(0, start - margin)..<min(width, start + length + margin)
    guard !range.contains(where: { isTaken[$0] }) else { return false }
    columns[start] = text
    paints[start] = paint
    for column in start + 1..<start + length { columns[column] = nil }
    for column in start..<start + length { isTaken[column] = true }
    return true
  }

  /// The line, less the blanks at its end.
  var text: String {
    var last = width
    while last > 0, columns[last - 1] == " " { last -= 1 }
    return (0..<last).map { index in
      columns[index].map { $0 == " " ? $0 : paints[index]($0) } ?? ""
    }.joined()
  }
}
