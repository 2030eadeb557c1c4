/// Undoes the escapes of a JSON string that the scanner has found to be in order.
enum JSONEscapes {
  /// The bytes that the string stands for: UTF-8, with U+FFFD for half a surrogate pair.
  static func decode(_ source: ArraySlice<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(source.count)
    var position = source.startIndex
    while position < source.endIndex {
      let byte = source[position]
      position += 1
      guard byte == UInt8(ascii: "\\"), position < source.endIndex else {
        decoded.append(byte)
        continue
      }
      let escape = source[position]
      position += 1
      switch escape {
      case UInt8(ascii: "b"): decoded.append(0x08)
      case UInt8(ascii: "f"): decoded.append(0x0C)
      case UInt8(ascii: "n"): decoded.append(0x0A)
      case UInt8(ascii: "r"): decoded.append(0x0D)
      case UInt8(ascii: "t"): decoded.append(0x09)
      case UInt8(ascii: "u"): position = appendUnit(at: position, of: source, to: &decoded)
      default: decoded.append(escape)
      }
    }
    return decoded
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

  /// The number that four hexadecimal digits make; nil where there are not four.
  static func hexUnit(at position: Int, of source: ArraySlice<UInt8>) -> UInt32? {
    guard position + 4 <= source.endIndex else { return nil }
    var unit: UInt32 = 0
    for offset in 0..<4 {
      guard let digit = hexDigit(source[position + offset]) else { return nil }
      unit = unit << 4 | digit
    }
    return unit
  }

  /// Appends the character whose `\u` is followed by the digits at a position, taking the second half of a surrogate pair
  /// along; returns the position after what was read.
  static func appendUnit(at position: Int, of source: ArraySlice<UInt8>, to decoded: inout [UInt8]) -> Int {
    guard let unit = hexUnit(at: position, of: source) else { return position }
    let after = position + 4
    if unit & 0xFC00 == 0xD800, after + 6 <= source.endIndex, source[after] == UInt8(ascii: "\\"),
      source[after + 1] == UInt8(ascii: "u"), let low = hexUnit(at: after + 2, of: source), low & 0xFC00 == 0xDC00
    {
      append(0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF), to: &decoded)
      return after + 6
    }
    append(unit, to: &decoded)
    return after
  }

  /// Appends a code point in UTF-8; U+FFFD where it is none.
  static func append(_ codePoint: UInt32, to decoded: inout [UInt8]) {
    decoded.append(contentsOf: UTF8.encode(Unicode.Scalar(codePoint) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
  }
}
