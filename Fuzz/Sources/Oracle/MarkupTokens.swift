/// Finds tokens and blocks in HTML and XML, and in JSON state in scripts.
///
/// Reads tags without any repair, which is sufficient for recorded answers.
enum MarkupTokens {
  private struct Open {
    let name: String
    let label: String
    let start: Int
    let parent: Int
    let own: Int
  }

  private static let voids: Set = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
  ]

  static func scan(_ body: [UInt8], into list: inout TokenList) {
    var open: [Open] = []
    var index = 0
    let root = list.newParent()
    func shape() -> String { open.suffix(3).map(\.label).joined(separator: "/") }
    func text(_ range: Range<Int>) -> String { String(decoding: body[range], as: UTF8.self) }
    func find(_ sign: String, from start: Int) -> Int? {
      let sign = Array(sign.utf8)
      var at = start
      while at + sign.count <= body.count {
        if body[at] == sign[0], body[at...].starts(with: sign) { return at }
        at += 1
      }
      return nil
    }
    while index < body.count {
      guard body[index] == UInt8(ascii: "<") else {
        let end = body[index...].firstIndex(of: UInt8(ascii: "<")) ?? body.count
        if body[index..<end].contains(where: { $0 > 0x20 }) {
          list.tokens.append(Token(range: index..<end, form: .text, shape: shape() + "#text"))
        }
        index = end
        continue
      }
      if body[index...].starts(with: Array("<!--".utf8)) {
        index = find("-->", from: index).map { $0 + 3 } ?? body.count
        continue
      }
      guard let end = endOfTag(body, index), index + 1 < end else { return }
      let first = body[index + 1]
      if first == UInt8(ascii: "!") || first == UInt8(ascii: "?") {
        index = end
        continue
      }
      if first == UInt8(ascii: "/") {
        let name = text(index + 2..<end - 1).split(separator: " ").first.map { $0.lowercased() } ?? ""
        if let at = open.lastIndex(where: { $0.name == name }) {
          let element = open[at]
          open.removeSubrange(at...)
          let outer = open.suffix(2).map(\.label) + [element.label]
          list.blocks.append(
            Block(
              range: element.start..<end, shape: outer.joined(separator: "/"), parent: element.parent, isJSON: false))
        }
        index = end
        continue
      }
      let tag = Tag(body, index..<end)
      let element = Open(
        name: tag.name, label: tag.label, start: index, parent: open.last?.own ?? root, own: list.newParent())
      let outer = (open.suffix(2).map(\.label) + [tag.label]).joined(separator: "/")
      for attribute in tag.attributes where !attribute.range.isEmpty {
        list.tokens.append(
          Token(range: attribute.range, form: .attribute, shape: "\(outer)/@\(attribute.name)"))
      }
      index = end
      if body[end - 2] == UInt8(ascii: "/") || voids.contains(tag.name) {
        list.blocks.append(Block(range: element.start..<end, shape: outer, parent: element.parent, isJSON: false))
      } else if tag.name == "script" || tag.name == "style" {
        let close = find("</\(tag.name)", from: end) ?? body.count
        if tag.name == "script", let data = find("window.__data=", from: end), data < close {
          state(body, data + 14, into: &list)
        }
        index = close
      } else {
        open.append(element)
      }
    }
  }

  /// The state that a script assigns to `window.__data`.
  private static func state(_ body: [UInt8], _ start: Int, into list: inout TokenList) {
    let parse = Array("JSON.parse(\"".utf8)
    let isLiteral = body[start...].starts(with: parse)
    var scanner = JSONTokens(body, at: isLiteral ? start + parse.count : start, isEscaped: isLiteral)
    scanner.value("state", into: &list)
  }

  /// The index after a tag; its attributes may contain `>`.
  private static func endOfTag(_ body: [UInt8], _ start: Int) -> Int? {
    var quote: UInt8?
    for index in start..<body.count {
      let byte = body[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return index + 1
      }
    }
    return nil
  }

  /// An opening tag.
  private struct Tag {
    let name: String
    /// The name with something that distinguishes it from its siblings: a test id, the stable part of a class, or a
    /// type.
    let label: String
    let attributes: [(name: String, range: Range<Int>)]

    init(_ body: [UInt8], _ range: Range<Int>) {
      func isName(_ byte: UInt8) -> Bool {
        byte > 0x20 && ![UInt8(ascii: "="), UInt8(ascii: "/"), UInt8(ascii: ">")].contains(byte)
      }
      var index = range.lowerBound + 1
      func word() -> String {
        let start = index
        while index < range.upperBound, isName(body[index]) { index += 1 }
        return String(decoding: body[start..<index], as: UTF8.self)
      }
      let name = word().lowercased()
      var attributes: [(name: String, range: Range<Int>)] = []
      while index < range.upperBound {
        guard isName(body[index]) else {
          index += 1
          continue
        }
        let key = word()
        guard index + 1 < range.upperBound, body[index] == UInt8(ascii: "=") else { continue }
        index += 1
        let quote = body[index]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
          let start = index
          while index < range.upperBound - 1, body[index] > 0x20 { index += 1 }
          attributes.append((key, start..<index))
          continue
        }
        let end = body[(index + 1)..<range.upperBound].firstIndex(of: quote) ?? range.upperBound - 1
        attributes.append((key, (index + 1)..<end))
        index = end + 1
      }
      self.name = name
      self.attributes = attributes
      let telling = ["data-testid", "type", "class", "name", "id"].lazy.compactMap { wanted in
        attributes.first { $0.name == wanted }
      }.first
      guard let telling else {
        label = name
        return
      }
      let value = String(decoding: body[telling.range], as: UTF8.self)
      let word = value.split(separator: " ").first.map(String.init) ?? ""
      // In `Prefix--name--HASH` the hash changes with every build.
      let lasting = word.split(separator: "--").prefix(2).joined(separator: "--")
      label = lasting.isEmpty ? name : "\(name).\(lasting)"
    }
  }
}
