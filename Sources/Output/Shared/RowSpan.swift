import Basics
import Weather

// The covered part of a day, or the length of a step, in words.
extension ReportRow {
  /// `rest of today, from 21:00` if only the rest of the day is known, `from 07:00` on other days; nil for a whole day.
  func rest(_ today: CalendarDay, _ text: ValueText) -> String? {
    from.map {
      text.phrases(day == today ? "rest of today, from {time}" : "from {time}", ["time": text.clock($0)])
    }
  }

  /// ``rest(_:_:)`` in parentheses, to follow a day's name; empty for a whole day.
  func restMark(_ today: CalendarDay, _ text: ValueText) -> String { rest(today, text).map { " (\($0))" } ?? "" }

  /// The explanations of asterisks after day names: `* rest of today, from 14:00` and `* Tue 27 from 07:00`.
  static func footnotes(_ rows: [ReportRow], _ today: CalendarDay, _ text: ValueText) -> [String] {
    rows.compactMap { row in
      let name = row.day == today ? "" : "\(text.locale.weekday(row.day)) \(row.day.date.day) "
      return row.rest(today, text).map { "* \(name)\($0)" }
    }
  }

  /// The end of a step of several hours; nil for single hours and days.
  var end: LocalTime? {
    guard let time, let hours, (2...HourForecast.longest).contains(hours) else { return nil }
    return time + hours * 3600
  }

  /// The hour, `14:00`, or `14:00–20:00` for a longer step.
  func span(_ text: ValueText) -> String { text.clock(time) + (end.map { "–\(text.clock($0))" } ?? "") }
}

extension String {
  /// The text with an upper-case first letter.
  var capitalizedAtFirst: String { prefix(1).uppercased() + dropFirst() }
}
