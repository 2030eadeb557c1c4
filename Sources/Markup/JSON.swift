/// A JSON value: a view into its parsed document.
///
/// Foundation's parser is not used, because values must keep the source's digits, hostile input needs limits on depth
/// and size, and only a few kilobytes of half a megabyte are needed: one strict pass records the positions of values,
/// which are decoded on demand.
public struct JSON: Sendable {
  /// Maximum number of values per document: 32 MB of tokens.
  static let tokenBudget = 2_000_000
  /// Maximum nesting depth.
  static let depthLimit = 512
  /// Maximum length of a number in bytes; 17 digits distinguish all doubles.
  static let longestNumber = 64

  let tape: JSONTape
  let index: Int

  /// Parses a document strictly by RFC 8259: UTF-8, with or without a byte order mark, and nothing after the value.
  ///
  /// - Throws: ``MarkupError/notJSON(offset:reason:)``, ``MarkupError/empty``, ``MarkupError/tooManyNodes(limit:)``,
  ///   ``MarkupError/tooDeep(limit:)``.
  public init(parsing bytes: [UInt8]) throws(MarkupError) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    self.init(tape: try JSONTape.read(bytes, from: start, toEnd: true), index: 0)
  }

  /// Parses the value at an offset, ignoring leading whitespace and whatever follows it, as in
  /// `window.state={…};next()`; throws as ``init(parsing:)``.
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

  /// The boolean; nil for anything else.
  public var bool: Bool? { token.kind == .true ? true : token.kind == .false ? false : nil }

  /// The string, with U+FFFD for an unpaired surrogate; nil for anything else, including numbers.
  public var string: String? {
    switch token.kind {
    case .string: String(decoding: tape.source(of: token), as: UTF8.self)
    case .escapedString: String(decoding: JavaScriptLiteral.decode(tape.source(of: token)) ?? [], as: UTF8.self)
    default: nil
    }
  }

  /// The number; nil for anything else, and for one that is not finite as a double or too long.
  public var number: Double? {
    guard token.count <= Self.longestNumber else { return nil }
    return numberText.flatMap(Double.init).flatMap { $0.isFinite ? $0 : nil }
  }

  /// The number as written in the source; nil for anything else.
  public var numberText: String? {
    token.kind == .number ? String(decoding: tape.source(of: token), as: UTF8.self) : nil
  }
}

extension JSON {
  /// The number of elements of an array or members of an object, duplicates included; 0 for anything else.
  public var count: Int { token.isContainer ? Int(token.count) : 0 }

  /// The element at an index; nil if out of range.
  public subscript(position: Int) -> JSON? {
    let token = token
    guard token.kind == .array, position >= 0, position < Int(token.count) else { return nil }
    // An array of scalars has exactly one token per element.
    if Int(token.next) - index - 1 == Int(token.count) { return JSON(tape: tape, index: index + 1 + position) }
    var element = index + 1
    for _ in 0..<position { element = tape.next(after: element) }
    return JSON(tape: tape, index: element)
  }

  /// The member with a name; nil if there is none. Of duplicates the last counts.
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

  /// An array's elements; empty for anything else.
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

  /// An object's members in document order; empty for anything else. Of duplicates the last value counts, at the
  /// position of the first.
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

  /// The value at a path of member names; nil if one is missing.
  public func at(_ path: String...) -> JSON? { path.reduce(self as JSON?) { $0?[$1] } }
}
