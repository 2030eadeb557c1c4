/// A line of a chart under construction: labels at given columns, as far as there is room.
struct ChartLine {
  let width: Int
  /// The styled text that starts in each column; nil inside a wider label.
  private var columns: [String?]
  private var isTaken: [Bool]

  init(width: Int) {
    self.width = width
    columns = Array(repeating: " ", count: width)
    isTaken = Array(repeating: false, count: width)
  }

  /// Centres a text at a column, moved in from the edges; skips it if there is no room, or no gap to its neighbours.
  mutating func put(
    _ text: String, around column: Int, spaced: Bool = true, paint: (String) -> String = { $0 }
  ) {
    let length = DisplayWidth.of(text)
    guard length > 0, length <= width else { return }
    let start = min(max(0, column - length / 2), width - length)
    let margin = spaced ? 1 : 0
    let range = max(0, start - margin)..<min(width, start + length + margin)
    guard !range.contains(where: { isTaken[$0] }) else { return }
    columns[start] = paint(text)
    for column in start + 1..<start + length { columns[column] = nil }
    for column in start..<start + length { isTaken[column] = true }
  }

  var text: String {
    let last = isTaken.lastIndex(of: true).map { $0 + 1 } ?? 0
    return columns[..<last].map { $0 ?? "" }.joined()
  }
}

/// A grid of dots; a terminal cell holds two by four of them (braille), or one.
struct DotCanvas {
  let columns: Int
  let width: Int
  let height: Int
  /// True to draw braille patterns, false to draw one plain character for any dot.
  let isUnicode: Bool
  private var cells: [UInt8]

  init(columns: Int, rows: Int, isUnicode: Bool) {
    (self.columns, width, height, self.isUnicode) = (columns, columns * 2, rows * 4, isUnicode)
    cells = Array(repeating: 0, count: columns * rows)
  }

  /// Sets a dot, counted from the upper left, if it is inside the grid.
  private mutating func set(_ x: Int, _ y: Int) {
    guard (0..<width).contains(x), (0..<height).contains(y) else { return }
    cells[y / 4 * columns + x / 2] |= Self.bits[y % 4][x % 2]
  }

  /// Draws a line between two dots.
  mutating func line(from start: (x: Int, y: Int), to end: (x: Int, y: Int)) {
    let (width, height) = (end.x - start.x, end.y - start.y)
    let steps = max(1, abs(width), abs(height))
    for step in 0...steps {
      func share(_ length: Int) -> Int { Int((Double(length * step) / Double(steps)).rounded()) }
      set(start.x + share(width), start.y + share(height))
    }
  }

  /// A cell's character; nil if it is blank.
  func sign(column: Int, row: Int) -> String? {
    let bits = cells[row * columns + column]
    if bits == 0 { return nil }
    return isUnicode ? Unicode.Scalar(0x2800 + UInt32(bits)).map { String($0) } : "*"
  }

  /// The bits of the dots in a braille pattern (Unicode, chapter 21.1): rows of two, from top to bottom.
  private static let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
}
