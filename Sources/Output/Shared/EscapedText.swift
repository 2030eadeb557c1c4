extension String {
  /// Replaces single scalars; used for each form's escaping.
  func replacing(_ table: [Unicode.Scalar: String]) -> String {
    // Fast path: in most ASCII texts nothing is replaced.
    func isKept(_ byte: UInt8) -> Bool {
      byte < 0x80 && ((0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || table[.init(byte)] == nil)
    }
    if utf8.allSatisfy(isKept) { return self }
    var replaced = ""
    for scalar in unicodeScalars {
      if let other = table[scalar] { replaced += other } else { replaced.unicodeScalars.append(scalar) }
    }
    return replaced
  }
}

enum MarkupText {
  /// Escapes the five special characters for content and quoted attributes, and removes characters that XML 1.0 forbids
  /// (§2.2, Char).
  static func escaped(_ text: String) -> String { text.replacing(table) }

  private static let table: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [
      "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;", "\u{FFFE}": "", "\u{FFFF}": "",
    ]
    for code in UInt8(0)..<0x20 where ![0x9, 0xA, 0xD].contains(code) { table[Unicode.Scalar(code)] = "" }
    return table
  }()
}
