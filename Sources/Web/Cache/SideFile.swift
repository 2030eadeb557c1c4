public import Basics

/// Small files that the program keeps beside the stored responses, under names that are none of the cache's own: they are not
/// counted, not made room for, and stay where the cache is cleared.
///
/// As with responses nothing here fails: what cannot be read is not there, what cannot be written is not kept.
extension Cache {
  /// What is in such a file; nil where there is none, or where it is damaged, too large, or of another program.
  public func sideFile(_ name: String) -> [UInt8]? { folder.read(name).flatMap { SideFile.content(of: $0) } }

  /// Replaces such a file by what is made of its content, one program after the other; where `change` gives nil it stays.
  ///
  /// It is not written down to the disk at once: a machine that loses its power may lose it.
  public func updateSideFile(_ name: String, _ change: ([UInt8]?) -> [UInt8]?) {
    guard folder.isUsable else { return }
    folder.update(name) { bytes in
      guard let content = change(bytes.flatMap { SideFile.content(of: $0) }), content.count <= SideFile.longest else {
        return nil
      }
      return SideFile.bytes(of: content)
    }
  }

  /// The owner's view of the folder: who owns it, and with which permissions; nil where it is not there.
  public var access: FileAccess? { FileAccess(path) }
}

/// The form of a side file: a line that names it, the CRC-32 of what follows, and the content.
enum SideFile {
  private static let magic = Array("weatherterm side file 1\n".utf8)
  /// The longest content, in bytes.
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
