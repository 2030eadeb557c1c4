/// Finds tokens and blocks in JSON, which may be inside a JavaScript literal (`JSON.parse("{\"a\":1}")`).
///
/// Intended for recorded answers, which are valid JSON: it stops at the first error.
struct JSONTokens {
  private let body: [UInt8]
  private(set) var index: Int
  private let isEscaped: Bool
  private var depth = 0

  init(_ body: [UInt8], at index: Int, isEscaped: Bool) {
    self.body = body
    self.index = index
    self.isEscaped = isEscaped
  }

  /// Reads a value with a known shape; false if there is none.
  @discardableResult
  mutating func value(_ shape: String, into list: inout TokenList) -> Bool {
    blanks()
    guard index < body.count, depth < 60 else { return false }
    depth += 1
    defer { depth -= 1 }
    switch body[index] {
    case UInt8(ascii: "{"): return object(shape, into: &list)
    case UInt8(ascii: "["): return array(shape, into: &list)
    default:
      if let range = string() {
        list.tokens.append(Token(range: range, form: .jsonString, shape: shape, isEscaped: isEscaped))
        return true
      }
      let start = index
      while index < body.count, Self.isWord(body[index]) { index += 1 }
      guard index > start else { return false }
      list.tokens.append(Token(range: start..<index, form: .jsonWord, shape: shape, isEscaped: isEscaped))
      return true
    }
  }

  private mutating func object(_ shape: String, into list: inout TokenList) -> Bool {
    let parent = list.newParent()
    index += 1
    while true {
      blanks()
      if take("}") { return true }
      let start = index
      guard let key = string() else { return false }
      blanks()
      guard take(":") else { return false }
      let inner = shape.isEmpty ? Self.name(body[key]) : shape + "." + Self.name(body[key])
      guard value(inner, into: &list) else { return false }
      list.blocks.append(Block(range: start..<index, shape: inner, parent: parent, isJSON: true))
      blanks()
      if !take(",") {
        blanks()
        return take("}")
      }
    }
  }

  private mutating func array(_ shape: String, into list: inout TokenList) -> Bool {
    let parent = list.newParent()
    index += 1
    while true {
      blanks()
      if take("]") { return true }
      let start = index
      guard value(shape + "[]", into: &list) else { return false }
      list.blocks.append(Block(range: start..<index, shape: shape + "[]", parent: parent, isJSON: true))
      blanks()
      if !take(",") {
        blanks()
        return take("]")
      }
    }
  }

  /// The contents of a string; nil if there is none.
  private mutating func string() -> Range<Int>? {
    let quote = Array((isEscaped ? "\\\"" : "\"").utf8)
    guard body[index...].starts(with: quote) else { return nil }
    let start = index + quote.count
    var end = start
    while end < body.count {
      if body[end...].starts(with: quote) {
        index = end + quote.count
        return start..<end
      }
      end += body[end] == UInt8(ascii: "\\") ? (isEscaped ? 4 : 2) : 1
    }
    return nil
  }

  private mutating func blanks() {
    while index < body.count {
      if [0x20, 0x09, 0x0A, 0x0D].contains(body[index]) {
        index += 1
      } else if isEscaped, body[index] == UInt8(ascii: "\\"), index + 1 < body.count,
        [UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "r")].contains(body[index + 1])
      {
        index += 2
      } else {
        return
      }
    }
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard index < body.count, body[index] == UInt8(ascii: sign) else { return false }
    index += 1
    return true
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D
      || byte == 0x2E || byte == 0x2B
  }

  /// A key; keys made of data, such as `geocode:52.38,4.90`, become `*`.
  private static func name(_ key: ArraySlice<UInt8>) -> String {
    let name = String(decoding: key, as: UTF8.self)
    return name.contains { $0 == ":" || $0 == "," } ? "*" : name
  }
}
