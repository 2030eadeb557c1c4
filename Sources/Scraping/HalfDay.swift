public import Basics
public import Weather

/// What a source says of one day or of one night.
public struct HalfDay: Row {
  /// A row of days.
  public static var kind: RowKinds { .day }
  /// The day itself; for a night the day that it follows.
  public var date: CalendarDay
  /// Whether it is the night.
  public var isNight: Bool
  /// The values; the temperature is the high of a day, the low of a night.
  public var values = FieldValues()

  /// The day of a date, or the night that follows it.
  public init(date: CalendarDay, isNight: Bool) {
    self.date = date
    self.isNight = isNight
  }

  /// The day or night that begins at a moment; nil for the rest of a night that began the evening before (`Overnight`, issued
  /// before dawn), because it belongs to a day that is over.
  public init?(start: LocalTime, isNight: Bool) {
    if isNight, start.clock.hour < 12 { return nil }
    self.init(date: start.day, isNight: isNight)
  }
}
