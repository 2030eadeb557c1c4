public import Basics

/// What a source says of the weather at a place: everything that a parser read off its pages.
public struct Forecast: HasRows, Sendable {
  /// The place, as the source names it.
  public var place = Place()
  /// The weather now; nil where the source serves none or it was not asked.
  public var current: CurrentConditions?
  /// The days, in order of their dates.
  public var days: [DayForecast] = []
  /// The hours, in order.
  public var hours: [HourForecast] = []
  /// The day that the source itself calls today; nil where it does not say, so that the place's clock decides.
  public var today: CalendarDay?
  /// When the source made its forecast; nil where it does not say so.
  public var issued: LocalTime?
  /// How often the source renews the weather now, in seconds; nil where it does not say so.
  public var observationInterval: Int?
  /// Whether a day's low is that of the night after it, and not the calendar day's.
  public var lowFollowsHigh = false
  /// The address that a reader of the source would look at.
  public var url = ""
  /// What the user should know beside the values, in full sentences.
  public var notes: [String] = []
  /// The points that the answers say they are for; empty where they do not say. They may be the centres of grid cells, so
  /// they are only held against the point that was asked for.
  public var answeredPoints: [Coordinates] = []
  /// The addresses of parts that were read from an answer of their own, not from the one at `url`.
  public var partURLs: [ForecastParts: String] = [:]

  /// Notes when the source made its forecast: the latest of the moments that its answer names.
  public mutating func noteIssue(_ times: LocalTime?...) {
    issued = (times + [issued]).compactMap { $0 }.max()
  }

  /// A forecast that says nothing yet.
  public init() {}
}

extension Forecast {
  /// Where each value was found, by its path (`days.2021-04-25.high`), as far as that is known.
  public var origins: [(path: String, origin: Origin)] {
    func list(_ row: String, _ values: FieldValues) -> [(path: String, origin: Origin)] {
      values.origins.map { ("\(row).\($0.field.key)", $0.origin) }
    }
    return list("current", current?.values ?? FieldValues()) + days.flatMap { list("days.\($0.date)", $0.values) }
      + hours.flatMap { list("hours.\($0.time)", $0.values) }
  }
}
