import Foundation
import Support
import Testing

@testable import Web

/// Files beside the stored responses: whole or not there, and never in the way.
struct SideFileTests {
  private let folder: TemporaryFolder
  private let cache: Cache

  init() throws {
    folder = try TemporaryFolder()
    cache = Cache(path: "\(folder.path)/deep/weatherterm")
  }

  private var file: String { "\(cache.path)/Valley.health" }

  private func number(_ bytes: [UInt8]?) -> Int { bytes.flatMap { try? RecordReaderNumber($0).number } ?? 0 }

  private struct RecordReaderNumber {
    let number: Int
    init(_ bytes: [UInt8]) throws {
      var reader = RecordReader(bytes)
      number = try reader.number()
    }
  }

  private func count(_ bytes: [UInt8]?) -> [UInt8] {
    var record = RecordWriter()
    record.add(number(bytes) + 1)
    return record.bytes
  }

  @Test func itIsKeptInAFileOfTheUsersOwn() throws {
    #expect(cache.sideFile("Valley.health") == nil)
    #expect(!FileManager.default.fileExists(atPath: cache.path), "Looking makes no folder.")
    cache.updateSideFile("Valley.health") { bytes in
      #expect(bytes == nil)
      return [1, 2, 3]
    }
    #expect(cache.sideFile("Valley.health") == [1, 2, 3])
    let attributes = try FileManager.default.attributesOfItem(atPath: file)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(try FileManager.default.contentsOfDirectory(atPath: cache.path) == ["Valley.health"], "No draft is left.")
    cache.updateSideFile("Valley.health") { _ in nil }
    #expect(cache.sideFile("Valley.health") == [1, 2, 3], "Where nothing is made of it, it stays.")
    #expect(cache.contents().files == 0)
    #expect(try cache.clear().files == 0)
    #expect(cache.sideFile("Valley.health") == [1, 2, 3])
  }

  @Test func manyAtOnceLoseNothing() async {
    let cache = cache
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<20 { group.addTask { cache.updateSideFile("Valley.health") { count($0) } } }
    }
    #expect(number(cache.sideFile("Valley.health")) == 20)
  }

  @Test(arguments: [[], [0], Array("weatherterm side file 1\n".utf8), Array("weatherterm side file 1\n12345678x".utf8)])
  func whatIsDamagedIsNotThere(_ bytes: [UInt8]) throws {
    cache.updateSideFile("Valley.health") { count($0) }
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    #expect(cache.sideFile("Valley.health") == nil)
    cache.updateSideFile("Valley.health") { count($0) }
    #expect(number(cache.sideFile("Valley.health")) == 1)
  }

  @Test func whatIsTooLargeIsNotWritten() {
    cache.updateSideFile("Valley.health") { count($0) }
    cache.updateSideFile("Valley.health") { _ in [UInt8](repeating: 7, count: 300 << 10) }
    #expect(number(cache.sideFile("Valley.health")) == 1)
  }

  @Test func aLinkInItsPlaceIsNotFollowed() throws {
    let other = "\(folder.path)/other"
    cache.updateSideFile("Valley.health") { count($0) }
    try FileManager.default.moveItem(atPath: file, toPath: other)
    try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: other)
    #expect(cache.sideFile("Valley.health") == nil)
    cache.updateSideFile("Valley.health") { _ in [9] }
    #expect(cache.sideFile("Valley.health") == [9])
    #expect(try Data(contentsOf: URL(fileURLWithPath: other)).count > 1, "What the link led to is as it was.")
  }

  @Test func aFolderThatCannotBeMadeIsNoFault() throws {
    let cache = Cache(path: "/proc/weatherterm/none")
    cache.updateSideFile("Valley.health") { count($0) }
    #expect(cache.sideFile("Valley.health") == nil)
  }
}
