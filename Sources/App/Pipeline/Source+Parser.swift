import Basics
import Scraping
import Weather

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
