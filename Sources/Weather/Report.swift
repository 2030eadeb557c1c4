public import Basics

/// The forecast for one place as it is shown: the query, the source, and the values in the user's units.
public struct Report: HasRows, Sendable {
  /// The area as typed by the user.
  public var query: String
  /// The full name of the town that the query was resolved to; nil if it is not a town name.
  public var town: String?
  /// The question.
  public var question: Question
  /// The source.
  public var source: Source
  /// The place.
  public var place: Place
  /// The unit of each quantity in the report.
  public var units: ReportUnits
  /// Current conditions; nil if not wanted or not available.
  public var current: CurrentConditions?
  /// The requested days.
  public var days: [DayForecast]
  /// The requested hours.
  public var hours: [HourForecast]
  /// Today's date at the place.
  public var today: CalendarDay
  /// True if a day's low is that of the following night instead of the calendar day.
  public var lowFollowsHigh: Bool
  /// Why there is no forecast; nil if there is one.
  public var failure: ReportFailure?

  /// Creates a report.
  public init(
    query: String, question: Question, source: Source, place: Place, units: ReportUnits, current: CurrentConditions?,
    days: [DayForecast], hours: [HourForecast], today: CalendarDay, lowFollowsHigh: Bool = false,
    failure: ReportFailure? = nil, town: String? = nil
  ) {
    (self.query, self.town, self.question, self.source, self.place) = (query, town, question, source, place)
    (self.units, self.current, self.days, self.hours) = (units, current, days, hours)
    (self.today, self.lowFollowsHigh, self.failure) = (today, lowFollowsHigh, failure)
  }
}

/// Why one of several places has no forecast.
public struct ReportFailure: Hashable, Sendable {
  /// The exit status that this failure would have on its own.
  public var status: Int
  /// The message, one full sentence.
  public var message: String

  /// Creates a failure.
  public init(status: Int, message: String) {
    (self.status, self.message) = (status, message)
  }
}
