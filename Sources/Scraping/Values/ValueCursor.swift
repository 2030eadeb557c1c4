/// A position in a text's characters.
struct ValueCursor {
  let scalars: [Unicode.Scalar]
  var position = 0

  init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  /// The current character; nil at the end.
  var next: Unicode.Scalar? { character(at: position) }

  func character(at index: Int) -> Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  /// Consumes the current word if it is in a set of lower-case words.
  mutating func take(anyOf words: Set<String>) -> Bool {
    let word = word(at: position)
    guard words.contains(word.lowercased()) else { return false }
    position += word.unicodeScalars.count
    return true
  }

  /// Consumes the current word and returns it in lower case.
  mutating func takeWord() -> String {
    let word = word(at: position)
    position += word.unicodeScalars.count
    return word.lowercased()
  }

  mutating func skipBlanks() {
    while let next, Self.isBlank(next) { position += 1 }
  }

  /// The end of a word of a unit name: letters and the characters that join them (`km/h`, `kg/m²`, `s-1`).
  func endOfUnitWord(from start: Int) -> Int {
    var index = start
    while let scalar = character(at: index), Self.isLetter(scalar) || (index > start && isJoint(at: index)) {
      index += 1
    }
    return index
  }

  private func isJoint(at index: Int) -> Bool {
    let next = character(at: index + 1) ?? " "
    switch scalars[index] {
    case "/", ".": return Self.isLetter(next)
    case "\u{B2}": return true
    case "^", "-", ValueScalars.minus: return next == "1" || next == "2"
    case "1", "2":
      let before = scalars[index - 1]
      return Self.isLetter(before) || before == "^" || before == "-" || before == ValueScalars.minus
    default: return false
    }
  }

  /// The letters from a position on, with hyphens between letters.
  func word(at start: Int) -> String {
    var index = start
    while let scalar = character(at: index),
      Self.isLetter(scalar)
        || (scalar == "-" && index > start && character(at: index + 1).map(Self.isLetter) == true)
    { index += 1 }
    return text(scalars[start..<max(start, index)])
  }

  func text(_ part: some Sequence<Unicode.Scalar>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: part)
    return text
  }

  static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\n" }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) : scalar.properties.isAlphabetic
  }

  static func isSign(_ scalar: Unicode.Scalar) -> Bool { scalar == "+" || isMinus(scalar) }

  static func isMinus(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar == ValueScalars.minus || scalar == ValueScalars.enDash
  }

  /// True for characters that may separate the ends of a range.
  static func isDash(_ scalar: Unicode.Scalar) -> Bool { isMinus(scalar) || scalar == "\u{2014}" }

  /// True for arrows, icons, and separators between items.
  static func isOrnament(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2190...0x21FF, 0x25B2...0x25C5, 0x2B00...0x2B11, 0x7C, 0x2022: true
    // Weather symbols in Unicode and private use characters of icon fonts.
    case 0x2600...0x26FF, 0x1F300...0x1FAFF, 0xE000...0xF8FF: true
    default: false
    }
  }
}
