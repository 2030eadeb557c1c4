import Basics
import Foundation
import Output
import Parsers
import Scraping
import Testing
import Weather
import Web

@testable import App

/// The recorded answers with seeded random changes in them: no parser falls over one, and what it makes of one passes the
/// gate or is refused.
///
/// `WEATHERTERM_MUTATIONS` says how many changes each run of each fixture gets (8); `make mutate` tries many more.
struct MutationTests {
  private static let count = ProcessInfo.processInfo.environment["WEATHERTERM_MUTATIONS"].flatMap { Int($0) } ?? 8
  #if DEBUG
    private static let limit = Duration.seconds(5)
  #else
    private static let limit = Duration.seconds(1)
  #endif

  @Test(arguments: Candidate.all)
  func aChangedAnswerIsReadOrRefused(_ candidate: Candidate) async throws {
    var tried = 0
    for recorded in candidate.recordings {
      guard let area = recorded.area, let kind = recorded.kind,
        let recording = try? Recording(path: recorded.session.path),
        let clock = ReplaySession(recording).clock(hosts: candidate.facts.hosts),
        let query = try? candidate.question(area, kind, now: clock)
      else { continue }
      for seed in 0..<UInt64(Self.count) {
        tried += 1
        let name = "\(candidate.name)/\(recorded.name) \(kind.rawValue), seed \(seed)"
        let changing = ChangingSession(recording, seed: seed &+ UInt64(recorded.name.utf8.count) << 32)
        let start = ContinuousClock.now
        do {
          let forecast = try await candidate.report(on: query) { request in
            try changing.page(for: request, fetched: query.now)
          }
          render(forecast, query, candidate)
        } catch is ScrapingError {
        } catch is TransferError {
          // A link that was changed leads nowhere.
        } catch {
          Issue.record("\(name): \(error) is no error of the room")
        }
        let time = start.duration(to: .now)
        #expect(time < Self.limit, "\(name)")
      }
    }
    #expect(tried > 0, "there is no fixture to change")
  }

  /// Converts and writes a forecast in every unit and form: numbers that no weather has must not end the program there.
  private func render(_ forecast: Forecast, _ query: ForecastQuery, _ candidate: Candidate) {
    for system in [UnitSystem(), .metric, .imperial] {
      var forecast = forecast
      let units = forecast.unify(to: system)
      let source = Source(
        parser: candidate.name, name: candidate.facts.title, url: forecast.url, fetched: query.now,
        attribution: candidate.facts.attribution)
      let report = Report(
        query: query.area, question: query.question, source: source, place: forecast.place, units: units,
        current: forecast.current, days: forecast.days, hours: forecast.hours, today: query.now.day)
      for renderer in allRenderers {
        let text = renderer.init(options: RenderingOptions(fields: FieldGroup.all)).render(report.plain, index: 0)
        #expect(!text.isEmpty)
      }
    }
  }
}
