/// Decodes JavaScript string literals in which pages embed data; JSON's escapes are a subset of theirs.
public enum JavaScriptLiteral {
  /// Decodes a string literal, as in `JSON.parse("…")`.
  ///
  /// - Parameters:
  /// - bytes: a script, or a page that contains one, in UTF-8.
  /// - offset: the position of the opening quote.
  /// - Returns: the decoded text in UTF-8, with U+FFFD for unpaired surrogates, and the offset after the literal; nil
  ///   if there is no literal, or if it is unterminated or has an invalid escape.
  public static func decodeString(in bytes: [UInt8], at offset: Int) -> (bytes: [UInt8], end: Int)? {
    guard bytes.indices.contains(offset), let end = end(in: bytes, at: offset),
      let decoded = decode(bytes[(offset + 1)..<(end - 1)])
    else { return nil }
    return (decoded, end)
  }

  /// The offset after the literal; nil if there is none, or if its line ends first.
  private static func end(in bytes: [UInt8], at offset: Int) -> Int? {
    let quote = bytes[offset]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    var position = offset + 1
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == quote { return position }
      if byte == 0x0A || byte == 0x0D { return nil }
      if byte == UInt8(ascii: "\\") {
        // A backslash continues the line; a line end may be two bytes.
        position += bytes[position...].starts(with: [0x0D, 0x0A]) ? 2 : 1
      }
    }
    return nil
  }

  /// Decodes the text between the quotes; nil for an invalid escape.
  static func decode(_ source: ArraySlice<UInt8>) -> [UInt8]? {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(source.count)
    var position = source.startIndex
    while let escape = source[position...].firstIndex(of: UInt8(ascii: "\\")) {
      decoded.append(contentsOf: source[position..<escape])
      guard let after = appendEscape(at: escape + 1, of: source, to: &decoded) else { return nil }
      position = after
    }
    decoded.append(contentsOf: source[position...])
    return decoded
  }

  /// Appends a decoded escape; returns the position after it.
  private static func appendEscape(at start: Int, of source: ArraySlice<UInt8>, to decoded: inout [UInt8]) -> Int? {
    guard start < source.endIndex else { return nil }
    let position = start + 1
    switch source[start] {
    case UInt8(ascii: "n"): decoded.append(0x0A)
    case UInt8(ascii: "t"): decoded.append(0x09)
    case UInt8(ascii: "b"): decoded.append(0x08)
    case UInt8(ascii: "f"): decoded.append(0x0C)
    case UInt8(ascii: "v"): decoded.append(0x0B)
    case UInt8(ascii: "r"): decoded.append(0x0D)
    case UInt8(ascii: "0"): decoded.append(0x00)
    case 0x0A: break
    case 0x0D: return position < source.endIndex && source[position] == 0x0A ? position + 1 : position
    case UInt8(ascii: "x"):
      guard let codePoint = hex(position..<position + 2, of: source) else { return nil }
      append(codePoint, to: &decoded)
      return position + 2
    case UInt8(ascii: "u") where position < source.endIndex && source[position] == UInt8(ascii: "{"):
      guard let close = source[position...].prefix(12).firstIndex(of: UInt8(ascii: "}")),
        let codePoint = hex(position + 1..<close, of: source), codePoint <= 0x10FFFF
      else { return nil }
      append(codePoint, to: &decoded)
      return close + 1
    case UInt8(ascii: "u"):
      let end = position + 4
      guard let unit = hex(position..<end, of: source) else { return nil }
      // The low surrogate of a pair.
      if unit & 0xFC00 == 0xD800, source[end...].starts(with: #"\u"#.utf8),
        let low = hex(end + 2..<end + 6, of: source), low & 0xFC00 == 0xDC00
      {
        append(0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF), to: &decoded)
        return end + 6
      }
      append(unit, to: &decoded)
      return end
    default: decoded.append(source[start])
    }
    return position
  }

  /// Appends a code point in UTF-8; U+FFFD if it is invalid.
  private static func append(_ codePoint: UInt32, to decoded: inout [UInt8]) {
    decoded.append(contentsOf: UTF8.encode(Unicode.Scalar(codePoint) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
  }

  /// The value of hexadecimal digits; nil if there are none, or other characters.
  private static func hex(_ range: Range<Int>, of source: ArraySlice<UInt8>) -> UInt32? {
    guard !range.isEmpty, range.upperBound <= source.endIndex else { return nil }
    var number: UInt32 = 0
    for byte in source[range] {
      guard let digit = hexDigit(byte), number < 1 << 28 else { return nil }
      number = number << 4 | digit
    }
    return number
  }

  /// The value of a hexadecimal digit; nil for any other byte.
  static func hexDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte &- UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte &- UInt8(ascii: "a") &+ 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte &- UInt8(ascii: "A") &+ 10)
    default: nil
    }
  }
}
