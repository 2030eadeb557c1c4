import Basics
import Weather

/// What is said of several days: a line each.
struct SpeakDays {
  /// The heading, then the days.
  let lines: [String]

  /// The sentences about a report's days.
  init(_ report: Report, _ words: SpeakWords) {
    let heading = "The weather in \(words.name(of: report))\(words.unit(of: report))."
    lines =
      [heading]
      + report.days.map { day in
        let rest = RowSpan.rest(from: day.from, isToday: day.date == report.today) { words.values.clock($0) }
        let name = Self.name(of: day.date, report.today, words)
        let when = day.date == report.today ? rest?.capitalizedAtFirst ?? name : name + (rest.map { ", \($0)" } ?? "")
        return "\(when): \(Self.day(day, words))"
      }
  }

  /// `Today`, `Tomorrow`, the day of the week, with the date from a week on.
  static func name(of day: CalendarDay, _ today: CalendarDay, _ words: SpeakWords) -> String {
    let locale = words.values.locale
    // A name begins a line, and many languages write their days small.
    return switch day - today {
    case 0: "Today"
    case 1: "Tomorrow"
    case 2...6: locale.weekday(day, isShort: false).capitalizedAtFirst
    default: locale.fullDate(day).capitalizedAtFirst
    }
  }

  private static func day(_ day: DayForecast, _ words: SpeakWords) -> String {
    let parts = [
      words.description(day.description), words.range(day),
      words.rain(day.precipitationChance, day.precipitation, day.description),
      words.wind(day.wind),
    ]
    return parts.compactMap { $0 }.joined(separator: ", ") + "."
  }
}
