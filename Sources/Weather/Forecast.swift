public import Basics

/// A source's forecast for a place: everything that a parser read from its pages.
public struct Forecast: HasRows, Sendable {
  /// The place as named by the source.
  public var place = Place()
  /// Current conditions; nil if the source has none or they were not requested.
  public var current: CurrentConditions?
  /// Daily rows, by date.
  public var days: [DayForecast] = []
  /// Hourly rows in order.
  public var hours: [HourForecast] = []
  /// The date that the source calls today; nil to use the place's clock.
  public var today: CalendarDay?
  /// When the forecast was issued; nil if unknown.
  public var issued: LocalTime?
  /// How often the source updates current conditions, in seconds; nil if unknown.
  public var observationInterval: Int?
  /// True if a day's low is that of the following night instead of the calendar day.
  public var lowFollowsHigh = false
  /// The address of the page to show to people.
  public var url = ""
  /// Notes to the user, in full sentences.
  public var notes: [String] = []
  /// The coordinates that the answers state; empty if they state none. They may be centres of grid cells, so they are
  /// used only to check the distance to the requested point.
  public var answeredPoints: [Coordinates] = []
  /// The addresses of parts that came from another answer than `url`.
  public var partURLs: [ForecastParts: String] = [:]

  /// Records when the forecast was issued: the latest of the given times.
  public mutating func noteIssue(_ times: LocalTime?...) {
    issued = (times + [issued]).compactMap { $0 }.max()
  }

  /// Creates an empty forecast.
  public init() {}
}

extension Forecast {
  /// Where values were found, by path (`days.2021-04-25.high`), as far as known.
  public var origins: [(path: String, origin: Origin)] {
    func list(_ row: String, _ values: FieldValues) -> [(path: String, origin: Origin)] {
      values.origins.map { ("\(row).\($0.field.key)", $0.origin) }
    }
    return list("current", current?.values ?? FieldValues()) + days.flatMap { list("days.\($0.date)", $0.values) }
      + hours.flatMap { list("hours.\($0.time)", $0.values) }
  }
}
