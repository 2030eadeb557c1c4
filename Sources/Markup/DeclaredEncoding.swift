/// Finds the text encoding declared by a document or by its Content-Type header.
enum DeclaredEncoding {
  /// How far to search for `meta` elements: real ones occurred 24 kB from the start.
  private static let reach = 128 << 10

  /// The charset of a Content-Type such as `text/html; charset="utf-8"`; nil if there is none.
  static func label(inContentType type: String) -> String? {
    for parameter in type.split(separator: ";").dropFirst() {
      let pair = parameter.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, pair[0].trimmingPrefix(while: \.isWhitespace).lowercased().hasPrefix("charset") else {
        continue
      }
      let label = pair[1].filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
      if !label.isEmpty { return label }
    }
    return nil
  }

  /// The encoding in an XML declaration; nil if there is no declaration, or none in it.
  static func label(inXML bytes: [UInt8]) -> String? {
    let head = bytes.prefix(1024).drop { $0 <= 0x20 }
    guard head.starts(with: "<?xml".utf8) else { return nil }
    let declaration = String(decoding: head.prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self)
    guard let range = declaration.firstRange(of: "encoding") else { return nil }
    let value = declaration[range.upperBound...].drop { $0.isWhitespace || $0 == "=" }
    guard let quote = value.first, quote == "\"" || quote == "'" else { return nil }
    let label = value.dropFirst().prefix { $0 != quote }
    return label.isEmpty ? nil : String(label)
  }

  /// The encoding in a page's `meta` elements (HTML Standard, section 13.2.3.2); nil if there is none before the body.
  static func label(inHTML bytes: [UInt8]) -> String? {
    let head = bytes.prefix(reach)
    var index = head.startIndex
    while let open = head[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = open + 1
      if head[open...].starts(with: "<!--".utf8) {
        guard let end = ByteSearch.firstRange(of: "-->", in: bytes, from: open) else { return nil }
        index = min(end.upperBound, head.endIndex)
        continue
      }
      switch name(head, at: index) {
      case "body": return nil
      case "meta":
        let attributes = attributes(head, from: index + 4)
        if let label = attributes["charset"] { return label }
        if attributes["http-equiv"]?.lowercased() == "content-type", let content = attributes["content"],
          let label = label(inContentType: content)
        {
          return label
        }
      case let raw where raw == "script" || raw == "style" || raw == "title":
        // Skip the element: what looks like markup in it is text.
        guard let end = endTag(raw, in: head, from: index) else { return nil }
        index = end
      default: break
      }
    }
    return nil
  }

  /// A tag's name in lower case.
  private static func name(_ head: ArraySlice<UInt8>, at index: Int) -> String {
    String(decoding: head[index...].prefix(8).prefix { isLetter($0) }, as: UTF8.self).lowercased()
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// The start of an element's end tag.
  private static func endTag(_ name: String, in head: ArraySlice<UInt8>, from index: Int) -> Int? {
    var index = index
    while let open = head[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = open + 1
      if head[index...].first == UInt8(ascii: "/"), Self.name(head, at: index + 1) == name { return index }
    }
    return nil
  }

  /// A tag's attributes by lower-case name; of duplicates the first counts.
  private static func attributes(_ head: ArraySlice<UInt8>, from index: Int) -> [String: String] {
    var rest = head[index...].prefix(1024)
    var found: [String: String] = [:]
    func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == UInt8(ascii: "/") }
    while true {
      rest = rest.drop(while: isBlank)
      guard let first = rest.first, first != UInt8(ascii: ">") else { return found }
      let name = rest.prefix { !isBlank($0) && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ">") }
      rest = rest[name.endIndex...].drop(while: isBlank)
      var value = rest[..<rest.startIndex]
      if rest.first == UInt8(ascii: "=") {
        rest = rest.dropFirst().drop(while: isBlank)
        if let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
          value = rest.dropFirst().prefix { $0 != quote }
          rest = rest[value.endIndex...].dropFirst()
        } else {
          value = rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }
          rest = rest[value.endIndex...]
        }
      } else if name.isEmpty {
        rest = rest.dropFirst()
      }
      let key = String(decoding: name, as: UTF8.self).lowercased()
      if found[key] == nil { found[key] = String(decoding: value, as: UTF8.self) }
    }
  }
}
