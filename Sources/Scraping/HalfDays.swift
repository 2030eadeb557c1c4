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

/// Pairs days with the nights that follow them, for sources that speak of days and nights.
public enum HalfDays {
  /// A row for each date, in the order in which the dates come.
  ///
  /// The high is the day's, the low that of the night after it; all else is the day's, and the night's where there is no
  /// day: in the evening it is over. The sun's times are those of that date, whichever half gives them. Of two halves of the
  /// same kind and date (`This Afternoon` and `Late Afternoon`) the first counts, which is the one that is nearer.
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
