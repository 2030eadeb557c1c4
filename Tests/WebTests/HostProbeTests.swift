import Support
import Testing

@testable import Web

/// What is told of a host without asking it for more than a head.
struct HostProbeTests {
  private static let options = TransferOptions(userAgent: "weatherterm/test")

  @Test func aHostThatAnswersHasItsTimes() async throws {
    let server = try LoopbackServer { _ in .init(404, ["Date: Mon, 30 Nov 2026 12:00:00 GMT"]) }
    let probe = await HostProbe.of(server.url("/"), Self.options, within: .seconds(5))
    #expect(probe.failure == nil && probe.status == 404 && probe.date == 1_796_040_000)
    #expect(probe.times.connection != nil && probe.times.answer != nil && probe.times.tls == nil)
    #expect(server.requests.map { $0.prefix(7) } == ["HEAD / "])
    #expect(server.requests.first?.contains("User-Agent: weatherterm/test\r\n") == true)
  }

  @Test func redirectsAreNotFollowed() async throws {
    let server = try LoopbackServer { path in
      path == "/" ? .init(302, ["Location: /elsewhere"]) : .init(200)
    }
    #expect(await HostProbe.of(server.url("/"), Self.options, within: .seconds(5)).status == 302)
    #expect(server.requests.count == 1)
  }

  @Test func aHostThatIsNotThereSaysWhy() async throws {
    let closed = await HostProbe.of("http://127.0.0.1:9/", Self.options, within: .seconds(5))
    #expect(closed.failure != nil && closed.status == nil)
    let silent = try LoopbackServer { _ in .init([(.seconds(3), [])]) }
    let late = await HostProbe.of(silent.url("/"), Self.options, within: .milliseconds(200))
    #expect(late.failure != nil && late.times.connection != nil && late.times.answer == nil)
    let plain = try LoopbackServer(greeting: "hello\n")
    let tls = await HostProbe.of("https://127.0.0.1:\(plain.port)/", Self.options, within: .seconds(5))
    #expect(tls.failure != nil && tls.times.tls == nil)
  }
}
