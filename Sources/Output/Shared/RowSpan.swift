import Basics
import Weather

/// What part of a day, or how many hours, a row holds, in words.
enum RowSpan {
  /// `rest of today, from 21:00` for the row of a day of which only the rest is known, `from 07:00` where the day is not
  /// today; nil for a whole day.
  static func rest(from: LocalTime?, isToday: Bool, clock: (LocalTime) -> String) -> String? {
    from.map { isToday ? "rest of today, from \(clock($0))" : "from \(clock($0))" }
  }

  /// What the asterisks behind the names of days mean, one sentence for each: `* rest of today, from 14:00` and
  /// `* Tue 27 from 07:00`.
  static func footnotes(_ rows: [ReportRow], today: CalendarDay, _ locale: LocaleText) -> [String] {
    rows.compactMap { row in
      let isToday = row.day == today
      let name = isToday ? "" : "\(locale.weekday(row.day)) \(row.day.date.day) "
      return rest(from: row.from, isToday: isToday) { locale.clock($0) }.map { "* \(name)\($0)" }
    }
  }

  /// The end of a step of several hours; nil for an ordinary hour.
  static func end(of time: LocalTime, hours: Int?) -> LocalTime? {
    guard let hours, (2...HourForecast.longest).contains(hours) else { return nil }
    return LocalTime(secondsSince1970: time.secondsSince1970 + hours * 3600, offset: time.offset)
  }
}
