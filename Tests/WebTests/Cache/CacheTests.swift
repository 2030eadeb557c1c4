import Foundation
import Support
import Testing

@testable import Web

/// The folder: whole entries or none, whatever happens to it.
struct CacheTests {
  private let folder: TemporaryFolder
  private let cache: Cache
  private let key = CacheKey(TransferRequest(url: "https://a.example/../../etc/passwd?x=%2F"))

  init() throws {
    folder = try TemporaryFolder()
    cache = Cache(path: "\(folder.path)/deep/weatherterm")
  }

  private var path: String { cache.path }
  private var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }
  private var file: String { "\(path)/\(key.name(.answer))" }

  private func mode(_ path: String) throws -> Int {
    try #require(FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
  }

  @Test func keepsAnswersInFilesOfTheUsersOwn() throws {
    #expect(cache.answer(key) == nil)
    #expect(!FileManager.default.fileExists(atPath: path), "Looking makes no folder.")
    let answer = Sample.answer("ETag: \"a\"")
    cache.keep(answer, for: key)
    #expect(cache.answer(key) == answer)
    #expect(names == [key.name(.answer)])
    #expect(try mode(path) == 0o700)
    #expect(try mode("\(folder.path)/deep") == 0o700)
    #expect(try mode(file) == 0o600)
    #expect(cache.contents().answers.map(\.url) == ["https://a.example/../../etc/passwd?x=%2F"])
    #expect(try cache.clear().files == 1)
    #expect(names == [])
  }

  @Test func aNameIsAHash() {
    for url in ["https://a.example/", "../../x", "/etc/passwd", "https://a.example/\u{0}", "å"] {
      let name = CacheKey(TransferRequest(url: url)).name(.answer)
      #expect(CacheFile.Kind(name: name) == .answer)
    }
    #expect(CacheKey(TransferRequest(url: "https://a/#x")) == CacheKey(TransferRequest(url: "https://a/#y")))
    #expect(
      CacheKey(TransferRequest(url: "https://a/", headers: ["A: 1"])) != CacheKey(TransferRequest(url: "https://a/")))
  }

  @Test func usersDoNotShareWhatIsKept() {
    let urls = [
      "http://h/", "http://alice@h/", "http://alice:secret@h/", "http://bob:secret@h/", "http://alice:other@h/",
      "http://alices:ecret@h/",
    ]
    let keys = urls.map { CacheKey(TransferRequest(url: $0)) }
    #expect(Set(keys.map { $0.name(.answer) }).count == urls.count)
    #expect(keys.allSatisfy { !$0.text.contains("alice") && !$0.text.contains("secret") })
    cache.keep(Sample.answer("ETag: \"a\""), for: keys[2])
    #expect(cache.answer(keys[3]) == nil && cache.answer(keys[4]) == nil && cache.answer(keys[0]) == nil)
    #expect(cache.answer(CacheKey(TransferRequest(url: urls[2]))) != nil)
    #expect(cache.contents().answers.map(\.url) == ["http://h/"])
  }

  @Test func aDamagedEntryIsIgnoredAndReplaced() throws {
    let answer = Sample.answer("ETag: \"a\"")
    cache.keep(answer, for: key)
    let whole = Array(try Data(contentsOf: URL(filePath: file)))
    for count in 0..<whole.count {
      try Data(whole.prefix(count)).write(to: URL(filePath: file))
      #expect(cache.answer(key) == nil, "cut off after \(count) bytes")
    }
    for index in whole.indices {
      var bytes = whole
      bytes[index] ^= 0x11
      try Data(bytes).write(to: URL(filePath: file))
      #expect(cache.answer(key) == nil, "byte \(index) changed")
    }
    try Data(whole + [0]).write(to: URL(filePath: file))
    #expect(cache.answer(key) == nil)
    #expect(cache.contents().answers == [])
    cache.keep(answer, for: key)
    #expect(cache.answer(key) == answer)
  }

  @Test func anotherRequestsEntryIsNotTaken() throws {
    let other = CacheKey(TransferRequest(url: "https://b.example/"))
    cache.keep(Sample.answer(), for: other)
    try FileManager.default.copyItem(atPath: "\(path)/\(other.name(.answer))", toPath: file)
    #expect(cache.answer(other) != nil)
    #expect(cache.answer(key) == nil)
  }

  @Test func linksFoldersAndWhatOthersMayWriteAreNotTaken() throws {
    let answer = Sample.answer()
    cache.keep(answer, for: key)
    let elsewhere = "\(folder.path)/elsewhere"
    try FileManager.default.moveItem(atPath: file, toPath: elsewhere)
    try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: elsewhere)
    #expect(cache.answer(key) == nil)
    // What is written takes the link's place, and not that of what it leads to.
    cache.keep(Sample.answer(body: "new"), for: key)
    #expect(cache.answer(key)?.response.body == Array("new".utf8))
    #expect(try Data(contentsOf: URL(filePath: elsewhere)).contains(Data("body".utf8)))
    try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: file)
    #expect(cache.answer(key) == nil)
    try FileManager.default.removeItem(atPath: file)
    try FileManager.default.createDirectory(atPath: file, withIntermediateDirectories: false)
    #expect(cache.answer(key) == nil)
    cache.keep(answer, for: key)
    #expect(names == [key.name(.answer)], "no draft is left")
    try FileManager.default.removeItem(atPath: file)
    mkfifo(file, 0o600)
    #expect(cache.answer(key) == nil, "and nobody waits for a pipe")
  }

  @Test func aFolderThatOthersMayReadIsClosed() throws {
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
    cache.keep(Sample.answer(), for: key)
    #expect(cache.answer(key) != nil)
    #expect(try mode(path) == 0o700)
  }

  @Test func withoutAFolderNothingIsKept() throws {
    for path in ["/dev/null/x", "/proc/x/weatherterm", try folder.write("file", [])] {
      let cache = Cache(path: path)
      cache.keep(Sample.answer(), for: key)
      #expect(cache.answer(key) == nil)
      #expect(try cache.clear().files == 0)
    }
  }

  @Test func theOldestGoWhereThereIsNoRoom() throws {
    let body = String(repeating: "x", count: 4_000_000)
    func key(_ number: Int) -> CacheKey { CacheKey(TransferRequest(url: "https://a.example/\(number)")) }
    for number in 0..<16 {
      // A program keeps an answer or two.
      Cache(path: path).keep(Sample.answer(body: body), for: key(number))
      let file = "\(path)/\(key(number).name(.answer))"
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: 1e9 + Double(number))], ofItemAtPath: file)
      #expect(cache.contents().size <= Cache.limit)
    }
    let kept = (0..<16).filter { cache.answer(key($0)) != nil }
    #expect(kept == Array((16 - kept.count)..<16))
    #expect(kept.count >= 9)
    // What is larger than all the rest may be is not kept.
    cache.keep(Sample.answer(body: String(repeating: body, count: 3)), for: self.key)
    #expect(cache.answer(self.key) == nil)
  }

  @Test func oneProgramKeepsToTheLimitToo() {
    let body = String(repeating: "x", count: 2_000_000)
    for number in 0..<40 {
      cache.keep(Sample.answer(body: body), for: CacheKey(TransferRequest(url: "https://a.example/\(number)")))
      #expect(cache.contents().size <= Cache.limit)
    }
  }

  @Test func whatDeadProgramsLeftIsTakenAway() throws {
    cache.keep(Sample.answer(), for: key)
    let draft = "\(path)/0123456789abcdef.tmp"
    let foreign = "\(path)/notes.txt"
    for file in [draft, foreign] {
      try Data("x".utf8).write(to: URL(filePath: file))
      try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSinceNow: -120)], ofItemAtPath: file)
    }
    Cache(path: path).keep(Sample.answer(), for: key)
    #expect(names == [key.name(.answer), "notes.txt"])
    #expect(try cache.clear().files == 1)
    #expect(names == ["notes.txt"], "what is not the cache's stays")
  }

  @Test func manyAtOnceLeaveWholeEntries() async throws {
    let path = path
    let key = key
    await withTaskGroup(of: Bool.self) { group in
      for number in 0..<20 {
        group.addTask {
          let cache = Cache(path: path)
          for round in 0..<10 {
            let body = String(repeating: "\(number % 10)", count: 1000 + number * 100 + round)
            cache.keep(Sample.answer(body: body), for: key)
            // Each is somebody's, all of it.
            guard let read = cache.answer(key)?.response.body, Set(read).count == 1 else { return false }
          }
          return true
        }
      }
      for await isWhole in group { #expect(isWhole) }
    }
    #expect(names == [key.name(.answer)])
  }
}
