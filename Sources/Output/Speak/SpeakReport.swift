import Basics
import Weather

/// A report in sentences.
struct SpeakReport {
  let report: Report
  let words: SpeakWords
  /// The fields that were asked for.
  let asked: [Field]

  /// A line for each thought.
  var lines: [String] {
    if let failure = report.failure {
      return ["There is no forecast for \(name): \(failure.message)" + (failure.message.hasSuffix(".") ? "" : ".")]
    }
    return report.showsNow ? today : report.showsHours ? hours : days
  }

  /// The place's name up to its first comma, all of it where a name was taken for a town's; what was asked where the source
  /// names none.
  private var name: String {
    report.town != nil ? report.title : report.place.name == nil ? report.query : report.shortTitle
  }

  /// `, in degrees Celsius`; empty where no temperature is known.
  private var unit: String { report.units.temperature.map { ", in \(words.unit($0, isOne: false))" } ?? "" }

  /// The weather now and today, the wind and rain, and the sun.
  private var today: [String] {
    let (now, day) = (report.current, report.days.first)
    let row = ReportRow.now(report)
    let temperature = now?.temperature.map { "\(words.measured($0)) now" } ?? "temperature now unknown"
    let range = words.range(
      row, tonight: report.lowFollowsHigh ? " tonight" : "", tellsUnit: now?.temperature == nil)
    var weather = "Today in \(name): \(words.description(row.description)), \(temperature), \(range)."
    if let felt = now?.feelsLike, let air = now?.temperature, words.number(felt.value) != words.number(air.value) {
      weather += " It feels like \(words.number(felt.value))."
    }
    let air = [
      words.wind(row.wind), words.rain(row.precipitationChance, row.precipitation, day?.description),
      row.humidity.map { "humidity \(words.number($0)) percent" },
    ]
    let sun = [
      row.sunState.map { "the sun \($0.words)" }, row.sunrise.map { "sunrise at \(words.values.clock($0))" },
      row.sunset.map { "sunset at \(words.values.clock($0))" },
    ]
    let isToday = row.day == report.today
    let rest = RowSpan.rest(from: row.from, isToday: isToday) { words.values.clock($0) }
      .map { "What is said of high, low and rain is \(isToday ? "for the " : "")\($0)." }
    let others = others([row], besides: Self.toldOfToday)
    return [weather] + [rest].compactMap { $0 }
      + [air, sun, others].map { $0.compactMap { $0?.sentence }.joined(separator: " ") }.filter { !$0.isEmpty }
  }

  /// A heading, then a line for each day.
  private var days: [String] {
    ["The weather in \(name)\(unit)."]
      + ReportRow.rows(of: report).map { row in
        let isToday = row.day == report.today
        let rest = RowSpan.rest(from: row.from, isToday: isToday) { words.values.clock($0) }
        let day = name(of: row.day)
        let when = isToday ? rest?.capitalizedAtFirst ?? day : day + (rest.map { ", \($0)" } ?? "")
        let rain = words.rain(row.precipitationChance, row.precipitation, row.description)
        var parts = [words.description(row.description), words.range(row), rain, words.wind(row.wind)]
        if asked.contains(.sunrise), let state = row.sunState { parts.append("the sun \(state.words)") }
        parts += others([row], besides: Self.toldOfDays)
        return "\(when): \(parts.compactMap { $0 }.joined(separator: ", "))."
      }
  }

  /// A heading, then a line for each stretch of hours with the same description: nobody wants to hear each of them.
  private var hours: [String] {
    var stretches: [[ReportRow]] = []
    for row in ReportRow.rows(of: report) {
      if let last = stretches.last?.last, last.description == row.description, last.day == row.day {
        stretches[stretches.count - 1].append(row)
      } else {
        stretches.append([row])
      }
    }
    var lines = ["The weather in \(name), hour by hour\(unit)."]
    var day: CalendarDay?
    for rows in stretches {
      guard let begin = rows.first?.time, let last = rows.last, let lastTime = last.time else { continue }
      let name = last.day == day ? "" : name(of: last.day) + ", "
      day = last.day
      let stepEnd = RowSpan.end(of: lastTime, hours: last.hours)
      let clock = (begin: words.values.clock(begin), end: words.values.clock(stepEnd ?? lastTime))
      let when = rows.count > 1 || stepEnd != nil ? "from \(clock.begin) to \(clock.end)" : "at \(clock.begin)"
      let rain = words.rain(
        rows.compactMap { $0.precipitationChance }.max(), Precipitation.sum(of: rows.map { $0.precipitation }),
        last.description)
      let parts =
        [words.description(last.description), words.course(rows.compactMap { $0.temperature }), rain]
        + others(rows, besides: Self.toldOfHours)
      lines.append("\(name)\(when): \(parts.compactMap { $0 }.joined(separator: ", "))".sentence)
    }
    return lines
  }

  private static let toldOfDays: [Field] = [
    .high, .low, .description, .precipitationChance, .precipitation, .windSpeed, .windGust, .windDirection,
  ]
  private static let toldOfToday = toldOfDays + [.temperature, .feelsLike, .humidity, .sunrise, .sunset]
  private static let toldOfHours: [Field] = [.temperature, .description, .precipitationChance, .precipitation]

  /// The fields that were asked for and have no words of their own: `pressure 1013 hectopascals`.
  private func others(_ rows: [ReportRow], besides told: [Field]) -> [String?] {
    asked.filter { !told.contains($0) }.map { field in words.item(field, rows.compactMap { $0.values[field] }) }
  }

  /// `Today`, `Tomorrow`, the day of the week, with the date from a week on.
  private func name(of day: CalendarDay) -> String {
    // A name begins a line, and many languages write their days small.
    switch day - report.today {
    case 0: "Today"
    case 1: "Tomorrow"
    case 2...6: words.values.locale.weekday(day, isShort: false).capitalizedAtFirst
    default: words.values.locale.fullDate(day).capitalizedAtFirst
    }
  }
}

extension String {
  /// The text with its first letter large.
  fileprivate var capitalizedAtFirst: String { prefix(1).uppercased() + dropFirst() }

  /// The text as a sentence: its first letter large, a full stop behind it.
  fileprivate var sentence: String { capitalizedAtFirst + "." }
}
