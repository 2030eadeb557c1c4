import Basics
import Foundation
import Support
import Testing

@testable import Web

/// A cache before a server on loopback, at moments of the test's choice.
struct CachedSessionTests {
  private let folder: TemporaryFolder
  private let start = LocalTime.now()

  init() throws { folder = try TemporaryFolder() }

  /// A session of a run that begins so many seconds after the test.
  private func session(after seconds: Int = 0, timeout: Duration = .seconds(5)) throws -> CachedSession {
    var options = TransferOptions(userAgent: "weatherterm/test")
    options.timeout = timeout
    return CachedSession(
      try Session(options: options), cache: Cache(path: "\(folder.path)/cache"),
      now: LocalTime(secondsSince1970: start.secondsSince1970 + seconds, offset: 0))
  }

  /// What a run gets, as a forecast that can be read gets it.
  private func run(
    _ url: String, after seconds: Int = 0, _ mode: CachePolicy.Mode = .default, maxAge: Int? = nil,
    timeout: Duration = .seconds(5)
  ) async throws -> CachedAnswer {
    let session = try session(after: seconds, timeout: timeout)
    let policy = CachePolicy(mode: mode, defaultLifetime: 300, maxAge: maxAge)
    let request = TransferRequest(url: url)
    if let answer = try session.stored(request, policy) { return answer }
    let answer = try await session.fetch(request, policy)
    session.keep([answer])
    return answer
  }

  private static func value(_ name: String, in head: String?) -> String? {
    head?.split(separator: "\r\n").first { $0.hasPrefix("\(name): ") }.map { String($0.dropFirst(name.count + 2)) }
  }

  @Test func whatHoldsIsNotAskedFor() async throws {
    let server = try LoopbackServer { _ in .init(200, body: Array("hello".utf8)) }
    let first = try await run(server.url("/"))
    #expect(first.age == nil && !first.isStale && !first.isReused)
    let second = try await run(server.url("/"), after: 120)
    #expect(second.response.body == Array("hello".utf8))
    #expect([119, 120].contains(second.age) && !second.isStale && second.isReused)
    #expect(server.requests.count == 1)
    #expect(try await run(server.url("/"), after: 400).age == nil)
    #expect(server.requests.count == 2)
    _ = try await run(server.url("/"), after: 120, maxAge: 60)
    #expect(server.requests.count == 3)
    _ = try await run(server.url("/other"))
    #expect(server.requests.count == 4)
  }

  /// The terms of api.met.no: heed Expires, then ask with the exact Last-Modified.
  @Test func termsOfMETNorwayAreKept() async throws {
    let changed = "Tue, 14 Nov 2023 22:13:20 GMT"
    let start = start.secondsSince1970
    let server = try LoopbackServer(toHeads: ()) { head in
      let asked = Self.value("If-Modified-Since", in: head)
      let formatter = DateFormatter()
      formatter.locale = Locale(identifier: "en_US_POSIX")
      formatter.timeZone = TimeZone(identifier: "GMT")
      formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
      let (now, end) = (start, start + (asked == nil ? 600 : 1200))
      let headers = [
        "Date: \(formatter.string(from: Date(timeIntervalSince1970: Double(now))))",
        "Expires: \(formatter.string(from: Date(timeIntervalSince1970: Double(end))))", "Last-Modified: \(changed)",
      ]
      return asked == changed ? .init(304, headers) : .init(200, headers, body: Array("{}".utf8))
    }
    _ = try await run(server.url("/"))
    // Not before it expires, whatever the floor is.
    #expect(try await run(server.url("/"), after: 590).isReused)
    #expect(server.requests.count == 1)
    let confirmed = try await run(server.url("/"), after: 610)
    #expect(server.requests.count == 2)
    #expect(Self.value("If-Modified-Since", in: server.requests.last) == changed)
    #expect(confirmed.response.body == Array("{}".utf8) && confirmed.response.status == 200)
    #expect(confirmed.isReused && confirmed.age == nil)
    // The confirmation's own Expires counts from then on.
    #expect(try await run(server.url("/"), after: 1190).age != nil)
    #expect(server.requests.count == 2)
  }

  @Test func anAnswerThatHasChangedReplacesTheOld() async throws {
    let server = try LoopbackServer(toHeads: ()) { head in
      let old = Self.value("If-None-Match", in: head)
      return old == nil
        ? .init(200, ["ETag: \"1\""], body: Array("old".utf8)) : .init(200, ["ETag: \"2\""], body: Array("new".utf8))
    }
    _ = try await run(server.url("/"))
    #expect(try await run(server.url("/"), .revalidate).response.body == Array("new".utf8))
    #expect(try await run(server.url("/")).response.body == Array("new".utf8))
    _ = try await run(server.url("/"), .revalidate)
    #expect(Self.value("If-None-Match", in: server.requests.last) == "\"2\"")
    // As if nothing were kept.
    _ = try await run(server.url("/"), .reload)
    #expect(Self.value("If-None-Match", in: server.requests.last) == nil)
    #expect(server.requests.count == 4)
  }

  @Test func aConfirmationOfSomethingElseIsNotTaken() async throws {
    let server = try LoopbackServer(toHeads: ()) { head in
      Self.value("If-None-Match", in: head) == nil
        ? .init(200, ["ETag: \"1\""], body: Array("whole".utf8)) : .init(304, ["ETag: \"2\""])
    }
    _ = try await run(server.url("/"))
    let answer = try await run(server.url("/"), .revalidate)
    #expect(answer.response.body == Array("whole".utf8) && !answer.isReused)
    #expect(server.requests.count == 3)
  }

