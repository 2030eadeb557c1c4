/// Text on its way into XML or HTML.
enum MarkupText {
  /// The text with the five characters that mean something in markup written as references, fit for content and for
  /// quoted attributes; what XML 1.0 allows nowhere (§2.2, Char) is left out.
  static func escaped(_ text: String) -> String {
    // Most texts hold nothing to escape, and the scan of their bytes is all that they cost.
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
