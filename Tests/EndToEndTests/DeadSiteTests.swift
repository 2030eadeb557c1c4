import Basics
import Foundation
import Support
import Testing

/// Sites that have died, or caches that have: what they serve is dated, and is neither today nor now.
struct DeadSiteTests {
  private struct Report: Decodable {
    struct Source: Decodable {
      let age: Int
      let stale: Bool
    }
    struct Current: Decodable { let temperature: Double? }
    let source: Source
    let current: Current?
  }

  private static func report(_ done: Program.Outcome) throws -> Report {
    struct Document: Decodable { let reports: [Report] }
    #expect(done.status == 0, "\(done.error)")
    return try #require(try JSONDecoder().decode(Document.self, from: Data(done.output.utf8)).reports.first)
  }

  /// Today's forecast of a point, whose weather now is so many seconds old.
  private static func openMeteo(observed age: Int) -> [UInt8] {
    let format = ISO8601DateFormatter()
    func text(_ date: Date, _ count: Int) -> String { String(format.string(from: date).prefix(count)) }
    return Array(
      """
      {"latitude": 52.5, "longitude": 13.4, "utc_offset_seconds": 0, "timezone": "GMT",
       "current_units": {"time": "iso8601", "interval": "seconds", "temperature_2m": "°C"},
       "current": {"time": "\(text(Date() - Double(age), 16))", "interval": 900, "temperature_2m": 7.5},
       "daily_units": {"time": "iso8601", "temperature_2m_max": "°C", "temperature_2m_min": "°C"},
       "daily": {"time": ["\(text(Date(), 10))"], "temperature_2m_max": [9], "temperature_2m_min": [1]}}
      """.utf8)
  }

  private static func run(_ body: [UInt8], _ headers: [String] = []) async throws -> Program.Outcome {
    let server = try LoopbackServer { _ in .init(200, ["Content-Type: application/json"] + headers, body: body) }
    return try await Home().run(
      ["-p", "OpenMeteo", "-a", "52.5,13.4", "-td", "-o", "json", "--base-url", server.url("")])
  }

  @Test(arguments: ["-td", "-5d", "-10d", "--hourly"])
  func aPageOfAnotherDayIsNotTodays(_ kind: String) async throws {
    let names = ["today": "1.html", "tenday": "2.html", "hourbyhour": "3.html"]
    let server = try LoopbackServer { path in
      let name = path.split(separator: "/").dropFirst().first.flatMap { names[String($0)] } ?? ""
      guard let page = try? Data(contentsOf: URL(fileURLWithPath: "\(Stockholm.session)/\(name)")) else {
        return .init(404)
      }
      return .init(200, ["Content-Type: text/html; charset=utf-8"], body: Array(page))
    }
    let done = try await Home().run(Stockholm.place + [kind, "--base-url", server.url("")])
    #expect(done.status == 65)
    #expect(done.output == "")
  }

  @Test func anOldObservationIsLeftOut() async throws {
    let fresh = try Self.report(try await Self.run(Self.openMeteo(observed: 300)))
    #expect(fresh.current?.temperature == 7.5)
    #expect(!fresh.source.stale && fresh.source.age == 0)
    let late = try Self.report(try await Self.run(Self.openMeteo(observed: 2700)))
    #expect(late.current?.temperature == 7.5)
    #expect(late.source.stale && late.source.age >= 2700)
    let done = try await Self.run(Self.openMeteo(observed: 400 * 86_400))
    #expect(try Self.report(done).current == nil)
    #expect(done.error.contains("weatherterm: note: "))
  }

  @Test func theAgeOfACacheOnTheWayCounts() async throws {
    let young = try Self.report(try await Self.run(Self.openMeteo(observed: 60), ["Age: 100"]))
    #expect(young.source.age == 100 && !young.source.stale)
    let old = try Self.report(
      try await Self.run(Self.openMeteo(observed: 60), ["Age: 777600", "Cache-Control: max-age=31536000"]))
    #expect(old.source.age >= 777_600 && old.source.stale)
  }
}
