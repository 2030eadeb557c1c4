import Basics
import Foundation
import Support
import Testing

@testable import Web

@Suite struct SessionTests {
  static func session(
    timeout: Duration = .seconds(20), maxBody: Int = 1 << 20, caFile: String? = nil, systemFolder: String? = nil,
    perHost: Int = 4
  ) throws -> Session {
    var options = TransferOptions(userAgent: "weatherterm/test")
    (options.timeout, options.connectTimeout) = (timeout, .seconds(5))
    (options.maxBody, options.caFile, options.perHost) = (maxBody, caFile, perHost)
    options.systemCertificateFolder = systemFolder
    return try Session(options: options)
  }

  /// The failure of a request to a server of these replies.
  static func failure(
    _ path: String = "/", in session: Session, _ answer: @escaping @Sendable (String) -> LoopbackServer.Reply
  ) async throws -> TransferError? {
    let server = try LoopbackServer(answer)
    return await failure(server.url(path), in: session)
  }

  static func failure(_ url: String, in session: Session) async -> TransferError? {
    await failure(TransferRequest(url: url), in: session)
  }

  static func failure(_ request: TransferRequest, in session: Session) async -> TransferError? {
    do {
      _ = try await session.response(to: request)
      return nil
    } catch { return error }
  }

  static func packed(_ command: String) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    let pipe = Pipe()
    process.standardOutput = pipe
    try ChildProcess.start(process)
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Array(data)
  }

  @Test func plain() async throws {
    let server = try LoopbackServer { _ in
      .init(200, ["X-Kind:  plain ", "Set-Cookie: a=b"], body: Array("hello".utf8))
    }
    let session = try Self.session()
    let response = try await session.response(to: TransferRequest(url: server.url("/x?y=1"), headers: ["X-Mine: 7"]))
    #expect(response.url == server.url("/x?y=1"))
    #expect(response.status == 200)
    #expect(response.body == Array("hello".utf8))
    #expect(response.headers.contains(HeaderField(name: "X-Kind", value: "plain")))
    #expect(response.redirects.isEmpty)
    #expect(abs(response.started.secondsSince1970 - LocalTime.now().secondsSince1970) < 300)
    _ = try await session.response(to: TransferRequest(url: server.url("/again")))
    let heads = server.requests
    #expect(heads.first?.hasPrefix("GET /x?y=1 HTTP/1.1\r\n") == true)
    for line in ["User-Agent: weatherterm/test", "Accept-Language: en-US", "X-Mine: 7"] {
      #expect(heads.first?.contains("\r\n\(line)\r\n") == true)
    }
    #expect(heads.first?.contains("\r\nAccept-Encoding: ") == true)
    #expect(heads.last?.contains("Cookie") == false)
  }

  @Test func aRequestsOwnLanguageWins() async throws {
    let server = try LoopbackServer { _ in .init(200) }
    _ = try await Self.session().response(to: TransferRequest(url: server.url("/"), headers: ["accept-language: sv"]))
    #expect(server.requests.first?.contains("en-US") == false)
    #expect(server.requests.first?.contains("accept-language: sv\r\n") == true)
  }

  @Test(arguments: [404, 403, 429, 500]) func anyStatusAnswers(status: Int) async throws {
    let server = try LoopbackServer { _ in .init(status, body: Array("sorry".utf8)) }
    let response = try await Self.session().response(to: TransferRequest(url: server.url("/")))
    #expect(response.status == status)
    #expect(response.body == Array("sorry".utf8))
  }

  @Test func gzipIsUnpacked() async throws {
    let body = try Self.packed("printf '%s' hello hello hello | gzip")
    let server = try LoopbackServer { _ in .init(200, ["Content-Encoding: gzip"], body: body) }
    let response = try await Self.session().response(to: TransferRequest(url: server.url("/")))
    #expect(String(decoding: response.body, as: UTF8.self) == "hellohellohello")
  }

  @Test func chunksAndEarlyHintsAreRead() async throws {
    let server = try LoopbackServer { _ in
      .init(
        raw:
          "HTTP/1.1 103 Early Hints\nLink: </a>\n\nHTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n3\nabc\n2\nde\n0\n\n")
    }
    let response = try await Self.session().response(to: TransferRequest(url: server.url("/")))
    #expect(response.status == 200)
    #expect(response.body == Array("abcde".utf8))
    #expect(response.redirects.isEmpty)
    #expect(!response.headers.contains { $0.name == "Link" })
  }

  @Test func redirectsAreFollowedAndTold() async throws {
    let server = try LoopbackServer { path in
      switch path {
      case "/a/one": .init(301, ["Location: ../b/two?x=%20y"], body: Array("moved".utf8))
      case "/b/two?x=%20y": .init(302, ["Location: /three"])
      default: .init(200, body: Array("there".utf8))
      }
    }
    let response = try await Self.session().response(to: TransferRequest(url: server.url("/a/one")))
    #expect(response.url == server.url("/three"))
    #expect(response.body == Array("there".utf8))
    #expect(response.redirects.map(\.status) == [301, 302])
    #expect(response.redirects.map(\.url) == [server.url("/a/one"), server.url("/b/two?x=%20y")])
    #expect(response.redirects.first?.headers.contains(HeaderField(name: "Location", value: "../b/two?x=%20y")) == true)
  }

  @Test func tenRedirectsAreTheMost() async throws {
    let server = try LoopbackServer { path in
      let number = Int(path.dropFirst()) ?? 0
      return number == 0 ? .init(200) : .init(302, ["Location: /\(number - 1)"])
    }
    let session = try Self.session()
    let response = try await session.response(to: TransferRequest(url: server.url("/10")))
    #expect(response.redirects.count == 10)
    let error = await Self.failure(server.url("/11"), in: session)
    #expect(error == .tooManyRedirects(url: server.url("/11"), limit: 10))
    #expect(error?.category == .refused)
  }

  @Test(arguments: ["file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://127.0.0.1/x"])
  func redirectsLeadToHTTPOnly(target: String) async throws {
    let error = try await Self.failure(in: Self.session()) { _ in .init(302, ["Location: \(target)"]) }
    guard case .forbiddenRedirect(_, let to) = error else { Issue.record("\(String(describing: error))"); return }
    #expect(to == target)
    #expect(error?.category == .refused)
  }

  @Test func cutShort() async throws {
    let error = try await Self.failure(in: Self.session()) { _ in
      .init(raw: "HTTP/1.1 200 OK\nContent-Length: 100\n\nonly this")
    }
    guard case .network(_, 18, let text) = error else { Issue.record("\(String(describing: error))"); return }
    #expect(text.contains("transfer closed"))
    #expect(error?.category == .network)
  }

  @Test func cutShortBetweenChunks() async throws {
    let error = try await Self.failure(in: Self.session()) { _ in
      .init(raw: "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n3\nabc\n")
    }
    #expect(error?.category == .network)
  }

  @Test func announcedTooLarge() async throws {
    let error = try await Self.failure(in: Self.session(maxBody: 1000)) { _ in
      .init([
        (.zero, Array("HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n".utf8)), (.seconds(30), [1]),
      ])
    }
    guard case .bodyTooLarge(_, 1000) = error else { Issue.record("\(String(describing: error))"); return }
    #expect(error?.category == .unreadable)
  }

  @Test func unannouncedTooLarge() async throws {
    let error = try await Self.failure(in: Self.session(maxBody: 1000)) { _ in
      .init([(.zero, Array("HTTP/1.1 200 OK\r\n\r\n".utf8) + Array(repeating: 65, count: 1001))])
    }
    guard case .bodyTooLarge = error else { Issue.record("\(String(describing: error))"); return }
  }

  @Test func theLimitItselfIsAllowed() async throws {
    let server = try LoopbackServer { _ in .init(200, body: Array(repeating: 65, count: 1000)) }
    let response = try await Self.session(maxBody: 1000).response(to: TransferRequest(url: server.url("/")))
    #expect(response.body.count == 1000)
  }

  @Test func unpackingBomb() async throws {
    let body = try Self.packed("head -c 50000000 /dev/zero | gzip -9")
    let error = try await Self.failure(in: Self.session(maxBody: 1 << 20)) { _ in
      .init(200, ["Content-Encoding: gzip"], body: body)
    }
    #expect(body.count < 1 << 20)
    guard case .bodyTooLarge(_, 1_048_576) = error else { Issue.record("\(String(describing: error))"); return }
  }

  @Test func brokenPacking() async throws {
    let error = try await Self.failure(in: Self.session()) { _ in
      .init(200, ["Content-Encoding: gzip"], body: Array("this is not gzip".utf8))
    }
    guard case .badEncoding = error else { Issue.record("\(String(describing: error))"); return }
    #expect(error?.category == .unreadable)
  }

  @Test func hugeHeader() async throws {
    let lines = (0..<5000).map { "X-Line-\($0): " + String(repeating: "x", count: 80) }
    let error = try await Self.failure(in: Self.session()) { _ in .init(200, lines) }
    guard case .headerTooLarge = error else { Issue.record("\(String(describing: error))"); return }
  }

  @Test(arguments: [true, false]) func slow(whileSending: Bool) async throws {
    let begin = ContinuousClock.now
    let error = try await Self.failure(in: Self.session(timeout: .milliseconds(300))) { _ in
      let head = Array("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab".utf8)
      return .init([(.zero, whileSending ? head : []), (.seconds(600), [])])
    }
    guard case .network(_, 28, _) = error else { Issue.record("\(String(describing: error))"); return }
    #expect(ContinuousClock.now - begin < .seconds(300))
  }

  @Test func nobodyListens() async throws {
    let port: Int
    do { port = try LoopbackServer { _ in .init(200) }.port }
    let error = await Self.failure("http://127.0.0.1:\(port)/", in: try Self.session())
    guard case .network("http://127.0.0.1:\(port)/", 7, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func unknownName() async throws {
    let error = await Self.failure("http://no-such-host.invalid/", in: try Self.session())
    #expect(error?.category == .network)
  }

  @Test(arguments: ["", "weather.com/x", "file:///etc/passwd", "gopher://x/", "https://", "http://a b/", "http://x/\n"])
  func notAnAddress(url: String) async throws {
    let error = await Self.failure(url, in: try Self.session())
    guard case .badAddress = error else { Issue.record("\(String(describing: error))"); return }
    #expect(error?.category == .address)
  }

  @Test func manyAtOnceOverFewConnections() async throws {
    let server = try LoopbackServer { path in
      var reply = LoopbackServer.Reply(200, body: Array(path.utf8), keepsOpen: true)
      reply.pieces.insert((.milliseconds(20), []), at: 0)
      return reply
    }
    // Sixty requests of 20 ms, three at a time, take longer than one may; waiting for a turn does not count.
    let session = try Self.session(timeout: .milliseconds(350), perHost: 3)
    try await withThrowingTaskGroup(of: (Int, String).self) { group in
      for number in 0..<60 {
        group.addTask {
          let response = try await session.response(to: TransferRequest(url: server.url("/\(number)")))
          return (number, String(decoding: response.body, as: UTF8.self))
        }
      }
      for try await (number, text) in group { #expect(text == "/\(number)") }
    }
    #expect(server.requests.count == 60)
    #expect(server.mostAtOnce <= 3)
    #expect(server.connections <= 3)
  }

  @Test func cancelling() async throws {
    let server = try LoopbackServer { path in path == "/quick" ? .init(200) : .init([(.seconds(600), [])]) }
    let session = try Self.session(perHost: 1)
    let begin = ContinuousClock.now
    let tasks = (0..<3).map { number in Task { await Self.failure(server.url("/\(number)"), in: session) } }
    try await Task.sleep(for: .milliseconds(100))
    for task in tasks { task.cancel() }
    for task in tasks {
      let error = await task.value
      guard case .cancelled = error else { Issue.record("\(String(describing: error))"); return }
      #expect(error?.category == .interrupted)
    }
    // Their places are free again.
    let response = try await session.response(to: TransferRequest(url: server.url("/quick")))
    #expect(response.status == 200)
    #expect(ContinuousClock.now - begin < .seconds(300))
  }
}
