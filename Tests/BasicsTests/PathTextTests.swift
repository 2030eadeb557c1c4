import Basics
import Testing

/// Names of files that are no UTF-8.
struct PathTextTests {
  @Test(
    arguments: [
      [], [0x61], [0xE9], [0xC3, 0xA5, 0xE9, 0x2F], [0xFF, 0xFE, 0x80, 0xBF], [0xF0, 0x9F, 0x8C], [0xED, 0xA0, 0x80],
      [0x61, 0xC3], Array(0x80...0xFF), Array(0x01...0x7F), [0xF0, 0x9F, 0x8C, 0xA7, 0xE9],
    ] as [[UInt8]])
  func everyNameComesBack(_ bytes: [UInt8]) {
    let text = PathText.text(bytes)
    #expect(PathText.bytes(text).map { UInt8(bitPattern: $0) } == bytes + [0])
    #expect(PathText.repaired(text) == String(decoding: bytes, as: UTF8.self) || bytes.count > 1)
  }

  @Test func textStaysAsItIs() {
    #expect(PathText.text(Array("räkor/雨".utf8)) == "räkor/雨")
    #expect(PathText.repaired("räkor\u{10FFFE}") == "räkor\u{FFFD}")
  }
}
