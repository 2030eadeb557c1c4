public import Basics

/// The forecast for one calendar day at the place.
public struct DayForecast: Row {
  /// A daily row.
  public static var kind: RowKinds { .day }
  /// The date at the place.
  public var date: CalendarDay
  /// The start of the data if the source covers only the rest of the day: high, low and sums then apply from this time
  /// on. Nil for a whole day.
  public var from: LocalTime?
  /// Set if the sun does not both rise and set on this day; nil if it does, or if that is unknown.
  public var sunState: Sun.State?
  /// The values.
  public var values = FieldValues()

  /// Creates a day without values.
  public init(date: CalendarDay) { self.date = date }
}
