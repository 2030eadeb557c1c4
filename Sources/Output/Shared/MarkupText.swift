/// Escapes text for XML and HTML.
enum MarkupText {
  /// The text with the five special characters as references, for content and quoted attributes, without characters that
  /// XML 1.0 forbids (§2.2, Char).
  static func escaped(_ text: String) -> String {
    // Most texts have nothing to escape: a scan of the bytes is enough.
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) && !special.contains($0) }) { return text }
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
      case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
      case "\t", "\n", "\r": escaped.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": continue
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }

  private static let special = Array("&<>\"'".utf8)
}
