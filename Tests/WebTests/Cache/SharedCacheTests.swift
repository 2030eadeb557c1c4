import Foundation
import Synchronization
import Support
import Testing

@testable import Web

/// One folder that many programs, and other users, have to do with.
struct SharedCacheTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = "\(folder.path)/weatherterm"
  }

  private static func key(_ name: String) -> CacheKey { CacheKey(TransferRequest(url: "https://a.example/\(name)")) }

  private func mode(_ path: String) throws -> Int {
    try #require(FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
  }

  @Test(arguments: [4_000_000, 300_000]) func theLimitHoldsWhileManyWrite(_ size: Int) async throws {
    let isDone = Flag()
    let path = path
    let looker = Cache(path: path)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        var most = 0
        while !isDone.isUp {
          most = max(most, looker.contents().size)
          try await Task.sleep(for: .milliseconds(5))
        }
        #expect(most > Cache.limit / 2)
        #expect(most <= Cache.limit)
      }
      group.addTask {
        await withTaskGroup(of: Void.self) { writers in
          for writer in 0..<12 {
            writers.addTask {
              // Each has a program's own idea of how much there is.
              let cache = Cache(path: path)
              for round in 0..<(24_000_000 / size) {
                let body = String(repeating: "x", count: size)
                cache.keep(Sample.answer(body: body), for: Self.key("\(writer)/\(round)"))
              }
            }
          }
        }
        isDone.raise()
      }
      try await group.waitForAll()
    }
    #expect(looker.contents().size <= Cache.limit)
    #expect(looker.contents().files > 5)
  }

  @Test func itIsClearedBesideAProgramThatKeepsAnswersAnew() async throws {
    let isDone = Flag()
    let path = path
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        let cache = Cache(path: path)
        while !isDone.isUp { cache.keep(Sample.answer(), for: Self.key("a")) }
      }
      group.addTask {
        defer { isDone.raise() }
        var count = 0
        // The writer may begin late.
        for round in 0..<100_000 where round < 200 || count == 0 { count += try Cache(path: path).clear().files }
        #expect(count > 0)
      }
      try await group.waitForAll()
    }
  }

  @Test(.enabled(if: canMakeImmutable)) func whatCannotBeTakenAwayIsTold() throws {
    let cache = Cache(path: path)
    cache.keep(Sample.answer(), for: Self.key("a"))
    try #require(Self.attribute("+i", path))
    defer { _ = Self.attribute("-i", path) }
    #expect(throws: TransferError.cannotClear(path: path)) { try cache.clear() }
  }

  @Test(arguments: [0o755, 0o777]) func lookingChangesNothing(_ mode: Int) throws {
    let cache = Cache(path: path)
    cache.keep(Sample.answer(), for: Self.key("a"))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    #expect(cache.contents().answers.count == 1)
    #expect(try self.mode(path) == mode)
    cache.keep(Sample.answer(), for: Self.key("b"))
    #expect(try self.mode(path) == 0o700)
  }

  @Test(.enabled(if: geteuid() == 0)) func anotherUsersLinkIsNotFollowed() throws {
    let own = "\(folder.path)/own"
    try FileManager.default.createDirectory(
      atPath: own, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o755])
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: own)
    lchown(path, 65534, 65534)
    let cache = Cache(path: path)
    cache.keep(Sample.answer(), for: Self.key("a"))
    #expect(cache.answer(Self.key("a")) == nil)
    #expect(cache.contents().files == 0)
    #expect(try cache.clear().files == 0)
    #expect(try mode(own) == 0o755)
    #expect(try FileManager.default.contentsOfDirectory(atPath: own) == [])
  }

  @Test(.enabled(if: geteuid() == 0)) func anotherUsersFolderIsNotTaken() throws {
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o777])
    chown(path, 65534, 65534)
    let cache = Cache(path: path)
    cache.keep(Sample.answer(), for: Self.key("a"))
    #expect(cache.answer(Self.key("a")) == nil)
    #expect(try mode(path) == 0o777)
    #expect(try FileManager.default.contentsOfDirectory(atPath: path) == [])
  }

  @Test func onesOwnLinkIsFollowedAndItsFolderStaysAsItIs() throws {
    let own = "\(folder.path)/own"
    try FileManager.default.createDirectory(
      atPath: own, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o755])
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: own)
    let cache = Cache(path: path)
    cache.keep(Sample.answer(), for: Self.key("a"))
    #expect(cache.answer(Self.key("a")) != nil)
    #expect(try mode(own) == 0o755)
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: own)
    #expect(cache.answer(Self.key("a")) == nil, "Others may write there.")
    #expect(try mode(own) == 0o777)
  }

  /// What one task tells another.
  private final class Flag: Sendable {
    private let state = Mutex(false)

    var isUp: Bool { state.withLock { $0 } }

    func raise() { state.withLock { $0 = true } }
  }

  /// Whether the user may, and the file system can, keep a folder as it is.
  private static var canMakeImmutable: Bool {
    guard geteuid() == 0, let folder = try? TemporaryFolder() else { return false }
    defer { _ = attribute("-i", folder.path) }
    return attribute("+i", folder.path)
  }

  /// Sets an attribute of a folder, where the file system has such.
  private static func attribute(_ change: String, _ path: String) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["chattr", change, path]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
