public import Basics

/// One place's forecast as it is shown: what was asked, who answered, and the values in the user's units.
public struct Report: HasRows, Sendable {
  /// The area as the user typed it.
  public var query: String
  /// The full name of the town that was taken for what the user typed; nil where that was no town's name.
  public var town: String?
  /// What was asked for.
  public var question: Question
  /// Who answered.
  public var source: Source
  /// The place.
  public var place: Place
  /// The unit of each quantity that the report holds.
  public var units: ReportUnits
  /// The weather now; nil where it was not asked or the source serves none.
  public var current: CurrentConditions?
  /// The days that were asked for.
  public var days: [DayForecast]
  /// The hours that were asked for.
  public var hours: [HourForecast]
  /// The day that counts as today at the place.
  public var today: CalendarDay
  /// Whether a day's low is that of the night after it, and not the calendar day's.
  public var lowFollowsHigh: Bool
  /// Why there is no forecast; nil where there is one.
  public var failure: ReportFailure?

  /// A report of what was asked and found.
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

/// Why a place among several has no forecast.
public struct ReportFailure: Hashable, Sendable {
  /// The exit status that the failure alone would have had.
  public var status: Int
  /// One full sentence.
  public var message: String

  /// A failure with its status and sentence.
  public init(status: Int, message: String) {
    (self.status, self.message) = (status, message)
  }
}
