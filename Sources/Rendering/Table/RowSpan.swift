internal import Display
import Weather

/// What part of a day, or how many hours, a row holds, in words.
enum RowSpan {
  /// `rest of today, from 21:00` for the row of a day of which only the rest is known; nil for a whole day.
  static func rest(from: LocalTime?, isToday: Bool = true, clock: (LocalTime) -> String) -> String? {
    from.map { isToday ? "rest of today, from \(clock($0))" : "from \(clock($0))" }
  }

  /// The end of a step of several hours; nil for an ordinary hour.
  static func end(of time: LocalTime, hours: Int?) -> LocalTime? {
    guard let hours, (2...HourForecast.longest).contains(hours) else { return nil }
    return LocalTime(secondsSince1970: time.secondsSince1970 + hours * 3600, offset: time.offset)
  }
}
