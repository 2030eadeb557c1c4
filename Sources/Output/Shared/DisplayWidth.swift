/// How many columns of a terminal a text takes, which is neither its bytes nor its characters.
///
/// A column is what one Latin letter takes. Wide and fullwidth characters (UAX #11) and emoji (UTS #51) take two, marks
/// that combine, joiners and controls none. What is of ambiguous width takes one, as it does outside old East Asian
/// encodings. Escape sequences are not known here: colour comes after measuring.
enum DisplayWidth {
  static func of(_ text: some StringProtocol) -> Int {
    // Most texts are ASCII, which needs no tables.
    var count = 0
    for byte in text.utf8 {
      guard byte < 0x80 else { return text.reduce(0) { $0 + of($1) } }
      if byte >= 0x20, byte != 0x7F { count += 1 }
    }
    return count
  }

  /// The columns of one character with all that belongs to it.
  static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    if scalars.count == 1 { return of(first) }
    if isRegional(first) { return scalars.dropFirst().contains(where: isRegional) ? 2 : 1 }
    // A picture stays one picture, whatever is joined to it; a plain sign becomes one by the selector.
    if first.properties.isEmojiPresentation || scalars.contains("\u{FE0F}") { return 2 }
    return scalars.reduce(0) { $0 + of($1) }
  }

  /// The text as far as it fits; where it does not, a mark takes the last column (`Stockh…`).
  static func cut(_ text: String, to columns: Int, isUnicode: Bool = true) -> String {
    if of(text) <= columns { return text }
    guard columns > 0 else { return "" }
    var (kept, width) = ("", 1)
    for character in text {
      width += of(character)
      if width > columns { break }
      kept.append(character)
    }
    return trimmed(kept) + (isUnicode ? "…" : "~")
  }

  /// A line less the blanks at its end.
  static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }

  /// The text in exactly so many columns: cut, or filled with blanks.
  static func fitted(
    _ text: String, to columns: Int, _ alignment: TextAlignment = .left, isUnicode: Bool = true
  ) -> String {
    let text = cut(text, to: columns, isUnicode: isUnicode)
    let blanks = String(repeating: " ", count: max(0, columns - of(text)))
    return alignment == .left ? text + blanks : blanks + text
  }

  /// The text in lines that fit, broken at blanks where there are any, within a word where it alone is too long.
  static func wrapped(_ text: String, to columns: Int) -> [String] {
    guard columns > 0 else { return [text] }
    var (lines, line, width) = ([String](), "", 0)
    func end() {
      if !line.isEmpty { lines.append(line) }
      (line, width) = ("", 0)
    }
    for word in text.split(separator: " ") {
      let length = of(word)
      if width > 0, width + 1 + length > columns { end() }
      if width > 0 { (line, width) = (line + " ", width + 1) }
      for piece in length > columns ? word.map({ String($0) }) : [String(word)] {
        let more = of(piece)
        if width > 0, width + more > columns { end() }
        (line, width) = (line + piece, width + more)
      }
    }
    end()
    return lines
  }

  /// The columns of a scalar that stands alone.
  private static func of(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0x2FF: return 1  // Terminals show a soft hyphen.
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: return 0  // Vowels and finals that join a Hangul initial.
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator: return 0
    default: break
    }
    if isRegional(scalar) { return 1 }
    return scalar.properties.isEmojiPresentation || isWide(scalar.value) ? 2 : 1
  }

  /// Whether two of them make a flag.
  private static func isRegional(_ scalar: Unicode.Scalar) -> Bool { (0x1F1E6...0x1F1FF).contains(scalar.value) }

  /// Whether a scalar is wide or fullwidth and no emoji.
  private static func isWide(_ value: UInt32) -> Bool {
    guard value >= 0x1100 else { return false }
    return wide.contains { $0.contains(value) }
  }

  /// The classes W and F of Unicode 16.0.0 (EastAsianWidth.txt), less the emoji, which the standard library knows;
  /// ranges run on over what is not assigned.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2630...0x2637, 0x268A...0x268F, 0x2E80...0x303E, 0x3041...0x3247,
    0x3250...0xA4C6, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B,
    0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x1B2FB, 0x1D300...0x1D376, 0x1F200...0x1F265, 0x20000...0x3FFFD,
  ]
}

/// Where a text stands in a column that is wider than it: words at the left, numbers at the right.
enum TextAlignment { case left, right }
