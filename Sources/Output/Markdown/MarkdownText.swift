/// Text that Markdown shows and does not obey.
enum MarkdownText {
  /// The text with a backslash before every sign that could begin a markup, HTML's included (CommonMark 0.31, 2.4), and
  /// without anything that GitHub's Markdown would make a link of its own accord (GFM 0.29, 6.9): addresses with a scheme, or
  /// that begin with `www.`, and those of mail.
  static func escaped(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var escaped = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      if signs.contains(scalar) || isOfAddress(scalars, index) {
        // A mail's address is looked for in the text as it is shown, without backslashes: a sign of no width parts it.
        if scalar == "@", index > 0, !scalars[index - 1].properties.isWhitespace { escaped.append("\u{2060}") }
        escaped.append("\\")
      }
      escaped.append(scalar)
    }
    return String(escaped)
  }

  /// The signs that a markup begins with, and the one that names people and addresses of mail.
  private static let signs: Set<Unicode.Scalar> = [
    "\\", "`", "*", "_", "[", "]", "<", ">", "|", "&", "~", "#", "$", "@",
  ]

  /// Whether a sign is the colon behind a scheme (`http:`, `mailto:`), or the full stop behind `www`.
  private static func isOfAddress(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    guard index > 0, index + 1 < scalars.count else { return false }
    switch scalars[index] {
    case ":": return scalars[index - 1].properties.isAlphabetic && !scalars[index + 1].properties.isWhitespace
    case ".": return index > 2 && scalars[(index - 3)..<index].allSatisfy { $0 == "w" || $0 == "W" }
    default: return false
    }
  }

  /// An address for a link between angle brackets; nil for what is none of the web's.
  static func address(_ text: String) -> String? {
    guard text.hasPrefix("https://") || text.hasPrefix("http://") else { return nil }
    var address = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": address += "%3C"
      case ">": address += "%3E"
      case "\\": address += "%5C"
      case " ": address += "%20"
      default: address.unicodeScalars.append(scalar)
      }
    }
    return address
  }
}
