internal import CLibXML2

/// Finds text in bytes as fast as the machine reads them.
public enum ByteSearch {
  /// Where a text stands first in bytes, from an offset on; nil where it does not, or is empty.
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
