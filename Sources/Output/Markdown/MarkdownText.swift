enum MarkdownText {
  /// The text with a backslash before every character that could begin markup, HTML included (CommonMark 0.31, 2.4), and
  /// before what GitHub would turn into a link by itself (GFM 0.29, 6.9): addresses with a scheme or `www.`, and mail.
  static func escaped(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var escaped = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      if signs.contains(scalar) || isOfAddress(scalars, index) {
        // GitHub looks for mail addresses in the text without its backslashes: a word joiner breaks them up.
        if scalar == "@", index > 0, !scalars[index - 1].properties.isWhitespace { escaped.append("\u{2060}") }
        escaped.append("\\")
      }
      escaped.append(scalar)
    }
    return String(escaped)
  }

  /// Characters that begin markup, and the one of mentions and mail addresses.
  private static let signs: Set<Unicode.Scalar> = [
    "\\", "`", "*", "_", "[", "]", "<", ">", "|", "&", "~", "#", "$", "@",
  ]

  /// Whether a character is the colon behind a scheme (`http:`, `mailto:`), or the full stop behind `www`.
  private static func isOfAddress(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    guard index > 0, index + 1 < scalars.count else { return false }
    switch scalars[index] {
    case ":": return scalars[index - 1].properties.isAlphabetic && !scalars[index + 1].properties.isWhitespace
    case ".": return index > 2 && scalars[(index - 3)..<index].allSatisfy { $0 == "w" || $0 == "W" }
    default: return false
    }
  }

  /// An address for a link between angle brackets; nil unless it is http or https.
  static func address(_ text: String) -> String? {
    guard text.hasPrefix("https://") || text.hasPrefix("http://") else { return nil }
    return text.replacing(["<": "%3C", ">": "%3E", "\\": "%5C", " ": "%20"])
  }
}
