import Foundation
import Support
import Testing

/// A failure is remembered for a minute, and forgotten when what it hung on changes.
@Suite struct ForgottenFailureTests {
  @Test(arguments: ["http_proxy", "all_proxy", "ALL_PROXY"]) func whenTheProxyChanges(variable: String) async throws {
    let server = try Stockholm.server()
    let home = try Home()
    let dead = [variable: "http://127.0.0.1:1"]
    expectFailure(try await home.today(server.url(""), environment: dead), 75)
    expectFailure(try await home.today(server.url(""), environment: dead), 75, "s ago")
    let outcome = try await home.today(server.url(""))
    #expect(outcome.status == 0, "\(outcome.error)")
    // A proxy that is not used for this host is another one, too.
    let other = try Home()
    expectFailure(try await other.today(server.url(""), environment: dead), 75)
    let direct = try await other.today(server.url(""), environment: dead.merging(["no_proxy": "127.0.0.1"]) { $1 })
    #expect(direct.status == 0, "\(direct.error)")
  }

  @Test func whenTheConfigurationChanges() async throws {
    let page = try Stockholm.page(Stockholm.todayPath) ?? []
    let server = try LoopbackServer(toHeads: ()) { head in
      head.contains("(me@site.example)") ? .init(200, body: page) : .init(403)
    }
    let home = try Home()
    expectFailure(try await home.today(server.url("")), 69)
    expectFailure(try await home.today(server.url("")), 69)
    #expect(server.requests.count == 1, "it is remembered")
    try home.write(".config/weatherterm/config.yaml", "http: {contact: me@site.example}")
    let outcome = try await home.today(server.url(""))
    #expect(outcome.status == 0, "\(outcome.error)")
  }

  @Test func whenThePasswordChanges() async throws {
    let page = try Stockholm.page(Stockholm.todayPath) ?? []
    let server = try LoopbackServer(toHeads: ()) { head in
      // me:right
      head.contains("Basic bWU6cmlnaHQ=") ? .init(200, body: page) : .init(403)
    }
    let home = try Home()
    expectFailure(try await home.today("http://me:wrong@127.0.0.1:\(server.port)"), 69)
    let outcome = try await home.today("http://me:right@127.0.0.1:\(server.port)")
    #expect(outcome.status == 0, "\(outcome.error)")
  }
}
