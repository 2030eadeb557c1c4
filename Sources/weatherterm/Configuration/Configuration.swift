import Rendering
import Scraping
import Weather

/// The configuration as it is written: what the file leaves out is nil, and nothing is merged with the command line yet
/// (``Settings``).
struct Configuration {
  var parser: (any ForecastParser.Type)?
  var area: String?
  var forecast: ForecastKind?
  var unit: UnitSystem?
  var units = UnitSystem()
  var output: (any Renderer.Type)?
  var fields: [ReportField]?
  var weekend: Set<Weekday>?
  var places: [String: ConfiguredPlace] = [:]
  var http = ConfiguredHTTP()
  /// What is configured for single parsers, by their registered names.
  var parsers: [String: ConfiguredParser] = [:]
}

/// A place of the configuration.
struct ConfiguredPlace: Hashable, Sendable {
  /// The area for any parser.
  var area: String?
  /// The areas for single parsers, by their registered names.
  var areas: [String: String] = [:]
  /// Latitude and longitude, for parsers that take them and have no area of their own here.
  var coordinates: String?
  /// The time zone's IANA name.
  var timeZone: String?
}

/// How pages are fetched.
struct ConfiguredHTTP: Hashable, Sendable {
  var timeout: Duration?
  var connectTimeout: Duration?
  /// In bytes.
  var maxBody: Int?
  var userAgent: String?
  var contact: String?
  var caFile: String?
  var perHost: Int?
}

/// What is configured for one parser.
struct ConfiguredParser: Hashable, Sendable {
  var baseAddress: BaseAddress?
  /// How long to wait between two requests to the site.
  var pause: Duration?
  /// How old an answer may be that is kept.
  var maxAge: Duration?
}
