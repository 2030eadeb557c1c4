/// Small files beside the stored responses. They do not count towards the cache's size and are kept when it is cleared.
///
/// Nothing here throws: an unreadable file counts as missing, and an unwritable one is not kept.
extension Cache {
  /// A file's content; nil if it is missing, damaged or too large.
  public func sideFile(_ name: String) -> [UInt8]? { folder.read(name).flatMap { SideFile.content(of: $0) } }

  /// Updates a file atomically, under a lock against other processes; it is unchanged if `change` returns nil.
  ///
  /// It is not synced to disk, so a power failure may lose it.
  public func updateSideFile(_ name: String, _ change: ([UInt8]?) -> [UInt8]?) {
    guard folder.isUsable else { return }
    folder.update(name) { bytes in
      guard let content = change(bytes.flatMap { SideFile.content(of: $0) }), content.count <= SideFile.longest else {
        return nil
      }
      return SideFile.bytes(of: content)
    }
  }
}

/// The format of a side file: a magic line, the content's CRC-32, and the content.
enum SideFile {
  private static let magic = Array("weatherterm side file 1\n".utf8)
  /// Maximum content, in bytes.
  static let longest = 256 << 10

  static func bytes(of content: [UInt8]) -> [UInt8] {
    var file = RecordWriter()
    file.bytes = magic
    file.add(Checksum.crc32(content[...]))
    return file.bytes + content
  }

  static func content(of bytes: [UInt8]) -> [UInt8]? {
    guard bytes.starts(with: magic), bytes.count <= magic.count + 8 + longest else { return nil }
    var reader = RecordReader(bytes, from: magic.count)
    guard let sum = try? reader.number(), sum == Checksum.crc32(bytes[(magic.count + 8)...]) else { return nil }
    return Array(bytes[(magic.count + 8)...])
  }
}
