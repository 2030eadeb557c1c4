/// A JSON document that was read: its bytes, and its values in the order of the document.
///
/// An array is followed by its elements, an object by a name and a value for each of its members.
final class JSONTape: Sendable {
  private let bytes: [UInt8]
  /// The values; the first is the outermost.
  let tokens: [JSONToken]

  init(bytes: [UInt8], tokens: [JSONToken]) {
    self.bytes = bytes
    self.tokens = tokens
  }

  /// Reads the value that begins at an offset; `toEnd` where only blanks may follow.
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

  /// The index of the value, or the name, after a value.
  func next(after index: Int) -> Int {
    let token = tokens[index]
    return token.isContainer ? Int(token.next) : index + 1
  }

  /// The bytes of a scalar as they stand in the document.
  func source(of token: JSONToken) -> ArraySlice<UInt8> {
    bytes[Int(token.start)..<Int(token.start) + Int(token.count)]
  }

  /// Whether a member's name is that of the bytes.
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

/// Where a value or a member's name stands and what it is, in 16 bytes.
struct JSONToken: Sendable {
  /// What a token stands for.
  enum Kind: UInt8 {
    case null, `true`, `false`, number, string, escapedString, array, object
  }

  /// What it is.
  var kind: Kind
  /// The offset of the first byte, of a string after its quotation mark.
  var start: UInt32
  /// Of a scalar the number of bytes, of a string without its quotation marks; of an array or object its elements or members.
  var count: UInt32
  /// Of an array or object the index of the token after all that is in it; unused otherwise.
  var next: UInt32 = 0

  /// Whether it is an array or an object.
  var isContainer: Bool { kind.rawValue >= Kind.array.rawValue }
}
