/// A text's width in terminal columns, which is neither its bytes nor its characters.
///
/// Wide and fullwidth characters (UAX #11) and emoji (UTS #51) take two columns; combining marks, joiners and controls
/// none; all others one, including those of ambiguous width, as outside legacy East Asian encodings. Escape sequences
/// are not handled: measure before colouring.
public enum DisplayWidth {
  /// The width of a text.
  public static func of(_ text: some StringProtocol) -> Int {
    // Fast path: ASCII needs no tables.
    var count = 0
    for byte in text.utf8 {
      guard byte < 0x80 else { return text.reduce(0) { $0 + of($1) } }
      if byte >= 0x20, byte != 0x7F { count += 1 }
    }
    return count
  }

  /// The width of a character, including combining scalars.
  static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    if scalars.count == 1 { return of(first) }
    if isRegional(first) { return scalars.dropFirst().contains(where: isRegional) ? 2 : 1 }
    // An emoji sequence is one image; a variation selector turns a text symbol into an emoji.
    if first.properties.isEmojiPresentation || scalars.contains("\u{FE0F}") { return 2 }
    return scalars.reduce(0) { $0 + of($1) }
  }

  /// Truncates a text if necessary; an ellipsis takes the last column (`Stockh…`).
  public static func cut(_ text: String, to columns: Int, isUnicode: Bool = true) -> String {
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

  /// Removes trailing blanks.
  static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }

  /// Truncates or pads a text to an exact width.
  static func fitted(
    _ text: String, to columns: Int, _ alignment: TextAlignment = .left, isUnicode: Bool = true
  ) -> String {
    let text = cut(text, to: columns, isUnicode: isUnicode)
    let blanks = String(repeating: " ", count: max(0, columns - of(text)))
    return alignment == .left ? text + blanks : blanks + text
  }

  /// Breaks a text into lines at blanks, and within words that are too long for a line.
  public static func wrapped(_ text: String, to columns: Int) -> [String] {
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

  /// The width of a single scalar.
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

  /// True for regional indicators, of which two form a flag.
  private static func isRegional(_ scalar: Unicode.Scalar) -> Bool { (0x1F1E6...0x1F1FF).contains(scalar.value) }

  /// True for wide or fullwidth scalars other than emoji.
  private static func isWide(_ value: UInt32) -> Bool {
    guard value >= 0x1100 else { return false }
    return wide.contains { $0.contains(value) }
  }

  /// East Asian Width classes W and F of Unicode 16.0.0 (EastAsianWidth.txt), without emoji, which the standard library
  /// knows; ranges include unassigned code points.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2630...0x2637, 0x268A...0x268F, 0x2E80...0x303E, 0x3041...0x3247,
    0x3250...0xA4C6, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B,
    0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x1B2FB, 0x1D300...0x1D376, 0x1F200...0x1F265, 0x20000...0x3FFFD,
  ]
}

/// Alignment in a column: text left, numbers right.
enum TextAlignment { case left, right }
