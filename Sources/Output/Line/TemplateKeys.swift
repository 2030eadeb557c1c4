import Basics
import Weather

/// What a template can name: the keys of a report in the json contract, and a few texts that are made of them.
enum TemplateKeys {
  /// A report's keys with their values.
  ///
  /// Beside the contract's: `line` (our own line), `short` (place, sign and temperature), `tooltip` (several lines),
  /// `icon` (the sign for now) and `class` (the condition in one word, `unknown` for none).
  static func pairs(_ report: Report, _ options: RenderingOptions) -> [(key: String, value: JsonValue)] {
    // Colour is for a terminal, and these texts go into other programs' markup.
    var plain = options
    plain.isColored = false
    let words = words(of: report)
    let line = LineText(report, plain)
    let icon = LineWriter(plain).icon(words, isNight: Daylight(report).isNight(report)).plain
    return JsonReport.pairs(report) + [
      ("line", .string(line.text(fitting: nil))),
      ("short", .string(line.short)),
      ("tooltip", .string(tooltip(report, plain))),
      ("icon", .string(icon)),
      ("class", .string(words.flatMap { Condition(words: $0) }?.rawValue ?? "unknown")),
    ]
  }

  /// The shape of every report: each key that there can be, with one element for those of a list.
  static let shape: JsonValue = {
    let nothing = LocalTime(secondsSince1970: 0, offset: 0)
    var report = Report(
      query: "", kind: .today,
      source: Source(parser: "", name: "", url: "", fetched: nothing, attribution: ""), place: Place(),
      units: ReportUnits(), current: CurrentConditions(), days: [DayForecast(date: nothing.day)],
      hours: [HourForecast(time: nothing)], today: nothing.day)
    let whole = pairs(report, RenderingOptions())
    report.failure = ReportFailure(status: 0, message: "")
    let failed = JsonReport.pairs(report).filter { $0.key == "error" }
    return .object(whole.filter { $0.key != "error" } + failed)
  }()

  /// Every key that a template may name, at whatever depth.
  static let names: Set<String> = names(in: shape)

  private static func names(in value: JsonValue) -> Set<String> {
    switch value {
    case .object(let pairs): pairs.reduce(into: []) { $0.formUnion(names(in: $1.value).union([$1.key])) }
    case .array(let values): values.reduce(into: []) { $0.formUnion(names(in: $1)) }
    case .null, .string, .number, .boolean: []
    }
  }

  /// The words for the weather that the report begins with.
  private static func words(of report: Report) -> String? {
    switch report.kind {
    case .today: report.current?.description ?? report.days.first?.description
    case .fiveDays, .tenDays, .weekend: report.days.first?.description
    case .hourly: report.hours.first?.description
    }
  }

  /// The place with its weather in words, then each day or the next hours, then who said it.
  private static func tooltip(_ report: Report, _ options: RenderingOptions) -> String {
    let values = options.values
    var lines = [report.title + (report.temperatureUnit.map { ", \($0)" } ?? "")]
    if let current = report.current {
      lines.append(
        "\(values.degrees(current.temperature)) \(current.description ?? ValueText.unknown), \(values.wind(current.wind))"
      )
    }
    func rain(_ chance: Percentage?, _ amount: Precipitation?) -> String {
      chance == nil && amount == nil ? "" : ", \(values.rain(chance: chance, amount: amount))"
    }
    func rest(_ day: DayForecast) -> String {
      RowSpan.rest(from: day.from, isToday: day.date == report.today) { values.clock($0) }.map { " (\($0))" } ?? ""
    }
    for day in report.days {
      lines.append(
        "\(values.locale.weekday(day.date))\(rest(day)) \(values.degrees(day.high))/\(values.degrees(day.low)) "
          + (day.description ?? ValueText.unknown) + rain(day.precipitationChance, day.precipitation))
    }
    for hour in report.hours.prefix(12) {
      lines.append(
        "\(values.clock(hour.time)) \(values.degrees(hour.temperature)) \(hour.description ?? ValueText.unknown)"
          + rain(hour.precipitationChance, hour.precipitation))
    }
    if let failure = report.failure { lines.append("No forecast: \(failure.message)") }
    let mark = report.source.staleMark.map { " \($0)" } ?? ""
    lines.append("\(report.source.name), \(values.clock(report.source.fetched))\(mark)")
    return lines.map { options.isUnicode ? $0 : AsciiText.of($0) }.joined(separator: "\n")
  }
}
