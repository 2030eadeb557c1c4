/// Breaks text into lines of a given width, by average letter widths.
enum WrappedWords {
  /// At most `count` lines of `width` at a font size; text that does not fit ends in an ellipsis.
  static func lines(_ text: String, width: Double, size: Double, count: Int) -> [String] {
    var (lines, line) = ([String](), "")
    for word in words(text) {
      if !line.isEmpty, measure(line + DisplayWidth.trimmed(word), size: size) > width {
        lines.append(DisplayWidth.trimmed(line))
        line = ""
        // Further lines are not shown.
        if lines.count > count { break }
      }
      line += word
    }
    lines.append(DisplayWidth.trimmed(line))
    let isCut = lines.count > count
    return lines.prefix(count).enumerated().map { index, line in
      cut(line, width: width, size: size, always: isCut && index == count - 1)
    }
  }

  /// The approximate width of a text in a common sans-serif font: letters about half as wide as high, East Asian ones
  /// as wide as high.
  static func measure(_ text: String, size: Double) -> Double {
    text.unicodeScalars.reduce(0) { width, scalar in
      switch scalar.value {
      case 0x300...0x36F, 0x200B...0x200D, 0xFE00...0xFE0F: width
      case 0x69, 0x6A, 0x6C, 0x20...0x22, 0x27...0x29, 0x2C...0x2F, 0x3A, 0x3B: width + size * 0.3
      case 0x66, 0x72, 0x74: width + size * 0.38
      case 0x4D, 0x57, 0x6D, 0x77: width + size * 0.85
      case 0x41...0x5A: width + size * 0.66
      case 0x1100...0x11FF, 0x2E80...0xD7AF, 0xF900...0xFAFF, 0xFF00...0xFF60, 0x1F300...0x1FAFF: width + size
      default: width + size * 0.56
      }
    }
  }

  /// Truncates a text to a width, including the ellipsis.
  static func cut(_ text: String, width: Double, size: Double, always: Bool = false) -> String {
    guard always || measure(text, size: size) > width else { return text }
    var (kept, taken) = ("", measure("…", size: size))
    for character in text {
      taken += measure(String(character), size: size)
      if taken > width { break }
      kept.append(character)
    }
    return DisplayWidth.trimmed(kept) + "…"
  }

  /// Words with the following blank, slash or hyphen, after which a line may end.
  private static func words(_ text: String) -> [String] {
    var words = [""]
    for character in text {
      words[words.count - 1].append(character)
      if character == " " || character == "/" || character == "-" { words.append("") }
    }
    return words.filter { !$0.isEmpty }
  }
}
