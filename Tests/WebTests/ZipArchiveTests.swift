import Testing

@testable import Web

/// Archives, byte by byte.
struct ZipArchiveTests {
  /// A number in so many bytes, the lowest first.
  private func number(_ bytes: [UInt8], _ offset: Int, _ width: Int) -> Int {
    (0..<width).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
  }

  @Test func entriesAreStoredWithTheirChecksums() throws {
    var archive = ZipArchive()
    let files = [
      ("doctor.txt", Array("123456789".utf8)), ("sites/ä.yaml", []), ("big", [UInt8](repeating: 7, count: 70_000)),
    ]
    for (name, content) in files { archive.add(name, content) }
    let bytes = archive.data
    let end = bytes.count - 22
    #expect(number(bytes, end, 4) == 0x0605_4b50)
    #expect(number(bytes, end + 8, 2) == 3 && number(bytes, end + 10, 2) == 3)
    #expect(number(bytes, end + 16, 4) + number(bytes, end + 12, 4) == end)
    var entry = number(bytes, end + 16, 4)
    for (name, content) in files {
      #expect(number(bytes, entry, 4) == 0x0201_4b50)
      let (sum, nameSize) = (number(bytes, entry + 16, 4), number(bytes, entry + 28, 2))
      #expect(number(bytes, entry + 20, 4) == content.count && number(bytes, entry + 24, 4) == content.count)
      #expect(String(decoding: bytes[(entry + 46)..<(entry + 46 + nameSize)], as: UTF8.self) == name)
      let local = number(bytes, entry + 42, 4)
      #expect(number(bytes, local, 4) == 0x0403_4b50 && number(bytes, local + 14, 4) == sum)
      #expect(number(bytes, local + 8, 2) == 0, "stored")
      let start = local + 30 + number(bytes, local + 26, 2) + number(bytes, local + 28, 2)
      #expect(Array(bytes[start..<(start + content.count)]) == content)
      #expect(sum == Checksum.crc32(content))
      entry += 46 + nameSize
    }
    #expect(entry == end)
    // The check value of CRC-32.
    #expect(Checksum.crc32(files[0].1) == 0xCBF4_3926)
  }

  @Test func anEmptyOneIsItsEnd() { #expect(ZipArchive().data.count == 22) }
}
