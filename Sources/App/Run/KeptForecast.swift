import Basics
import Scraping
import Weather
import Web

/// A parser's forecast, from this run or from the cache.
struct KeptForecast {
  /// Everything the parser read, before selection and conversion.
  var forecast: Forecast
  /// Age in seconds of the oldest answer; nil if all were just received.
  var age: Int?
  /// True if one of the answers is stale.
  var isStale: Bool

  /// Version of the serialized format. Fields are tagged, so changes of the catalogue do not affect it.
  static let layout = 4

  /// The cache key of a forecast: everything that the answer depends on, and the program's version.
  ///
  /// - Parameter file: identifies the content of a user's site file; nil for a parser of the program.
  static func name(_ parser: String, _ query: ForecastQuery, base: BaseAddress?, file: String? = nil) -> String {
    [
      "forecast \(layout)", Version.number, parser + (file.map { " \($0)" } ?? ""), base?.name ?? "", query.area,
      query.question.key,
      query.timeZone ?? "",
      query.towns.map { "\($0.fullName) \($0.coordinates.text) \($0.timeZone)" }.joined(separator: ";"),
      query.contact ?? "", String(query.now.offset),
    ].joined(separator: "\n")
  }
}

extension KeptForecast {
  /// Reads a cached forecast; nil if it cannot be read.
  init?(_ note: CachedNote?) {
    guard let note, let forecast = ForecastRecord.forecast(note.content) else { return nil }
    self.init(forecast: forecast, age: note.age, isStale: note.isStale)
  }
}
