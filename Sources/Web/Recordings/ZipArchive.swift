/// A ZIP archive of small texts (PKWARE's APPNOTE.TXT 6.3.10), all entries uncompressed.
///
/// Uncompressed entries only need a checksum, which zlib provides, so no archive library is needed.
public struct ZipArchive: Sendable {
  private var entries: [(name: [UInt8], content: [UInt8], sum: Int, offset: Int)] = []
  private var bytes: [UInt8] = []

  /// An archive without entries.
  public init() {}

  /// Adds a file; the name is UTF-8 with `/` between folders. The limit is 2 GiB in total.
  public mutating func add(_ name: String, _ content: [UInt8]) {
    let entry = (name: Array(name.utf8), content: content, sum: Checksum.crc32(content), offset: bytes.count)
    entries.append(entry)
    append(0x0403_4b50, 4)
    describe(entry.sum, entry.content.count, entry.name.count)
    bytes += entry.name + content
  }

  /// The archive's bytes.
  public var data: [UInt8] {
    var archive = self
    let start = bytes.count
    for entry in entries {
      archive.append(0x0201_4b50, 4)
      archive.append(0x031E, 2)  // made on Unix, for the permissions below
      archive.describe(entry.sum, entry.content.count, entry.name.count)
      archive.append(0, 2 + 2 + 2)  // no comment, the first disk, no inner attributes
      archive.append(0o100_644 << 16, 4)
      archive.append(entry.offset, 4)
      archive.bytes += entry.name
    }
    let size = archive.bytes.count - start
    archive.append(0x0605_4b50, 4)
    archive.append(0, 4)
    archive.append(entries.count, 2)
    archive.append(entries.count, 2)
    archive.append(size, 4)
    archive.append(start, 4)
    archive.append(0, 2)
    return archive.bytes
  }

  /// The fields common to both headers of an entry: version 1.0, UTF-8 names, stored, dated 1980-01-01, checksum and sizes.
  private mutating func describe(_ sum: Int, _ size: Int, _ nameSize: Int) {
    for (number, width) in [
      (10, 2), (0x0800, 2), (0, 2), (0, 2), (0x21, 2), (sum, 4), (size, 4), (size, 4), (nameSize, 2), (0, 2),
    ] {
      append(number, width)
    }
  }

  /// Appends a little-endian number.
  private mutating func append(_ number: Int, _ width: Int) {
    for index in 0..<width { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * index))) }
  }
}
