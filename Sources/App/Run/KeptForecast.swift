import Basics
import Scraping
import Weather
import Web

/// What a parser read, now or in an earlier run.
struct KeptForecast {
  /// All that the parser gave, before selection and conversion.
  var forecast: Forecast
  /// How old the oldest of its answers is, in seconds; nil where they have just come.
  var age: Int?
  /// Whether one of them is older than the site allows.
  var isStale: Bool

  /// The version of the record's format. Fields are tagged: a change of the catalogue does not change it.
  static let layout = 4

  /// What a forecast is kept under: all that the parser's answer depends on, and the program that read it.
  static func name(_ parser: String, _ query: ForecastQuery, base: BaseAddress?) -> String {
    [
      "forecast \(layout)", Version.number, parser, base?.name ?? "", query.area, query.question.key,
      query.timeZone ?? "",
      query.towns.map { "\($0.fullName) \($0.coordinates.text) \($0.timeZone)" }.joined(separator: ";"),
      query.contact ?? "", String(query.now.offset),
    ].joined(separator: "\n")
  }
}

extension KeptForecast {
  /// What an earlier run kept; nil where it cannot be read.
  init?(_ note: CachedNote?) {
    guard let note, let forecast = ForecastRecord.forecast(note.content) else { return nil }
    self.init(forecast: forecast, age: note.age, isStale: note.isStale)
  }
}
