import Basics
import Scraping
import Weather

/// What came of one place of a run.
struct Answer: Sendable {
  /// The report; of a place that failed one with its failure.
  var report: Report
  /// What the user should know beside it.
  var notes: [Note] = []
  /// Why there is no forecast; nil where there is one.
  var failure: Failure?
}

extension Source {
  /// Who was asked, and when; `kept` is what the answer was read from.
  static func of(
    _ parser: any ForecastParser, url: String, fetched: LocalTime, _ kept: KeptForecast? = nil
  ) -> Source {
    Source(
      parser: parser.name, name: parser.facts.title, url: url, fetched: fetched,
      attribution: parser.facts.attribution, age: kept?.age ?? 0, stale: kept?.isStale ?? false)
  }
}
