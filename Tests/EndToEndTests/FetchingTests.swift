import Foundation
import Support
import Testing

/// What a site may do on the way to a good answer.
@Suite struct FetchingTests {
  /// A server whose answer to today's page is made of the page.
  private func server(
    _ answer: @escaping @Sendable (_ page: [UInt8]) -> LoopbackServer.Reply
  ) throws -> LoopbackServer {
    let page = try #require(try Stockholm.page(Stockholm.todayPath))
    return try LoopbackServer { path in path == Stockholm.todayPath ? answer(page) : .init(404) }
  }

  private func expectToday(_ outcome: Program.Outcome, sourceLocation: SourceLocation = #_sourceLocation) async throws {
    #expect(outcome.status == 0, "\(outcome.error)", sourceLocation: sourceLocation)
    #expect(outcome.error == "", sourceLocation: sourceLocation)
    #expect(try await outcome.output == Stockholm.shown("-td"), sourceLocation: sourceLocation)
    #expect(outcome.seconds < 5, sourceLocation: sourceLocation)
  }

  @Test func aPlainAnswerIsShown() async throws {
    let server = try server { .init(200, ["Content-Type: text/html"], body: $0) }
    try await expectToday(try await Home().today(server.url("")))
    #expect(server.requests.count == 1)
  }

  @Test func anAnswerWithoutLengthIsShown() async throws {
    let server = try server { .init([(.zero, Array("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".utf8) + $0)]) }
    try await expectToday(try await Home().today(server.url("")))
  }

  @Test(arguments: [("gzip", "gzip -c"), ("zstd", "zstd -c")])
  func aPackedAnswerIsUnpacked(encoding: String, packer: String) async throws {
    let home = try Home()
    let base = try #require(try Stockholm.page(Stockholm.todayPath))
    guard let packed = try? await Shell.output(packer, input: base) else {
      #expect(encoding != "gzip", "gzip is everywhere")
      return
    }
    #expect(packed.count < base.count / 2)
    let server = try LoopbackServer { _ in .init(200, ["Content-Encoding: \(encoding)"], body: packed) }
    try await expectToday(try await home.today(server.url("")))
  }

  @Test(arguments: ["text/html; charset=iso-8859-1", "text/html; charset=no-such-charset", "application/octet-stream"])
  func aWrongHeaderDoesNotSpoilTheText(type: String) async throws {
    let server = try server { .init(200, ["Content-Type: \(type)"], body: $0) }
    let outcome = try await Home().today(server.url(""))
    try await expectToday(outcome)
    #expect(outcome.output.contains("°") && !outcome.output.contains("Â"))
  }

  @Test func aRelativeRedirectIsFollowedToTheAddressThatIsReported() async throws {
    let page = try #require(try Stockholm.page(Stockholm.todayPath))
    let server = try LoopbackServer { path in
      switch path {
      case Stockholm.todayPath: .init(302, ["Location: /moved"])
      case "/moved": .init(301, ["Location: /en/page?x=1"])
      default: .init(200, body: page)
      }
    }
    let outcome = try await Home().today(server.url(""), ["-o", "json"])
    #expect(outcome.status == 0, "\(outcome.error)")
    // The base address stands in for the site's, which is what is reported.
    #expect(outcome.output.contains(#""url": "https://weather.com/en/page?x=1""#), "\(outcome.output.prefix(400))")
    #expect(server.requests.count == 3)
  }

  @Test func anAbsoluteRedirectIsFollowedToTheAddressThatIsReported() async throws {
    let page = try #require(try Stockholm.page(Stockholm.todayPath))
    // To a proxy all hosts are one, so that an absolute address may name any.
    let proxy = try LoopbackServer { path in
      path == "http://site.example\(Stockholm.todayPath)"
        ? .init(302, ["Location: http://other.example/en/page?x=1"]) : .init(200, body: page)
    }
    let outcome = try await Home().today(
      "http://site.example", ["-o", "json"], environment: ["http_proxy": proxy.url("")])
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.output.contains(#""url": "http://other.example/en/page?x=1""#), "\(outcome.output.prefix(400))")
    #expect(proxy.requests.count == 2)
  }

  @Test func theProgramSaysWhatItIsAndWhatItTakes() async throws {
    let server = try Stockholm.server()
    _ = try await Home().today(server.url("/"))
    let head = try #require(server.requests.first)
    #expect(head.hasPrefix("GET \(Stockholm.todayPath) HTTP/1.1\r\n"))
    #expect(head.contains("\r\nUser-Agent: weatherterm/1.0.0\r\n"))
    #expect(head.contains("\r\nAccept-Language: en-US\r\n"))
    let encodings = try #require(head.components(separatedBy: "\r\n").first { $0.hasPrefix("Accept-Encoding: ") })
    #expect(encodings.contains("gzip"))
  }

  @Test func aContactIsNamedAndAnotherNameWins() async throws {
    let server = try Stockholm.server()
    _ = try await Home(configuration: "http: {contact: you@example.org}").today(server.url(""))
    _ = try await Home(configuration: "http: {contact: you@example.org, user_agent: mine/2}").today(server.url(""))
    try #require(server.requests.count == 2)
    #expect(server.requests[0].contains("\r\nUser-Agent: weatherterm/1.0.0 (you@example.org)\r\n"))
    #expect(server.requests[1].contains("\r\nUser-Agent: mine/2\r\n"))
  }

  @Test func aProxyOfTheEnvironmentIsUsed() async throws {
    let page = try #require(try Stockholm.page(Stockholm.todayPath))
    let proxy = try LoopbackServer { _ in .init(200, body: page) }
    try await expectToday(try await Home().today("http://site.example", environment: ["http_proxy": proxy.url("")]))
    #expect(proxy.requests.first?.hasPrefix("GET http://site.example\(Stockholm.todayPath) HTTP/1.1\r\n") == true)
  }

  @Test func aHostThatIsExemptGoesAroundTheProxy() async throws {
    let server = try Stockholm.server()
    let proxy = try LoopbackServer { _ in .init(502) }
    let environment = ["http_proxy": proxy.url(""), "NO_PROXY": "127.0.0.1"]
    try await expectToday(try await Home().today(server.url(""), environment: environment))
    #expect(proxy.requests.isEmpty)
  }

  @Test func theConfiguredBaseAddressIsUsedWithItsPath() async throws {
    let page = try #require(try Stockholm.page(Stockholm.todayPath))
    let server = try LoopbackServer { path in
      path == "/mirror\(Stockholm.todayPath)" ? .init(200, body: page) : .init(404)
    }
    let home = try Home(configuration: "parsers: {WeatherCom: {base_url: \"\(server.url("/mirror/"))\"}}")
    try await expectToday(try await home.run(Stockholm.place + ["-td"]))
  }
}
