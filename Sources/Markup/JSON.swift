/// A JSON value: a view of the document that it stands in.
///
/// Not Foundation's reader, because values must keep the digits that the source wrote, hostile input needs limits on depth and
/// on values, and of half a megabyte a few kilobytes are wanted: one strict pass notes where the values stand, and a value is
/// made when it is asked for.
public struct JSON: Sendable {
  /// The values that a document may have: 32 MB of notes on them.
  static let tokenBudget = 2_000_000
  /// How many arrays and objects may stand in one another.
  static let depthLimit = 512
  /// The bytes that a number may have; 17 digits tell all doubles apart.
  static let longestNumber = 64

  let tape: JSONTape
  let index: Int

  /// Reads a document: RFC 8259 to the letter, in UTF-8, with or without a byte order mark, and nothing after the value.
  ///
  /// - Throws: ``MarkupError/notJSON(offset:reason:)``, ``MarkupError/empty``, ``MarkupError/tooManyNodes(limit:)``,
  ///   ``MarkupError/tooDeep(limit:)``.
  public init(parsing bytes: [UInt8]) throws(MarkupError) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    self.init(tape: try JSONTape.read(bytes, from: start, toEnd: true), index: 0)
  }

  /// Reads the value that begins at an offset, or after blanks there, whatever follows it, as in `window.state={…};next()`;
  /// throws as ``init(parsing:)``.
  public init(parsingPrefixOf bytes: [UInt8], from offset: Int) throws(MarkupError) {
    self.init(tape: try JSONTape.read(bytes, from: offset, toEnd: false), index: 0)
  }

  /// A string.
  init(text: String) {
    let bytes = Array(text.utf8)
    let token = JSONToken(kind: .string, start: 0, count: UInt32(bytes.count))
    self.init(tape: JSONTape(bytes: bytes, tokens: [token]), index: 0)
  }

  init(tape: JSONTape, index: Int) {
    self.tape = tape
    self.index = index
  }

  var token: JSONToken { tape.tokens[index] }
}

extension JSON {
  /// Whether it is an array.
  public var isArray: Bool { token.kind == .array }

  /// Whether it is `null`.
  public var isNull: Bool { token.kind == .null }

  /// The truth value; nil for anything else.
  public var bool: Bool? { token.kind == .true ? true : token.kind == .false ? false : nil }

  /// The string, with U+FFFD for half a surrogate pair; nil for anything else, numbers too.
  public var string: String? {
    switch token.kind {
    case .string: String(decoding: tape.source(of: token), as: UTF8.self)
    case .escapedString: String(decoding: JavaScriptLiteral.decode(tape.source(of: token)) ?? [], as: UTF8.self)
    default: nil
    }
  }

  /// The number; nil for anything else, and for one that is too large to be held or longer than any that means something.
  public var number: Double? {
    guard token.count <= Self.longestNumber else { return nil }
    return numberText.flatMap(Double.init).flatMap { $0.isFinite ? $0 : nil }
  }

  /// The number as the source wrote it, digit for digit; nil for anything else.
  public var numberText: String? {
    token.kind == .number ? String(decoding: tape.source(of: token), as: UTF8.self) : nil
  }
}

extension JSON {
  /// How many elements the array or members the object has, repeated names counted; 0 for anything else.
  public var count: Int { token.isContainer ? Int(token.count) : 0 }

  /// The element at a position; nil where there is none.
  public subscript(position: Int) -> JSON? {
    let token = token
    guard token.kind == .array, position >= 0, position < Int(token.count) else { return nil }
    // An array without arrays or objects in it has one token an element.
    if Int(token.next) - index - 1 == Int(token.count) { return JSON(tape: tape, index: index + 1 + position) }
    var element = index + 1
    for _ in 0..<position { element = tape.next(after: element) }
    return JSON(tape: tape, index: element)
  }

  /// The member of a name; nil where there is none. Of members of the same name it is the last.
  public subscript(name: String) -> JSON? {
    guard token.kind == .object else { return nil }
    var name = name
    return name.withUTF8 { wanted in
      var found: JSON?
      var key = index + 1
      let end = Int(token.next)
      while key < end {
        if unsafe tape.isKey(key, equalTo: wanted) { found = JSON(tape: tape, index: key + 1) }
        key = tape.next(after: key + 1)
      }
      return found
    }
  }

  /// The elements of an array in order; none for anything else.
  public var elements: [JSON] {
    guard token.kind == .array else { return [] }
    var elements: [JSON] = []
    elements.reserveCapacity(count)
    var element = index + 1
    for _ in 0..<count {
      elements.append(JSON(tape: tape, index: element))
      element = tape.next(after: element)
    }
    return elements
  }

  /// The members of an object in the order of the document; none for anything else. Of members of the same name it holds the
  /// last value, at the place of the first.
  public var members: [(key: String, value: JSON)] {
    guard token.kind == .object else { return [] }
    var members: [(key: String, value: JSON)] = []
    var positions: [String: Int] = [:]
    members.reserveCapacity(count)
    var key = index + 1
    for _ in 0..<count {
      let name = JSON(tape: tape, index: key).string ?? ""
      let value = JSON(tape: tape, index: key + 1)
      if let position = positions.updateValue(members.count, forKey: name) {
        members[position].value = value
        positions[name] = position
      } else {
        members.append((name, value))
      }
      key = tape.next(after: key + 1)
    }
    return members
  }

  /// The member at the end of a path of names; nil where one of them is missing.
  public func at(_ path: String...) -> JSON? { path.reduce(self as JSON?) { $0?[$1] } }
}
