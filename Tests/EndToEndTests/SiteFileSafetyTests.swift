import Foundation
import Support
import Testing

/// A user's site file asks nobody but the hosts that it states, and nothing on this machine or its own network.
@Suite struct SiteFileSafetyTests {
  /// An answer with yesterday, today and tomorrow, whatever the day is.
  private static var body: [UInt8] {
    let days = [-1, 0, 1].map { offset in
      let day = Date().addingTimeInterval(offset * 86_400).formatted(.iso8601.year().month().day())
      return #"{"day": "\#(day)", "high": 4, "low": 1}"#
    }
    return Array(#"{"days": [\#(days.joined(separator: ","))]}"#.utf8)
  }

  private func home(_ address: String) throws -> Home {
    let home = try Home()
    try home.write(
      ".config/weatherterm/parsers/Valley.yaml",
      """
      format: 1
      title: Valley
      home: https://valley.example
      areas: coordinates
      coverage: the valley
      attribution: Valley
      terms: Free.
      horizon: 3
      page: {as: json, get: "\(address)/{latitude}"}
      units: {temperature: C}
      place: {timeZone: zone}
      days: {rows: "$.days[*]", date: day, high: high, low: low}
      """)
    return home
  }

  /// What a changed file reads is shown at once, of the answer that is kept.
  @Test func aChangedFileReadsWhatIsKept() async throws {
    let server = try LoopbackServer { _ in .init(200, ["Cache-Control: max-age=600"], body: Self.body) }
    let home = try home("http://valley.example")
    let run = ["-p", "Valley", "-a", "47,8", "-10d", "--base-url", server.url("")]
    let first = try await home.run(run)
    #expect(first.output.contains("High 4° / Low 1°"), "\(first.output)\(first.error)")
    let file = ".config/weatherterm/parsers/Valley.yaml"
    try home.write(
      file,
      String(decoding: try home.read(file), as: UTF8.self).replacing(
        "high: high, low: low", with: "high: high, low: high"))
    let second = try await home.run(run)
    #expect(second.output.contains("High 4° / Low 4°"), "\(second.output)\(second.error)")
    #expect(server.requests.count == 1)
  }

  private let question = ["-p", "Valley", "-a", "47,8", "-10d", "-o", "json"]

  @Test(arguments: [
    "http://127.0.0.1:{port}", "http://localhost:{port}", "http://0x7f.1:{port}", "http://[::1]:{port}",
  ])
  func aWrittenLocalAddressIsAMistakeOfTheFile(address: String) async throws {
    let server = try LoopbackServer { _ in .init(200, body: Self.body) }
    let outcome = try await home(address.replacing("{port}", with: "\(server.port)")).run(question)
    #expect(outcome.status == 78)
    #expect(outcome.error.contains("Valley.yaml: line 9, column 18"))
    #expect(server.requests.isEmpty)
  }

  /// A name of this machine in the system's list that is not written like one.
  private static var localName: String? {
    let lines = (try? String(contentsOfFile: "/etc/hosts", encoding: .utf8))?.split(separator: "\n") ?? []
    let words = lines.filter { $0.hasPrefix("127.") }.flatMap { $0.split(whereSeparator: \.isWhitespace).dropFirst() }
    return words.map(String.init).first { !$0.hasSuffix("localhost") && !$0.hasSuffix("local") && !$0.hasPrefix("#") }
  }

  @Test(.enabled(if: localName != nil)) func aNameThatLeadsHereIsRefused() async throws {
    let server = try LoopbackServer { _ in .init(200, body: Self.body) }
    let name = try #require(Self.localName)
    let home = try home("http://\(name):\(server.port)")
    let outcome = try await home.run(question)
    #expect(outcome.status == 69)
    #expect(outcome.error.contains("site file"))
    #expect(server.requests.isEmpty)
    // The user's own word for where the site is counts.
    let through = try await home.run(question + ["--base-url", server.url("")])
    #expect(through.status == 0, "\(through.error)")
    #expect(server.requests.count == 1)
  }

  @Test(arguments: [
    "http://127.0.0.1/", "http://other.example/a", "//other.example/", "ftp://valley.example@other.example/",
  ])
  func aRedirectElsewhereIsRefused(target: String) async throws {
    let proxy = try LoopbackServer { path in
      path.contains("valley.example/47") ? .init(302, ["Location: \(target)"]) : .init(200, body: Self.body)
    }
    let outcome = try await home("http://valley.example").run(question, environment: ["http_proxy": proxy.url("")])
    #expect(outcome.status == 69)
    #expect(outcome.error.contains("redirects to"))
    #expect(proxy.requests.count == 1)
  }

  @Test func aRedirectWithinTheSiteIsFollowed() async throws {
    let proxy = try LoopbackServer { path in
      path.hasSuffix("valley.example/47") ? .init(302, ["Location: /there"]) : .init(200, body: Self.body)
    }
    let outcome = try await home("http://valley.example").run(question, environment: ["http_proxy": proxy.url("")])
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(proxy.requests.count == 2)
  }
}
