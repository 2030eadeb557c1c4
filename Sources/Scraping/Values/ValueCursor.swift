/// A position in the characters of a text, and what stands there.
struct ValueCursor {
  let scalars: [Unicode.Scalar]
  var position = 0

  init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  /// The word that stands here, in lower case.
  mutating func takeWord() -> String {
    let word = word(at: position)
    position += word.unicodeScalars.count
    return word.lowercased()
  }

  /// Where a word of a unit's name ends: letters, and what joins them (`km/h`, `kg/m²`, `s-1`).
  func endOfUnitWord(from start: Int) -> Int {
    var index = start
    while index < scalars.count, Self.isLetter(scalars[index]) || (index > start && isJoint(at: index)) { index += 1 }
    return index
  }

  private func isJoint(at index: Int) -> Bool {
    let next = index + 1 < scalars.count ? scalars[index + 1] : " "
    switch scalars[index] {
    case "/", ".": return Self.isLetter(next)
    case "\u{B2}": return true
    case "^", "-", ValueScalars.minus: return next == "1" || next == "2"
    case "1", "2":
      return Self.isLetter(scalars[index - 1]) || scalars[index - 1] == "^" || scalars[index - 1] == "-"
        || scalars[index - 1] == ValueScalars.minus
    default: return false
    }
  }

  mutating func skipBlanks() {
    while position < scalars.count, Self.isBlank(scalars[position]) { position += 1 }
  }

  static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\n" }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) : scalar.properties.isAlphabetic
  }

  /// The letters from a position on, with hyphens between them.
  func word(at start: Int) -> String {
    var index = start
    while index < scalars.count,
      Self.isLetter(scalars[index])
        || (index > start && scalars[index] == "-" && index + 1 < scalars.count && Self.isLetter(scalars[index + 1]))
    { index += 1 }
    return text(start..<index)
  }

  func text(_ range: Range<Int>) -> String { text(scalars[range]) }

  func text(_ part: some Sequence<Unicode.Scalar>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: part)
    return text
  }

  static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar == "+" || scalar == ValueScalars.minus || scalar == ValueScalars.enDash
  }

  /// Arrows of a tendency or a direction, icons, and marks between items.
  static func isOrnament(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2190...0x21FF, 0x25B2...0x25C5, 0x2B00...0x2B11, 0x7C, 0x2022: true
    // Weather signs of Unicode and of icon fonts.
    case 0x2600...0x26FF, 0x1F300...0x1FAFF, 0xE000...0xF8FF: true
    default: false
    }
  }
}
