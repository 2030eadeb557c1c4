internal import CLibXML2

/// Fast byte search (`memmem`).
public enum ByteSearch {
  /// The first occurrence of a text at or after an offset; nil if there is none, or if the text is empty.
  public static func firstRange(of text: String, in bytes: [UInt8], from offset: Int = 0) -> Range<Int>? {
    var text = text
    guard offset >= 0, offset < bytes.count, !text.isEmpty else { return nil }
    return text.withUTF8 { wanted in
      unsafe bytes.withUnsafeBytes { buffer in
        guard let base = buffer.baseAddress,
          let found = unsafe clibxml2_find(base + offset, buffer.count - offset, wanted.baseAddress, wanted.count)
        else { return nil }
        let start = unsafe UnsafeRawPointer(found) - base
        return start..<start + wanted.count
      }
    }
  }
}
