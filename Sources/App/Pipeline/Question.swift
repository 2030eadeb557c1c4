import Scraping

/// What one parser is asked about one place.
struct Question: Sendable {
  /// The parser.
  let parser: any ForecastParser
  /// The area as the user wrote it.
  let query: String
  /// What that means to the parser.
  let area: Area
  /// When the answer is of no use any more; nil where it is waited for.
  var deadline: ContinuousClock.Instant?
}
