/// A parsed JSON document: its bytes, and its tokens in document order.
///
/// An array's token is followed by its elements, an object's by a name and a value per member.
final class JSONTape: Sendable {
  private let bytes: [UInt8]
  /// The tokens; the first is the root value.
  let tokens: [JSONToken]

  init(bytes: [UInt8], tokens: [JSONToken]) {
    self.bytes = bytes
    self.tokens = tokens
  }

  /// Parses the value at an offset; with `toEnd`, only whitespace may follow.
  static func read(_ bytes: [UInt8], from offset: Int, toEnd: Bool) throws(MarkupError) -> JSONTape {
    guard offset >= 0, offset < bytes.count else { throw .empty }
    guard bytes.count < Int(UInt32.max) else { throw .notJSON(offset: 0, reason: "longer than 4 GiB") }
    let (tokens, end) = try unsafe bytes.withUnsafeBufferPointer { buffer throws(MarkupError) in
      var scanner = unsafe JSONScanner(buffer, from: offset)
      try unsafe scanner.scan()
      if toEnd { try unsafe scanner.finish() }
      return unsafe (scanner.tokens, scanner.position)
    }
    do {
      _ = try UTF8Span(validating: bytes.span.extracting(offset..<end))
    } catch {
      throw .notJSON(offset: offset + error.byteOffsets.lowerBound, reason: "no UTF-8")
    }
    return JSONTape(bytes: bytes, tokens: tokens)
  }

  /// The index of the token after a value and its descendants.
  func next(after index: Int) -> Int {
    let token = tokens[index]
    return token.isContainer ? Int(token.next) : index + 1
  }

  /// A scalar's source bytes.
  func source(of token: JSONToken) -> ArraySlice<UInt8> {
    bytes[Int(token.start)..<Int(token.start) + Int(token.count)]
  }

  /// True if the member name at a token equals the given bytes.
  func isKey(_ index: Int, equalTo name: UnsafeBufferPointer<UInt8>) -> Bool {
    let token = tokens[index]
    guard token.kind == .string else {
      return unsafe token.count >= name.count
        && JavaScriptLiteral.decode(source(of: token))?.elementsEqual(name) == true
    }
    guard Int(token.count) == name.count else { return false }
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      let start = Int(token.start)
      for offset in 0..<name.count where unsafe buffer[start + offset] != name[offset] { return false }
      return true
    }
  }
}

/// The kind and position of a value or member name, in 16 bytes.
struct JSONToken: Sendable {
  /// The kinds of tokens.
  enum Kind: UInt8 {
    case null, `true`, `false`, number, string, escapedString, array, object
  }

  /// What it is.
  var kind: Kind
  /// The offset of the first byte; for a string, after the quotation mark.
  var start: UInt32
  /// For a scalar, its length in bytes (a string's without quotation marks); for an array or object, its number of
  /// elements or members.
  var count: UInt32
  /// For an array or object, the index of the token after its contents; otherwise unused.
  var next: UInt32 = 0

  /// True for arrays and objects.
  var isContainer: Bool { kind.rawValue >= Kind.array.rawValue }
}
