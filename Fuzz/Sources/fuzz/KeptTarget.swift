import Parsers
import Scraping
import Trials
import Weather

@testable import App

/// Fuzzes serialized forecasts.
struct KeptTarget: FuzzTarget {
  let name = "kept"
  let seeds: [[UInt8]]
  private let trials: [Trial]

  /// Seeds: forecasts of the fixtures that can be read.
  init(fixtures: String) {
    let trials = Trial.all(of: allParsers.flatMap { FixtureRun.all(of: $0, in: fixtures) })
    self.trials = trials
    seeds = trials.enumerated().compactMap { number, trial in
      guard case .read(let report) = trial.outcome(trial.body) else { return nil }
      var forecast = Forecast()
      forecast.place = report.place
      forecast.current = report.current
      forecast.days = report.days
      forecast.hours = report.hours
      forecast.today = report.today
      forecast.url = report.source.url
      forecast.notes = ["a note"]
      return [UInt8(number & 0xFF), UInt8(number >> 8)] + ForecastRecord.bytes(of: forecast)
    }
  }

  func take(_ bytes: [UInt8]) {
    guard bytes.count >= 2 else { return }
    let kept = Array(bytes[2...])
    guard var forecast = ForecastRecord.forecast(kept) else { return }
    // Values may be in another order, or of unknown fields: what is read must survive another round trip.
    Kept.check(forecast)
    let trial = trials[(Int(bytes[0]) | Int(bytes[1]) << 8) % trials.count]
    forecast.advanceToday(by: bytes.choice, now: trial.run.query.now)
    if case .read(let report) = trial.outcome(of: forecast) { Forms.check(report, choice: bytes.choice) }
  }
}
