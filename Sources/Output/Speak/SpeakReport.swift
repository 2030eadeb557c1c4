import Basics
import Weather

struct SpeakReport {
  let report: Report
  let words: SpeakWords
  let asked: [Field]

  private var values: ValueText { words.values }

  /// One line per topic; the age of a stale answer comes second.
  var lines: [String] {
    var lines = report.showsNow ? today : report.showsHours ? hours : days
    if let failure = report.failure {
      lines = ["There is no forecast for \(name): \(failure.message)" + (failure.message.hasSuffix(".") ? "" : ".")]
    }
    if report.source.stale { lines.insert(words.age(of: report), at: min(1, lines.count)) }
    return lines
  }

  /// The place's name up to its first comma; complete if it was resolved from a town's name.
  private var name: String { report.town == nil ? report.shortTitle : report.title }

  /// `, in degrees Celsius`; empty if no temperature is known.
  private var unit: String { report.units[.temperature].map { ", in \(words.unit($0, isOne: false))" } ?? "" }

  /// Current conditions and today, wind and precipitation, and the sun.
  private var today: [String] {
    let (now, row) = (report.current, ReportRow.now(report))
    let temperature = now?.temperature.map { "\(words.measured($0)) now" } ?? "temperature now unknown"
    let range = words.range(
      row, tonight: report.lowFollowsHigh ? " tonight" : "", showsUnit: now?.temperature == nil)
    var weather = "Today in \(name): \(words.description(row.description)), \(temperature), \(range)."
    if let felt = now?.feelsLike, let air = now?.temperature, words.number(felt.value) != words.number(air.value) {
      weather += " It feels like \(words.number(felt.value))."
    }
    let rest = row.rest(report.today, values).map {
      "What is said of high, low and rain is \(row.day == report.today ? "for the " : "")\($0)."
    }
    let air = [
      words.wind(row.wind), words.rain(row.precipitationChance, row.precipitation, report.days.first?.description),
      row.humidity.map { "humidity \(words.number($0)) percent" },
    ]
    let sun = [
      row.sunState.map { "the sun \($0.words)" }, row.sunrise.map { "sunrise at \(values.clock($0))" },
      row.sunset.map { "sunset at \(values.clock($0))" },
    ]
    let more = [air, sun, others([row], besides: Self.saidOfToday)].map { sentences in
      sentences.compactMap { $0.map { "\($0.capitalizedAtFirst)." } }.joined(separator: " ")
    }
    return [weather] + (rest.map { [$0] } ?? []) + more.filter { !$0.isEmpty }
  }

  private var days: [String] {
    ["The weather in \(name)\(unit)."]
      + ReportRow.rows(of: report).map { row in
        let (rest, day) = (row.rest(report.today, values), name(of: row.day))
        let when =
          row.day == report.today ? rest?.capitalizedAtFirst ?? day : day + (rest.map { ", \($0)" } ?? "")
        let sun = asked.contains(.sunrise) ? row.sunState.map { "the sun \($0.words)" } : nil
        let parts =
          [
            words.description(row.description), words.range(row),
            words.rain(row.precipitationChance, row.precipitation, row.description), words.wind(row.wind), sun,
          ] + others([row], besides: Self.saidOfDays)
        return "\(when): \(parts.compactMap { $0 }.joined(separator: ", "))."
      }
  }

  /// A heading, then a line per run of hours with the same description, which is shorter to listen to.
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
      let last = rows[rows.count - 1]
      let name = last.day == day ? "" : name(of: last.day) + ", "
      day = last.day
      let (begin, end) = (values.clock(rows[0].time), values.clock(last.end ?? last.time))
      let when = rows.count > 1 || last.end != nil ? "from \(begin) to \(end)" : "at \(begin)"
      let rain = words.rain(
        rows.compactMap { $0.precipitationChance }.max(), Precipitation.sum(of: rows.map { $0.precipitation }),
        last.description)
      let parts =
        [words.description(last.description), words.course(rows.compactMap { $0.temperature }), rain]
        + others(rows, besides: Self.saidOfHours)
      lines.append("\(name)\(when): \(parts.compactMap { $0 }.joined(separator: ", ")).".capitalizedAtFirst)
    }
    return lines
  }

  private static let saidOfDays: [Field] = [
    .high, .low, .description, .precipitationChance, .precipitation, .windSpeed, .windGust, .windDirection,
  ]
  private static let saidOfToday = saidOfDays + [.temperature, .feelsLike, .humidity, .sunrise, .sunset]
  private static let saidOfHours: [Field] = [.temperature, .description, .precipitationChance, .precipitation]

  /// The chosen fields that are not in the sentences: `pressure 1013 hectopascals`.
  private func others(_ rows: [ReportRow], besides said: [Field]) -> [String?] {
    asked.filter { !said.contains($0) }.map { field in words.item(field, rows.compactMap { $0.values[field] }) }
  }

  /// `Today`, `Tomorrow` or the weekday, from a week ahead with the date.
  private func name(of day: CalendarDay) -> String {
    // Capitalized at the start of a line; many languages write weekdays in lower case.
    switch day - report.today {
    case 0: "Today"
    case 1: "Tomorrow"
    case 2...6: values.locale.weekday(day, isShort: false).capitalizedAtFirst
    default: values.locale.fullDate(day).capitalizedAtFirst
    }
  }
}
