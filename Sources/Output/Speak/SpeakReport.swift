import Basics
import Weather

struct SpeakReport {
  let report: Report
  let words: SpeakWords
  let asked: [Field]

  private var values: ValueText { words.values }

  private var phrases: Phrases { values.phrases }

  /// One line per topic; the age of a stale answer comes second.
  var lines: [String] {
    var lines = report.showsNow ? today : report.showsHours ? hours : days
    if let failure = report.failure {
      let reason = failure.message + (failure.message.hasSuffix(".") ? "" : ".")
      lines = [phrases("There is no forecast for {place}: {reason}", ["place": name, "reason": reason])]
    }
    if report.source.stale { lines.insert(words.age(of: report), at: min(1, lines.count)) }
    return lines
  }

  /// The place's name up to its first comma; complete if it was resolved from a town's name.
  private var name: String { report.town == nil ? report.shortTitle : report.title }

  /// The first line, with the unit of the temperatures if any is known.
  private func heading(_ plain: String, celsius: String, fahrenheit: String) -> String {
    let text =
      switch report.units[.temperature] {
      case .celsius: celsius
      case .fahrenheit: fahrenheit
      default: plain
      }
    return phrases(text, ["place": name])
  }

  /// Current conditions and today, wind and precipitation, and the sun.
  private var today: [String] {
    let (now, row) = (report.current, ReportRow.now(report))
    let temperature =
      now?.temperature.map { phrases("{temperature} now", ["temperature": words.measured($0)]) }
      ?? phrases("temperature now unknown")
    let range = words.range(row, tonight: report.lowFollowsHigh, showsUnit: now?.temperature == nil)
    let list = words.list([words.description(row.description), temperature, range])
    var weather = [phrases("Today in {place}: {weather}.", ["place": name, "weather": list])]
    if let felt = now?.feelsLike, let air = now?.temperature, words.number(felt.value) != words.number(air.value) {
      weather.append(phrases("It feels like {number}.", ["number": words.number(felt.value)]))
    }
    let rest = row.from.map {
      phrases(
        row.day == report.today
          ? "What is said of high, low and rain is for the rest of today, from {time}."
          : "What is said of high, low and rain is from {time}.", ["time": values.clock($0)])
    }
    let air = [
      words.wind(row.wind), words.rain(row.precipitationChance, row.precipitation, report.days.first?.description),
      row.humidity.map { words.item(.humidity, [.number($0)]) ?? "" },
    ]
    let sun = [
      row.sunState.map { words.sun($0) },
      row.sunrise.map { phrases("sunrise at {time}", ["time": values.clock($0)]) },
      row.sunset.map { phrases("sunset at {time}", ["time": values.clock($0)]) },
    ]
    let more = [air, sun, others([row], besides: Self.saidOfToday)].map { sentences in
      sentences.compactMap { $0.map { phrases("{sentence}.", ["sentence": $0.capitalizedAtFirst]) } }
        .joined(separator: " ")
    }
    return [weather.joined(separator: " ")] + (rest.map { [$0] } ?? []) + more.filter { !$0.isEmpty }
  }

  private var days: [String] {
    [
      heading(
        "The weather in {place}.", celsius: "The weather in {place}, in degrees Celsius.",
        fahrenheit: "The weather in {place}, in degrees Fahrenheit.")
    ]
      + ReportRow.rows(of: report).map { row in
        let (rest, day) = (row.rest(report.today, values), name(of: row.day))
        let when = row.day == report.today ? rest?.capitalizedAtFirst ?? day : words.list([day, rest])
        let sun = asked.contains(.sunrise) ? row.sunState.map { words.sun($0) } : nil
        let parts =
          [
            words.description(row.description), words.range(row),
            words.rain(row.precipitationChance, row.precipitation, row.description), words.wind(row.wind), sun,
          ] + others([row], besides: Self.saidOfDays)
        return phrases("{time}: {weather}.", ["time": when, "weather": words.list(parts)])
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
    var lines = [
      heading(
        "The weather in {place}, hour by hour.", celsius: "The weather in {place}, hour by hour, in degrees Celsius.",
        fahrenheit: "The weather in {place}, hour by hour, in degrees Fahrenheit.")
    ]
    var day: CalendarDay?
    for rows in stretches {
      let last = rows[rows.count - 1]
      let name = last.day == day ? nil : name(of: last.day)
      day = last.day
      let (begin, end) = (values.clock(rows[0].time), values.clock(last.end ?? last.time))
      let when =
        rows.count > 1 || last.end != nil
        ? phrases("from {start} to {end}", ["start": begin, "end": end]) : phrases("at {time}", ["time": begin])
      let rain = words.rain(
        rows.compactMap { $0.precipitationChance }.max(), Precipitation.sum(of: rows.map { $0.precipitation }),
        last.description)
      let parts =
        [words.description(last.description), words.course(rows.compactMap { $0.temperature }), rain]
        + others(rows, besides: Self.saidOfHours)
      let line = phrases("{time}: {weather}.", ["time": words.list([name, when]), "weather": words.list(parts)])
      lines.append(line.capitalizedAtFirst)
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
    case 0: phrases("Today")
    case 1: phrases("Tomorrow")
    case 2...6: values.locale.weekday(day, isShort: false).capitalizedAtFirst
    default: values.locale.fullDate(day).capitalizedAtFirst
    }
  }
}
