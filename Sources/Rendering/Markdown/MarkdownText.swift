/// Text that Markdown shows and does not obey.
enum MarkdownText {
  /// The text with a backslash before every sign that could begin a markup, HTML's included (CommonMark 0.31, 2.4).
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      if "\\`*_[]<>|&~#$".unicodeScalars.contains(scalar) { escaped += "\\" }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
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
