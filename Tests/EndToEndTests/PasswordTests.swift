import Foundation
import Support
import Testing

/// Passwords in addresses are used, and shown, kept and recorded nowhere.
@Suite struct PasswordTests {
  private static let password = "verysecret"

  /// Stockholm's page for whoever knows the password.
  private func server() throws -> LoopbackServer {
    let page = try Stockholm.page(Stockholm.todayPath) ?? []
    return try LoopbackServer(toHeads: ()) { head in
      // me:verysecret
      guard head.contains("Authorization: Basic bWU6dmVyeXNlY3JldA==") else { return .init(401) }
      return .init(200, ["Content-Type: text/html; charset=utf-8", "Set-Cookie: id=\(Self.password)"], body: page)
    }
  }

  /// All that a run says, and all that it leaves in its home.
  private func everything(_ outcome: Program.Outcome, _ home: Home, but names: Set<String> = []) throws -> String {
    var texts = [outcome.output, outcome.error]
    let walker = FileManager.default.enumerator(at: home.folder, includingPropertiesForKeys: nil)
    while let file = walker?.nextObject() as? URL {
      if !names.contains(file.lastPathComponent), let data = try? Data(contentsOf: file) {
        texts.append(String(decoding: data, as: UTF8.self))
      }
    }
    return texts.joined(separator: "\n")
  }

  @Test(arguments: [["-o", "json"], ["-o", "html"], ["--verbose"], ["--record", "session"]])
  func ofABaseAddress(arguments: [String]) async throws {
    let server = try server()
    let base = "http://me:\(Self.password)@127.0.0.1:\(server.port)"
    let home = try Home()
    let outcome = try await home.today(base, arguments)
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(try !everything(outcome, home).contains(Self.password))
    let list = try await home.run(["cache"])
    #expect(!list.output.contains(Self.password))
  }

  @Test(arguments: ["me:wrong@", "you:\(password)@", ""])
  func whatIsKeptForOneUserIsNotShownToAnother(other: String) async throws {
    let server = try server()
    let home = try Home()
    let mine = "http://me:\(Self.password)@127.0.0.1:\(server.port)"
    #expect(try await home.today(mine).status == 0)
    #expect(try await home.today(mine).status == 0)
    let before = server.requests.count
    #expect(before == 1, "the second run is answered from the cache")
    let refused = try await home.today("http://\(other)127.0.0.1:\(server.port)")
    #expect(refused.status != 0 && refused.output == "", "\(refused)")
    #expect(server.requests.count > before)
    let offline = try await home.today("http://\(other)127.0.0.1:\(server.port)", ["--offline"])
    #expect(offline.status != 0 && offline.output == "", "\(offline)")
    #expect(try await home.today(mine).status == 0)
  }

  @Test func ofAConfiguredAddress() async throws {
    let server = try server()
    let address = "http://me:\(Self.password)@127.0.0.1:\(server.port)"
    let home = try Home(configuration: "parsers: {WeatherCom: {base_url: \"\(address)\"}}")
    let outcome = try await home.run(Stockholm.place + ["-td", "-o", "json", "--verbose"])
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(try !everything(outcome, home, but: ["config.yaml"]).contains(Self.password))
  }

  @Test func whereNobodyAnswers() async throws {
    let home = try Home()
    for base in ["http://me:\(Self.password)@127.0.0.1:1", "http://me:\(Self.password)@no-such-host.invalid/x"] {
      for more in [[], ["--record", "session"], ["-o", "json", "--verbose"]] {
        let outcome = try await home.today(base, more)
        #expect(outcome.status == 75, "\(outcome.error)")
        #expect(try !everything(outcome, home).contains(Self.password))
      }
    }
  }

  @Test(arguments: [
    "ftp://me:verysecret@h", "http://me:very/secret@h", "http://me:verysecret@", "http://me:verysecret@h?q",
  ])
  func whereTheAddressIsNone(base: String) async throws {
    let outcome = try await Home().today(base)
    expectFailure(outcome, 64)
    #expect(!outcome.error.contains("secret"))
    let home = try Home(configuration: "parsers: {WeatherCom: {base_url: \"\(base)\"}}")
    let configured = try await home.run(Stockholm.place + ["-td"])
    expectFailure(configured, 78)
    #expect(!configured.error.contains("secret"))
  }

  @Test(arguments: [
    "http://me:verysecret@127.0.0.1:1", "http://me:verysecret@127.0.0.1:x", "me:verysecret@[",
    "nonsense://me:verysecret@h",
    "http://me:very secret@h:99999",
  ])
  func ofAProxy(proxy: String) async throws {
    let home = try Home()
    for more in [["--verbose"], ["--record", "session"]] {
      let outcome = try await home.today("http://site.example", more, environment: ["http_proxy": proxy])
      #expect(outcome.status == 75 && outcome.output == "", "\(outcome.error)")
      #expect(try !everything(outcome, home).contains("secret"))
    }
  }

  @Test func ofARedirect() async throws {
    let page = try Stockholm.page(Stockholm.todayPath) ?? []
    let server = try LoopbackServer(toHeads: ()) { head in
      if head.contains("GET /there") { return .init(200, body: page) }
      let host = head.firstMatch(of: /Host: ([^\r]*)/).map { String($0.1) } ?? ""
      return .init(302, ["Location: http://me:\(Self.password)@\(host)/there"])
    }
    let home = try Home()
    let outcome = try await home.today(server.url(""), ["-o", "json", "--record", "session", "--verbose"])
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(try !everything(outcome, home).contains(Self.password))
    let replayed = try await home.run(Stockholm.place + ["-td", "-o", "json", "--replay", "session"])
    #expect(replayed.output == outcome.output)
  }

  @Test func anotherHostDoesNotGetIt() async throws {
    let page = try Stockholm.page(Stockholm.todayPath) ?? []
    let other = try LoopbackServer { _ in .init(200, body: page) }
    let site = try LoopbackServer { _ in .init(302, ["Location: http://localhost:\(other.port)/there"]) }
    let outcome = try await Home().today("http://me:\(Self.password)@127.0.0.1:\(site.port)")
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(site.requests.allSatisfy { $0.contains("Authorization: Basic") } && site.requests.count == 1)
    #expect(other.requests.allSatisfy { !$0.contains("Authorization") } && other.requests.count == 1)
  }
}
