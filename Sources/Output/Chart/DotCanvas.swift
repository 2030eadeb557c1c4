/// A grid of dots, of which a terminal's cell holds two by four (braille) or one.
struct DotCanvas {
  /// The size in cells.
  let columns: Int
  let rows: Int
  /// Whether cells are written in braille, or with a plain sign that stands for any dot.
  let isUnicode: Bool
  private var cells: [UInt8]

  /// A blank canvas.
  init(columns: Int, rows: Int, isUnicode: Bool) {
    self.columns = columns
    self.rows = rows
    self.isUnicode = isUnicode
    cells = Array(repeating: 0, count: columns * rows)
  }

  /// The size in dots.
  var width: Int { columns * 2 }
  var height: Int { rows * 4 }

  /// Sets a dot, counted from the upper left; outside there is nothing to set.
  mutating func set(_ x: Int, _ y: Int) {
    guard (0..<width).contains(x), (0..<height).contains(y) else { return }
    cells[y / 4 * columns + x / 2] |= Self.bits[y % 4][x % 2]
  }

  /// A line from one dot to another, after Bresenham.
  mutating func line(from start: (x: Int, y: Int), to end: (x: Int, y: Int)) {
    let (width, height) = (abs(end.x - start.x), -abs(end.y - start.y))
    let (right, down) = (start.x < end.x ? 1 : -1, start.y < end.y ? 1 : -1)
    var (x, y, error) = (start.x, start.y, width + height)
    while true {
      set(x, y)
      if x == end.x, y == end.y { return }
      let twice = 2 * error
      if twice >= height {
        error += height
        x += right
      }
      if twice <= width {
        error += width
        y += down
      }
    }
  }

  /// What a cell shows; nil where it is blank.
  func sign(column: Int, row: Int) -> Character? {
    let bits = cells[row * columns + column]
    if bits == 0 { return nil }
    return isUnicode ? Character(Unicode.Scalar(0x2800 + UInt32(bits)) ?? " ") : "*"
  }

  /// The bits of the dots of a braille pattern (Unicode, chapter 21.1): rows of two, from above.
  private static let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
}
