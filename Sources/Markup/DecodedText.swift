/// An answer's text, converted to UTF-8.
public struct DecodedText: Sendable {
  /// The text; see ``isUTF8``.
  public let bytes: [UInt8]
  /// True if the bytes are valid UTF-8 without a byte order mark, whatever the document declares. False if nothing is
  /// declared and they are not valid UTF-8, or if an XML document declares an encoding that it cannot be in.
  public let isUTF8: Bool

  /// Decodes an answer by, in this order: its byte order mark, the header's charset, the document's own declaration
  /// (XML declaration, HTML `meta`), UTF-8. An unknown charset is ignored if the text is valid UTF-8.
  ///
  /// Non-ASCII bytes that are valid UTF-8 are taken as UTF-8 even if a single-byte encoding is declared: no real text
  /// in such an encoding is valid UTF-8 by chance, but many servers declare a wrong one.
  ///
  /// - Parameter contentType: the Content-Type header.
  /// - Throws: ``MarkupError/wrongEncoding(declared:)`` if the bytes are invalid in the declared encoding,
  ///   ``MarkupError/unsupportedEncoding(text:)`` if the system cannot convert it.
  public init(_ bytes: [UInt8], contentType: String? = nil) throws(MarkupError) {
    let isValid = (try? UTF8Span(validating: bytes.span)) != nil
    if let (encoding, length) = Self.byteOrderMark(bytes) {
      (self.bytes, isUTF8) = (try Self.text(bytes[length...], in: encoding, declared: encoding.name), true)
    } else if let label = contentType.flatMap({ DeclaredEncoding.label(inContentType: $0) }) {
      (self.bytes, isUTF8) = (try Self.text(bytes, label: label, isValid: isValid), true)
    } else if let encoding = Self.wideEncoding(bytes) {
      (self.bytes, isUTF8) = (try Self.text(bytes[...], in: encoding, declared: encoding.name), true)
    } else if let label = DeclaredEncoding.label(inXML: bytes) {
      // A document that cannot be in its declared encoding is not well-formed; the XML parser reports why.
      isUTF8 = TextEncoding(label: label).map { !$0.isWide && $0.converted([]) != .unsupported } ?? false
      self.bytes = isUTF8 ? try Self.text(bytes, label: label, isValid: isValid) : bytes
    } else if let label = Self.isMarkup(bytes) ? DeclaredEncoding.label(inHTML: bytes) : nil,
      // If the `meta` element can be read as ASCII, the page is not in a wide encoding, even if declared.
      TextEncoding(label: label)?.isWide != true
    {
      (self.bytes, isUTF8) = (try Self.text(bytes, label: label, isValid: isValid), true)
    } else {
      (self.bytes, isUTF8) = (bytes, isValid)
    }
  }

  /// Converts bytes from the encoding with a given label.
  private static func text(_ bytes: [UInt8], label: String, isValid: Bool) throws(MarkupError) -> [UInt8] {
    guard let encoding = TextEncoding(label: label) else {
      if isValid { return bytes }
      throw .unsupportedEncoding(text: String(label.prefix(40)))
    }
    let isASCII = isValid && bytes.allSatisfy { $0 < 0x80 }
    if encoding == .utf8 || isASCII && encoding.isASCIICompatible || isValid && !isASCII && encoding.isSingleByte {
      if isValid { return bytes }
      throw .wrongEncoding(declared: label)
    }
    // Pairs of ASCII characters would decode as Chinese characters.
    if encoding.isWide, !bytes.isEmpty, !bytes.contains(0) { throw .wrongEncoding(declared: label) }
    if isValid, encoding.converted([]) == .unsupported { return bytes }
    return try text(bytes[...], in: encoding, declared: label)
  }

  /// Converts bytes from an encoding.
  private static func text(
    _ bytes: ArraySlice<UInt8>, in encoding: TextEncoding, declared: String
  ) throws(MarkupError) -> [UInt8] {
    switch encoding.converted(bytes) {
    case .text(let text): return text
    case .invalid: throw .wrongEncoding(declared: declared)
    case .unsupported: throw .unsupportedEncoding(text: declared)
    }
  }

  /// The encoding indicated by a byte order mark, and the mark's length.
  private static func byteOrderMark(_ bytes: [UInt8]) -> (TextEncoding, Int)? {
    let marks: [([UInt8], TextEncoding)] = [
      ([0xEF, 0xBB, 0xBF], .utf8), ([0xFF, 0xFE, 0, 0], .utf32LittleEndian), ([0, 0, 0xFE, 0xFF], .utf32BigEndian),
      ([0xFF, 0xFE], .utf16LittleEndian), ([0xFE, 0xFF], .utf16BigEndian),
    ]
    return marks.first { bytes.starts(with: $0.0) }.map { ($0.1, $0.0.count) }
  }

  /// UTF-16 without a mark: markup and JSON begin with two ASCII characters, whose high bytes are zero.
  private static func wideEncoding(_ bytes: [UInt8]) -> TextEncoding? {
    guard bytes.count >= 4 else { return nil }
    switch (bytes[0], bytes[1], bytes[2], bytes[3]) {
    case (1..., 0, 1..., 0): return .utf16LittleEndian
    case (0, 1..., 0, 1...): return .utf16BigEndian
    default: return nil
    }
  }

  /// True if the first character other than whitespace is `<`.
  private static func isMarkup(_ bytes: [UInt8]) -> Bool { bytes.first { $0 > 0x20 } == UInt8(ascii: "<") }
}