  @Test func whatMayNotBeKeptIsNot() async throws {
    let server = try LoopbackServer { _ in .init(200, ["Cache-Control: no-store"], body: Array("secret".utf8)) }
    _ = try await run(server.url("/"))
    _ = try await run(server.url("/"))
    #expect(server.requests.count == 2)
    #expect(folder.files == [])
  }

  @Test func nothingIsKeptThatCouldNotBeRead() async throws {
    let server = try LoopbackServer { path in .init(200, body: Array(path.utf8)) }
    let request = TransferRequest(url: server.url("/login"))
    let policy = CachePolicy(defaultLifetime: 300)
    let session = try session()
    session.rememberUnreadable([try await session.fetch(request, policy)])
    let again = try #require(try self.session().stored(request, policy))
    #expect(again.isFailure && again.response.body == Array("/login".utf8))
    #expect(try self.session(after: 90).stored(request, policy) == nil)
    #expect(throws: TransferError.notKept(url: request.url)) {
      try self.session().stored(request, CachePolicy(mode: .onlyIfCached, defaultLifetime: 300))
    }
  }

  @Test func anOutageIsRememberedForAMinute() async throws {
    let url: String
    do {
      let server = try LoopbackServer { _ in .init([(.seconds(2), [])]) }
      url = server.url("/")
      let failure = await #expect(throws: TransferError.self) { try await run(url, timeout: .milliseconds(200)) }
      #expect(failure?.category == .network)
      let again = await #expect(throws: TransferError.self) { try await run(url, timeout: .milliseconds(200)) }
      #expect(again?.description.contains("--refresh asks at once") == true)
      #expect(server.requests.count == 1)
      // Who asks for it, or waits longer, or comes later, is not put off.
      await #expect(throws: TransferError.self) { try await run(url, .revalidate, timeout: .milliseconds(200)) }
      await #expect(throws: TransferError.self) { try await run(url, timeout: .milliseconds(300)) }
      await #expect(throws: TransferError.self) { try await run(url, after: 70, timeout: .milliseconds(200)) }
      #expect(server.requests.count == 4)
    }
  }

  @Test(arguments: [403, 429, 500, 503])
  func aRefusalIsRememberedForAMinute(status: Int) async throws {
    let server = try LoopbackServer { _ in .init(status, ["Cache-Control: max-age=9999"]) }
    // What may pass has been asked for three times.
    let tries = status == 403 ? 1 : 3
    for _ in 0..<2 { #expect(try await run(server.url("/")).response.status == status) }
    #expect(server.requests.count == tries)
    #expect(try await run(server.url("/"), after: 70).response.status == status)
    #expect(server.requests.count == 2 * tries)
  }

  @Test func whatIsKeptIsShownWithoutTheNetwork() async throws {
    let url: String
    do {
      let server = try LoopbackServer { path in
        .init(200, path == "/must" ? ["Cache-Control: max-age=1, must-revalidate"] : [], body: Array(path.utf8))
      }
      url = server.url("")
      for path in ["/free", "/must"] { _ = try await run(url + path) }
    }
    let fresh = try await run(url + "/free", after: 10, .onlyIfCached)
    #expect(!fresh.isStale)
    for mode in [CachePolicy.Mode.onlyIfCached, .allowStale] {
      let stale = try await run(url + "/free", after: 7200, mode)
      #expect(stale.isStale && [7199, 7200].contains(stale.age))
      await #expect(throws: TransferError.notKept(url: url + "/none")) { try await run(url + "/none", mode) }
    }
    // The site forbids it, but not the user who asks for nothing else.
    #expect(try await run(url + "/must", after: 7200, .onlyIfCached).isStale)
    await #expect(throws: TransferError.notKept(url: url + "/must")) {
      try await run(url + "/must", after: 7200, .allowStale)
    }
  }

  @Test func anAnswerForAnotherProgramIsNotTaken() async throws {
    let server = try LoopbackServer { path in .init(200, path == "/vary" ? ["Vary: User-Agent"] : []) }
    for path in ["/vary", "/plain"] { _ = try await run(server.url(path)) }
    let options = TransferOptions(userAgent: "weatherterm/test (you@example.org)")
    let other = CachedSession(
      try Session(options: options), cache: Cache(path: "\(folder.path)/cache"), now: start)
    let policy = CachePolicy(defaultLifetime: 300)
    #expect(try other.stored(TransferRequest(url: server.url("/vary")), policy) == nil)
    #expect(try other.stored(TransferRequest(url: server.url("/plain")), policy) != nil)
  }

  @Test func aRedirectIsKeptWithItsAnswer() async throws {
    let server = try LoopbackServer { path in
      path == "/from" ? .init(302, ["Location: /to"]) : .init(200, ["ETag: \"1\""], body: Array("there".utf8))
    }
    _ = try await run(server.url("/from"))
    let kept = try await run(server.url("/from"))
    #expect(kept.isReused && kept.response.url == server.url("/to"))
    _ = try await run(server.url("/from"), .revalidate)
    #expect(server.requests.count == 4)
    #expect(server.requests.allSatisfy { !$0.contains("If-None-Match") })
  }
}
