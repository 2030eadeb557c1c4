import Basics

/// Changes single settings in a configuration's text, and leaves everything else as it stands, comments too.
struct ConfigurationEditor {
  private(set) var lines: [Substring]

  init(_ text: String) { lines = text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// The text, with a line end behind the last line.
  var text: String {
    let text = lines.joined(separator: "\n")
    return text.isEmpty || text.hasSuffix("\n") ? text : text + "\n"
  }

  /// Sets a top-level key, or removes it for nil. A key that is there keeps its place and the comment at its line's end; a
  /// new one is appended below its comment.
  mutating func set(_ key: String, to value: String?, comment: String) {
    guard let index = lines.firstIndex(where: { $0.hasPrefix("\(key):") }) else {
      guard let value else { return }
      while lines.last?.isEmpty == true { lines.removeLast() }
      if !lines.isEmpty { lines.append("") }
      lines += ["# \(comment)", "\(key): \(Self.scalar(value))", ""].map { $0[...] }
      return
    }
    // A value may go on in indented lines and list items below its key.
    let isMore = { (line: Substring) in line.hasPrefix(" ") || line.hasPrefix("\t") || line.hasPrefix("-") }
    let end = lines[(index + 1)...].firstIndex { !isMore($0) } ?? lines.endIndex
    let note = lines[index].range(ofComment: ()).map { " " + lines[index][$0...] } ?? ""
    lines.replaceSubrange(index..<end, with: value.map { ["\(key): \(Self.scalar($0))\(note)"[...]] } ?? [])
  }

  /// A value as a YAML scalar, in quotes unless it is one plain word.
  private static func scalar(_ value: String) -> String {
    let isPlain = value.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
    if isPlain, !value.isEmpty { return value }
    return "\"\(value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }
}

extension Substring {
  /// Where a comment begins: a # behind a blank, and outside of quotes.
  fileprivate func range(ofComment: Void) -> Index? {
    var quote: Character?
    var last: Character = " "
    for index in indices {
      let character = self[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "#", last == " " || last == "\t" {
        return index
      }
      last = character
    }
    return nil
  }
}
