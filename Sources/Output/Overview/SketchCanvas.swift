import Weather

/// A small grid of coloured dots, two by four to a terminal cell (braille), for the drawing of a condition.
struct SketchCanvas {
  /// What a dot belongs to: its colour in the terminal's palette of 256, and its sign where there is only ASCII.
  enum Ink: UInt8, CaseIterable {
    case sun = 1
    case moon, star, cloud, darkCloud, rain, snow, ice, bolt, fog, wind, heat

    var color: UInt8 {
      switch self {
      case .sun: 178
      case .moon: 186
      case .star: 144
      case .cloud: 248
      case .darkCloud: 243
      case .rain: 33
      case .snow: 117
      case .ice: 44
      case .bolt: 214
      case .fog: 246
      case .wind: 73
      case .heat: 166
      }
    }

    var ascii: String {
      switch self {
      case .sun, .moon: "o"
      case .star: "."
      case .cloud: "("
      case .darkCloud: "#"
      case .rain: "/"
      case .snow: "*"
      case .ice: "x"
      case .bolt: "Z"
      case .fog: "="
      case .wind: "~"
      case .heat: "^"
      }
    }
  }

  static let columns = 16
  static let rows = 6
  static let width = columns * 2
  static let height = rows * 4

  private var dots: [UInt8] = Array(repeating: 0, count: width * height)

  /// Sets the dots for which a condition on their centre holds.
  mutating func fill(_ ink: Ink, where isInside: (Double, Double) -> Bool) { set(ink.rawValue, isInside) }

  /// Clears the dots for which a condition on their centre holds.
  mutating func erase(where isInside: (Double, Double) -> Bool) { set(0, isInside) }

  /// Draws a line.
  mutating func line(_ ink: Ink, from start: (x: Double, y: Double), to end: (x: Double, y: Double)) {
    let steps = max(1, Int(max(abs(end.x - start.x), abs(end.y - start.y)).rounded(.up)))
    for step in 0...steps {
      let share = Double(step) / Double(steps)
      put(ink, start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
    }
  }

  /// Sets the dot nearest to a point.
  mutating func put(_ ink: Ink, _ x: Double, _ y: Double) {
    let (column, row) = (Int(x.rounded()), Int(y.rounded()))
    guard (0..<Self.width).contains(column), (0..<Self.height).contains(row) else { return }
    dots[row * Self.width + column] = ink.rawValue
  }

  private mutating func set(_ value: UInt8, _ isInside: (Double, Double) -> Bool) {
    for y in 0..<Self.height {
      for x in 0..<Self.width where isInside(Double(x), Double(y)) { dots[y * Self.width + x] = value }
    }
  }

  /// The drawing, ``columns`` wide; a cell has the colour that most of its dots have.
  func lines(_ style: ANSIStyle, isUnicode: Bool) -> [String] {
    (0..<Self.rows).map { row in
      let cells = (0..<Self.columns).map { column in cell(column, row, style, isUnicode) }
      return style.merged(cells.joined())
    }
  }

  private func cell(_ column: Int, _ row: Int, _ style: ANSIStyle, _ isUnicode: Bool) -> String {
    var bits: UInt32 = 0
    var counts: [UInt8: Int] = [:]
    for y in 0..<4 {
      for x in 0..<2 {
        let dot = dots[(row * 4 + y) * Self.width + column * 2 + x]
        guard dot != 0 else { continue }
        bits |= Self.bits[y][x]
        counts[dot, default: 0] += 1
      }
    }
    // Of equal counts the later ink, which lies above.
    let most = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
    guard let most, let ink = Ink(rawValue: most.key), let scalar = Unicode.Scalar(0x2800 + bits) else { return " " }
    // A cell of which little is set would make shapes ragged in ASCII.
    if !isUnicode { return most.value > 1 ? ink.ascii : " " }
    return style.palette(String(scalar), ink.color)
  }

  /// The bits of the dots in a braille pattern (Unicode, chapter 21.1): rows of two, from top to bottom.
  private static let bits: [[UInt32]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
}
