import Foundation
import Support
import Synchronization
import Testing

/// A source of hours, asked twice in a day: the hours that the second answer has no more are kept from the first.
struct EarlierHoursTests {
  private static let place = ["-p", "SMHI", "-a", "here", "-td", "-o", "json"]
  /// The clocks there are never changed: the test holds on every day of the year.
  private static let configuration = "places: {here: {SMHI: \"59.3293,18.0686\", timeZone: UTC}}\n"

  /// An answer with an hour for each temperature, from an hour of today's on.
  private static func answer(from first: Int, _ temperatures: [Double]) -> [UInt8] {
    let midnight = Date(timeIntervalSince1970: (Date().timeIntervalSince1970 / 86_400).rounded(.down) * 86_400)
    func time(_ hour: Int) -> String { ISO8601DateFormatter().string(from: midnight + Double(hour) * 3600) }
    let steps = temperatures.enumerated().map { index, temperature in
      """
      {"time": "\(time(first + index))", "intervalParametersStartTime": "\(time(first + index - 1))",
       "data": {"air_temperature": \(temperature), "wind_speed": 2, "precipitation_amount_mean": 0.5}}
      """
    }
    return Array("{\"timeSeries\": [\(steps.joined(separator: ","))]}".utf8)
  }

  private struct Day: Decodable {
    let from: String?
    let high: Double?
    let low: Double?
    let precipitation: Double?
  }

  private static func today(_ done: Program.Outcome) throws -> Day {
    struct Report: Decodable { let days: [Day] }
    struct Document: Decodable { let reports: [Report] }
    #expect(done.status == 0, "\(done.error)")
    return try #require(
      try JSONDecoder().decode(Document.self, from: Data(done.output.utf8)).reports.first?.days.first)
  }

  @Test func hoursThatHaveGoneByAreKept() async throws {
    // A warm day up to ten in the evening, then the night before a cold one.
    let whole = Self.answer(from: 0, (0..<22).map { Double($0) } + Array(repeating: -3, count: 14))
    let evening = Self.answer(from: 21, Array(repeating: -4, count: 20))
    let isEvening = Mutex(false)
    let server = try LoopbackServer { _ in
      .init(200, ["Content-Type: application/json"], body: isEvening.withLock { $0 } ? evening : whole, keepsOpen: true)
    }
    let home = try Home(configuration: Self.configuration)
    let run = Self.place + ["--base-url", server.url("")]
    let first = try Self.today(try await home.run(run))
    #expect(first.from == nil && first.high == 21 && first.low == -3)
    isEvening.withLock { $0 = true }
    // The newer answer counts for the hours that both have: the last of the old one is 20.
    let second = try Self.today(try await home.run(run + ["--refresh"]))
    #expect(second.from == nil && second.high == 20 && second.low == -4)
    #expect(second.precipitation == 12)
    // From the cache it is the same; without the earlier hours it is the rest of the day.
    let third = try Self.today(try await home.run(run))
    #expect(third.from == nil && third.high == 20)
    for others in [run + ["--record", "session"], ["--replay", "session"] + Self.place] {
      let rest = try Self.today(try await home.run(others))
      #expect(rest.from?.contains("T21:00:00+00:00") == true)
      #expect(rest.high == nil && rest.low == nil && rest.precipitation == nil)
    }
    let other = try Self.today(try await Home(configuration: Self.configuration).run(run))
    #expect(other.from?.contains("T21:00:00+00:00") == true && other.high == nil)
  }
}
