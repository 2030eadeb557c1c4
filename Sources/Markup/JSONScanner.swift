/// A single pass over a JSON document that checks the grammar and records the positions of values.
///
/// Uses a list of open containers instead of recursion, so that nesting does not use stack.
@unsafe
struct JSONScanner {
  /// The tokens so far.
  private(set) var tokens: [JSONToken] = []
  /// The offset of the next byte; after ``scan()``, the end of the value.
  private(set) var position: Int

  private let bytes: UnsafeBufferPointer<UInt8>
  private let end: Int
  private var open: [Int] = []

  /// Creates a scanner for the value at an offset, ignoring leading whitespace.
  init(_ bytes: UnsafeBufferPointer<UInt8>, from offset: Int) {
    unsafe self.bytes = bytes
    unsafe end = bytes.count
    unsafe position = offset
    // Enough for typical embedded page state; grows if necessary.
    unsafe tokens.reserveCapacity((end - offset) / 24)
  }

  /// Scans one value with everything in it.
  mutating func scan() throws(MarkupError) {
    unsafe skipBlanks()
    guard unsafe position < end else { throw .empty }
    try unsafe scanValue()
    while let container = unsafe open.last {
      unsafe skipBlanks()
      let isObject = unsafe tokens[container].kind == .object
      let closing = UInt8(ascii: isObject ? "}" : "]")
      let byte = try unsafe peek()
      if byte == closing {
        unsafe position += 1
        unsafe tokens[container].next = UInt32(tokens.count)
        unsafe open.removeLast()
        continue
      }
      if unsafe tokens[container].count > 0 {
        guard byte == UInt8(ascii: ",") else { throw unsafe fault(isObject ? "expected , or }" : "expected , or ]") }
        unsafe position += 1
        unsafe skipBlanks()
      }
      if isObject { try unsafe scanName() }
      unsafe tokens[container].count += 1
      try unsafe scanValue()
    }
  }

  /// Checks that only whitespace follows.
  mutating func finish() throws(MarkupError) {
    unsafe skipBlanks()
    if unsafe position < end { throw unsafe fault("something follows the value") }
  }

  /// Scans a member's name and the colon.
  private mutating func scanName() throws(MarkupError) {
    guard try unsafe peek() == UInt8(ascii: "\"") else { throw unsafe fault("expected a name in quotation marks") }
    try unsafe scanString()
    unsafe skipBlanks()
    guard try unsafe peek() == UInt8(ascii: ":") else { throw unsafe fault("expected :") }
    unsafe position += 1
    unsafe skipBlanks()
  }

  /// Scans a scalar, or opens an array or object.
  private mutating func scanValue() throws(MarkupError) {
    switch try unsafe peek() {
    case UInt8(ascii: "\""): try unsafe scanString()
    case UInt8(ascii: "{"): try unsafe openContainer(.object)
    case UInt8(ascii: "["): try unsafe openContainer(.array)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try unsafe scanNumber()
    case UInt8(ascii: "n"): try unsafe scanWord("null", .null)
    case UInt8(ascii: "t"): try unsafe scanWord("true", .true)
    case UInt8(ascii: "f"): try unsafe scanWord("false", .false)
    default: throw unsafe fault("expected a value")
    }
  }

  private mutating func openContainer(_ kind: JSONToken.Kind) throws(MarkupError) {
    guard unsafe open.count < JSON.depthLimit else { throw .tooDeep(limit: JSON.depthLimit) }
    unsafe open.append(tokens.count)
    try unsafe note(kind, from: position, count: 0)
    unsafe position += 1
  }

  private mutating func scanWord(_ word: StaticString, _ kind: JSONToken.Kind) throws(MarkupError) {
    let start = unsafe position
    for offset in 0..<word.utf8CodeUnitCount {
      guard try unsafe peek() == word.utf8Start[offset] else { throw unsafe fault("expected a value") }
      unsafe position += 1
    }
    try unsafe note(kind, from: start, count: word.utf8CodeUnitCount)
  }

