/// Reads the literals of JavaScript that pages embed their data in.
public enum JavaScriptLiteral {
  /// Decodes a string literal, as in `JSON.parse("…")`.
  ///
  /// - Parameters:
  ///   - bytes: a script, or a page with one in it, in UTF-8.
  ///   - offset: where the literal's quotation mark or apostrophe stands.
  /// - Returns: what the literal stands for, in UTF-8 with U+FFFD for half a surrogate pair, and the offset of the byte after
  ///   the literal; nil where no literal begins there, or it does not end, or has an escape that cannot be.
  public static func decodeString(in bytes: [UInt8], at offset: Int) -> (bytes: [UInt8], end: Int)? {
    guard bytes.indices.contains(offset), let end = end(in: bytes, at: offset) else { return nil }
    let source = bytes[(offset + 1)..<(end - 1)]
    var decoded: [UInt8] = []
    decoded.reserveCapacity(source.count)
    var position = source.startIndex
    while let escape = source[position...].firstIndex(of: UInt8(ascii: "\\")) {
      decoded.append(contentsOf: source[position..<escape])
      guard let after = appendEscape(at: escape + 1, of: source, to: &decoded) else { return nil }
      position = after
    }
    decoded.append(contentsOf: source[position...])
    return (decoded, end)
  }

  /// The offset of the byte after the literal; nil where none begins here or its line ends first.
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
        // A line may go on after a backslash, and the end of a line may be two bytes.
        let isCarriageReturn = position < bytes.count && bytes[position] == 0x0D
        position += 1
        if isCarriageReturn, position < bytes.count, bytes[position] == 0x0A { position += 1 }
      }
    }
    return nil
  }

  /// Appends what an escape stands for; returns the position after it.
  private static func appendEscape(at start: Int, of source: ArraySlice<UInt8>, to decoded: inout [UInt8]) -> Int? {
    guard start < source.endIndex else { return nil }
    let escape = source[start]
    let position = start + 1
    switch escape {
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
      guard let digits = hex(source[position...].prefix(2)), position + 2 <= source.endIndex else { return nil }
      JSONEscapes.append(digits, to: &decoded)
      return position + 2
    case UInt8(ascii: "u") where position < source.endIndex && source[position] == UInt8(ascii: "{"):
      guard let close = source[position...].prefix(12).firstIndex(of: UInt8(ascii: "}")),
        let codePoint = hex(source[(position + 1)..<close]), codePoint <= 0x10FFFF
      else { return nil }
      JSONEscapes.append(codePoint, to: &decoded)
      return close + 1
    case UInt8(ascii: "u"):
      guard JSONEscapes.hexUnit(at: position, of: source) != nil else { return nil }
      return JSONEscapes.appendUnit(at: position, of: source, to: &decoded)
    default: decoded.append(escape)
    }
    return position
  }

  /// The number that hexadecimal digits make; nil where there are none, or something else among them.
  private static func hex(_ digits: ArraySlice<UInt8>) -> UInt32? {
    guard !digits.isEmpty else { return nil }
    var number: UInt32 = 0
    for digit in digits {
      guard let value = JSONEscapes.hexDigit(digit), number < 1 << 28 else { return nil }
      number = number << 4 | value
    }
    return number
  }
}
