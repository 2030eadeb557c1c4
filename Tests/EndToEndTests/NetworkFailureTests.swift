import Foundation
import Support
import Testing

/// Networks that fail, and answers that are too much.
@Suite struct NetworkFailureTests {
  private static let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 21406\r\n\r\n"

  /// Answers with a page that never ends.
  private func trickling() throws -> LoopbackServer {
    let drops = (0..<100).map { _ in (pause: Duration.milliseconds(100), bytes: Array("<p>".utf8)) }
    return try LoopbackServer { _ in .init([(.zero, Array(Self.head.utf8))] + drops) }
  }

  @Test func anAnswerThatTricklesIsGivenUp() async throws {
    let server = try trickling()
    let outcome = try await Home(configuration: "http: {timeout: 1s}").today(server.url(""))
    expectFailure(outcome, 75, " did not answer in time", "http.timeout", within: 4)
    #expect(outcome.seconds > 0.9)
  }

  @Test(arguments: ["", head])
  func anAnswerThatFallsSilentIsGivenUp(start: String) async throws {
    let server = try LoopbackServer { _ in .init([(.zero, Array(start.utf8)), (.seconds(8), [])]) }
    let outcome = try await Home(configuration: "http: {timeout: 500ms}").today(server.url(""))
    expectFailure(outcome, 75, "did not answer in time", within: 4)
  }

  @Test func anAnswerThatIsCutOffIsNoForecast() async throws {
    // All of the page but its end: a forecast could be read off it.
    let page = try #require(try Stockholm.page(Stockholm.todayPath))
    let server = try LoopbackServer { _ in
      .init([(.zero, Array("HTTP/1.1 200 OK\r\nContent-Length: \(page.count + 10)\r\n\r\n".utf8) + page)])
    }
    expectFailure(try await Home().today(server.url("")), 75, "was cut short", within: 5)
  }

  @Test func chunksThatAreCutOffAreNoForecast() async throws {
    let server = try LoopbackServer { _ in
      .init(raw: "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n5\n<html\n")
    }
    expectFailure(try await Home().today(server.url("")), 75, "cut short", within: 5)
  }

  @Test func aConnectionThatIsClosedWithoutAWordFails() async throws {
    let server = try LoopbackServer { _ in .init([]) }
    expectFailure(try await Home().today(server.url("")), 75, "cut short", within: 5)
  }

  @Test func whatIsNotHTTPFails() async throws {
    let server = try LoopbackServer { _ in .init(raw: "220 mail.example ESMTP\n\n") }
    expectFailure(try await Home().today(server.url("")), 75, "127.0.0.1", within: 5)
  }

  @Test func aConnectionThatIsRefusedIsTold() async throws {
    // A port that was free a moment ago.
    let port = try LoopbackServer { _ in .init(200) }.port
    expectFailure(try await Home().today("http://127.0.0.1:\(port)"), 75, "no connection to 127.0.0.1", within: 5)
  }

  @Test func aNameThatIsNotKnownIsTold() async throws {
    let home = try Home(configuration: "http: {timeout: 5s}")
    let outcome = try await home.today("http://no-such-host.invalid")
    // Where no name server answers at all, the name times out.
    expectFailure(outcome, 75, "no-such-host.invalid", within: 8)
  }

  @Test func aProxyThatIsNotThereIsTold() async throws {
    let port = try LoopbackServer { _ in .init(200) }.port
    let outcome = try await Home().today(
      "http://site.example", environment: ["http_proxy": "http://127.0.0.1:\(port)"])
    expectFailure(outcome, 75, "http_proxy", within: 5)
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["ASAN_OPTIONS"] == nil))
  func anUnpackingBombIsDefusedInLittleMemory() async throws {
    let bomb = try await Shell.output("head -c 400000000 /dev/zero | gzip -1")
    #expect(bomb.count < 4 << 20)
    let server = try LoopbackServer { _ in .init(200, ["Content-Encoding: gzip"], body: bomb) }
    // The system itself sees to it that no more than 200 MB are used.
    let outcome = try await Home().today(server.url(""), shell: #"ulimit -d 195000 && exec "$@""#)
    expectFailure(outcome, 65, "larger than 16 MiB", "http.max_body", within: 10)
  }

  @Test func aLengthThatIsTooLargeIsNotWaitedFor() async throws {
    let server = try LoopbackServer { _ in
      .init([(.zero, Array("HTTP/1.1 200 OK\r\nContent-Length: 99000000\r\n\r\n<html>".utf8)), (.seconds(8), [])])
    }
    expectFailure(try await Home().today(server.url("")), 65, "larger than 16 MiB", within: 4)
  }

  @Test func theConfiguredSizeHolds() async throws {
    let server = try Stockholm.server()
    let small = try await Home(configuration: "http: {max_body: 20KiB}").today(server.url(""))
    expectFailure(small, 65, "larger than 20 KiB")
    let large = try await Home(configuration: "http: {max_body: 21KiB}").today(server.url(""))
    #expect(large.status == 0, "\(large.error)")
  }

  @Test func aHeaderWithoutEndIsNotWaitedFor() async throws {
    let lines = Array((0..<40_000).map { "X-\($0): filler\r\n" }.joined().utf8)
    let server = try LoopbackServer { _ in .init([(.zero, Array("HTTP/1.1 200 OK\r\n".utf8) + lines)]) }
    let outcome = try await Home().today(server.url(""))
    expectFailure(outcome, outcome.status, "header", within: 5)
    #expect([65, 75].contains(outcome.status))
  }

  @Test func whatCannotBeUnpackedIsTold() async throws {
    let server = try LoopbackServer { _ in .init(200, ["Content-Encoding: gzip"], body: Array("not packed".utf8)) }
    expectFailure(try await Home().today(server.url("")), 65, "cannot be unpacked", within: 5)
  }
}