  /// Scans `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?`.
  private mutating func scanNumber() throws(MarkupError) {
    let start = unsafe position
    if unsafe bytes[position] == UInt8(ascii: "-") { unsafe position += 1 }
    if try unsafe peek() == UInt8(ascii: "0") { unsafe position += 1 } else { try unsafe skipDigits() }
    if unsafe position < end, unsafe bytes[position] == UInt8(ascii: ".") {
      unsafe position += 1
      try unsafe skipDigits()
    }
    if unsafe position < end, unsafe bytes[position] | 0x20 == UInt8(ascii: "e") {
      unsafe position += 1
      let sign = try unsafe peek()
      if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { unsafe position += 1 }
      try unsafe skipDigits()
    }
    try unsafe note(.number, from: start, count: position - start)
  }

  private mutating func skipDigits() throws(MarkupError) {
    let start = unsafe position
    while unsafe position < end, unsafe bytes[position] &- UInt8(ascii: "0") < 10 { unsafe position += 1 }
    if unsafe position == start { throw unsafe fault(position < end ? "expected a digit" : "cut off") }
  }

  /// Scans a string; UTF-8 is validated for the whole document afterwards.
  private mutating func scanString() throws(MarkupError) {
    unsafe position += 1
    let start = unsafe position
    var kind = JSONToken.Kind.string
    while true {
      unsafe skipPlain()
      switch try unsafe peek() {
      case UInt8(ascii: "\""):
        try unsafe note(kind, from: start, count: position - start)
        unsafe position += 1
        return
      case UInt8(ascii: "\\"):
        kind = .escapedString
        unsafe position += 1
        try unsafe scanEscape()
      default: throw unsafe fault("a control character in a string")
      }
    }
  }

  /// Advances to the next quotation mark, backslash, control character, or the end.
  private mutating func skipPlain() {
    var position = unsafe self.position
    let low: UInt64 = 0x0101_0101_0101_0101
    let high: UInt64 = 0x8080_8080_8080_8080
    let raw = unsafe UnsafeRawBufferPointer(bytes)
    // Eight bytes at a time: matching bytes have their high bit set.
    while unsafe position + 8 <= end {
      let word = unsafe raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      let quote = word ^ (low &* 0x22)
      let backslash = word ^ (low &* 0x5C)
      let found =
        ((quote &- low) & ~quote | (backslash &- low) & ~backslash | (word &- low &* 0x20) & ~word) & high
      if found != 0 {
        unsafe self.position = position + UInt64(littleEndian: found).trailingZeroBitCount / 8
        return
      }
      position += 8
    }
    while unsafe position < end {
      let byte = unsafe bytes[position]
      if byte == 0x22 || byte == 0x5C || byte < 0x20 { break }
      position += 1
    }
    unsafe self.position = position
  }

  private mutating func scanEscape() throws(MarkupError) {
    let byte = try unsafe peek()
    unsafe position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return
    case UInt8(ascii: "u"):
      for _ in 0..<4 {
        guard JavaScriptLiteral.hexDigit(try unsafe peek()) != nil else {
          throw unsafe fault("expected four hex digits")
        }
        unsafe position += 1
      }
    default: throw unsafe fault("an unknown escape", at: position - 1)
    }
  }

  private mutating func skipBlanks() {
    while unsafe position < end {
      let byte = unsafe bytes[position]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
      unsafe position += 1
    }
  }

  private func peek() throws(MarkupError) -> UInt8 {
    guard unsafe position < end else { throw unsafe fault("cut off") }
    return unsafe bytes[position]
  }

  private mutating func note(_ kind: JSONToken.Kind, from start: Int, count: Int) throws(MarkupError) {
    guard unsafe tokens.count < JSON.tokenBudget else { throw .tooManyNodes(limit: JSON.tokenBudget) }
    unsafe tokens.append(JSONToken(kind: kind, start: UInt32(truncatingIfNeeded: start), count: UInt32(count)))
  }

  private func fault(_ reason: String, at offset: Int? = nil) -> MarkupError {
    unsafe .notJSON(offset: offset ?? position, reason: reason)
  }
}
