public import Basics
public import Weather

/// A source's values for one day or one night.
public struct HalfDay: Row {
  /// A daily row.
  public static var kind: RowKinds { .day }
  /// The date; for a night, that of the preceding day.
  public var date: CalendarDay
  /// True for a night.
  public var isNight: Bool
  /// The values; `temperature` is the high of a day, the low of a night.
  public var values = FieldValues()

  /// The day of a date, or the night that follows it.
  public init(date: CalendarDay, isNight: Bool) {
    self.date = date
    self.isNight = isNight
  }

  /// The day or night that starts at a given time; nil for the rest of a night that began the evening before
  /// (`Overnight`, issued before dawn), because its day is over.
  public init?(start: LocalTime, isNight: Bool) {
    if isNight, start.clock.hour < 12 { return nil }
    self.init(date: start.day, isNight: isNight)
  }
}

/// Pairs days with the nights that follow them, for sources with separate rows for both.
public enum HalfDays {
  /// One row per date, in order of first occurrence.
  ///
  /// The high is the day's, the low the following night's; other values are the day's, or the night's if the day is
  /// already over. Sunrise and sunset are taken from any half that has them for that date. Of two halves of the same
  /// kind and date (`This Afternoon`, `Late Afternoon`) the first counts.
  public static func days(_ halves: [HalfDay]) -> [DayForecast] {
    var rest = Dictionary(grouping: halves, by: \.date)
    return halves.compactMap { half in
      guard let both = rest.removeValue(forKey: half.date) else { return nil }
      let (date, lit, dark) = (half.date, both.first { !$0.isNight }, both.first { $0.isNight })
      var day = DayForecast(date: date)
      day.values = (lit ?? half).values
      day.values[.temperature] = nil
      day.values[.precipitation] = nil
      if let lit { day.values.take(.temperature, of: lit.values, as: .high) }
      if let dark { day.values.take(.temperature, of: dark.values, as: .low) }
      for field in [Field.sunrise, .sunset] {
        let half = halves.first { $0.values[field]?.time?.day == date }
        if let half { day.values.take(field, of: half.values, as: field) } else { day.values[field] = nil }
      }
      return day
    }
  }
}
