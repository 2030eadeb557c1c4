public import Basics

/// The forecast for one calendar day at the place.
public struct DayForecast: Row {
  /// A row of days.
  public static var kind: RowKinds { .day }
  /// The day, by the place's calendar.
  public var date: CalendarDay
  /// The hour that the day's values begin at, where the source knows only the rest of the day: high, low and sums are then
  /// those of what is left from this hour on. nil is the whole day.
  public var from: LocalTime?
  /// What the sun does where it does not both rise and set; nil where it does, or where that is not known.
  public var sunState: Sun.State?
  /// The values.
  public var values = FieldValues()

  /// A day of which nothing is known yet.
  public init(date: CalendarDay) { self.date = date }
}
