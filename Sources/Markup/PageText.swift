/// Turns the bytes of a page into UTF-8 that libxml2 takes to the end.
///
/// At the first byte that is no UTF-8 libxml2 may go on in Latin-1, and a NUL may end a text, an attribute or a script.
enum PageText {
  /// The same bytes where they are fine, mended ones where not, without a byte order mark.
  static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    switch (bytes.first, bytes.dropFirst().first) {
    case (0xFF, 0xFE): return utf16(bytes) { UInt16($0) | UInt16($1) << 8 }
    case (0xFE, 0xFF): return utf16(bytes) { UInt16($0) << 8 | UInt16($1) }
    default: break
    }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    let mended = isUTF8(body) ? body : Array(String(decoding: body, as: UTF8.self).utf8)
    return withoutNUL(mended)
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    (try? UTF8Span(validating: bytes.span)) != nil
  }

  private static func utf16(_ bytes: [UInt8], unit: (UInt8, UInt8) -> UInt16) -> [UInt8] {
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { unit(bytes[$0], bytes[$0 + 1]) }
    return withoutNUL(Array(String(decoding: units, as: UTF16.self).utf8))
  }

  /// NUL becomes U+FFFD, as HTML has it.
  private static func withoutNUL(_ bytes: [UInt8]) -> [UInt8] {
    guard ByteSearch.firstRange(of: "\0", in: bytes) != nil else { return bytes }
    var mended: [UInt8] = []
    mended.reserveCapacity(bytes.count)
    for byte in bytes {
      if byte == 0 { mended += [0xEF, 0xBF, 0xBD] } else { mended.append(byte) }
    }
    return mended
  }
}
