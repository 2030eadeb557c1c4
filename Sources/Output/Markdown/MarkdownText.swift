enum MarkdownText {
  /// Escapes all characters that can start markup or HTML (CommonMark 0.31, 2.4) or a GitHub autolink (GFM 0.29, 6.9):
  /// addresses with a scheme or `www.`, and mail addresses.
  static func escaped(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var escaped = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      if signs.contains(scalar) || isOfAddress(scalars, index) {
        // GitHub recognizes mail addresses despite backslashes: a word joiner prevents that.
        if scalar == "@", index > 0, !scalars[index - 1].properties.isWhitespace { escaped.append("\u{2060}") }
        escaped.append("\\")
      }
      escaped.append(scalar)
    }
    return String(escaped)
  }

  /// Characters that start markup, mentions or mail addresses.
  private static let signs: Set<Unicode.Scalar> = [
    "\\", "`", "*", "_", "[", "]", "<", ">", "|", "&", "~", "#", "$", "@",
  ]

  /// True for the colon after a scheme (`http:`, `mailto:`) and the full stop after `www`.
  private static func isOfAddress(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    guard index > 0, index + 1 < scalars.count else { return false }
    switch scalars[index] {
    case ":": return scalars[index - 1].properties.isAlphabetic && !scalars[index + 1].properties.isWhitespace
    case ".": return index > 2 && scalars[(index - 3)..<index].allSatisfy { $0 == "w" || $0 == "W" }
    default: return false
    }
  }

  /// An address for a link in angle brackets; nil unless it is http or https.
  static func address(_ text: String) -> String? {
    guard text.hasPrefix("https://") || text.hasPrefix("http://") else { return nil }
    return text.replacing(["<": "%3C", ">": "%3E", "\\": "%5C", " ": "%20"])
  }
}
