public import Basics
public import Weather

/// A query to a parser.
public struct ForecastQuery: Sendable {
  /// The area, in one of the parser's forms.
  public var area: String
  /// The requested parts and days.
  public var question: Question
  /// The run's clock, with the machine's UTC offset (under replay, the recording's).
  public var now: LocalTime
  /// The place's IANA time zone, if the configuration or the gazetteer knows it.
  public var timeZone: String?
  /// The town that the user named and those near it, or those near the area's coordinates, nearest first. Empty unless
  /// the parser needs them (``SiteFacts/needsTowns``).
  public var towns: [Town]
  /// Hourly rows from earlier answers, from the start of today on. Empty unless the parser needs them
  /// (``SiteFacts/makesDaysOfHours``).
  public var earlierHours: [HourForecast] = []
  /// The user's contact address, for sites that require one.
  public var contact: String?

  /// Whether a page that says too little for a forecast is read all the same, to tell what is still found on it.
  public var isDiagnosis = false

  /// Creates a query.
  public init(
    area: String, question: Question, now: LocalTime, timeZone: String? = nil, towns: [Town] = [],
    contact: String? = nil
  ) {
    self.area = area
    self.question = question
    self.now = now
    self.timeZone = timeZone
    self.towns = towns
    self.contact = contact
  }

  /// The area as coordinates, if it is written as such.
  public var coordinates: Coordinates? { Coordinates(area) }

  /// The place's IANA time zone, or the nearest town's.
  public var placeTimeZone: String? { timeZone ?? towns.first?.timeZone }
}
