public import Basics
public import Weather

/// A question to a parser.
public struct ForecastQuery: Sendable {
  /// The area, in one of the forms that the parser states.
  public var area: String
  /// What is asked: the parts that are wanted, and which days.
  public var question: Question
  /// The run's clock, with the machine's offset (under replay: the recording's).
  public var now: LocalTime
  /// The place's IANA time zone where the configuration or the gazetteer knows it.
  public var timeZone: String?
  /// The town that the user named and those near it, or those near the area's coordinates, the nearest first; empty unless
  /// the parser asks for them (``SiteFacts/needsTowns``).
  public var towns: [Town]
  /// The rows of the place's hours that are kept from earlier answers, from the beginning of today on; empty unless the parser
  /// asks for them (``SiteFacts/makesDaysOfHours``).
  public var earlierHours: [HourForecast] = []
  /// The contact that the user configured for sites that ask for one.
  public var contact: String?

  /// A question about an area.
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

  /// The area as coordinates, where it is written so.
  public var coordinates: Coordinates? { Coordinates(area) }

  /// The place's IANA time zone, or that of the nearest town.
  public var placeTimeZone: String? { timeZone ?? towns.first?.timeZone }
}
