import Basics
import Weather

/// The keys available to templates: those of a report in the JSON output, and some derived texts.
enum TemplateKeys {
  /// A report's keys and values.
  ///
  /// In addition to the JSON output: `line` (the default line), `short` (place, icon and temperature), `tooltip`
  /// (several lines), `icon` (for current conditions) and `class` (the condition as one word, or `unknown`).
  static func pairs(_ report: Report, _ options: RenderingOptions) -> JsonValue.Pairs {
    // Without escape sequences, which would break other programs' markup.
    var plain = options
    plain.isColored = false
    let words = ReportRow.mergedRows(of: report).first?.description
    let line = LineText(report, plain)
    let icon = LineWriter(plain).icon(words, isNight: Daylight(report).isNightAtStart)
    return JsonReport.pairs(report) + [
      ("line", .string(line.text(fitting: nil))),
      ("short", .string(line.short)),
      ("tooltip", .string(tooltip(report, plain))),
      ("icon", .string(icon)),
      ("class", .string(words.flatMap { Condition(words: $0) }?.rawValue ?? "unknown")),
    ]
  }

  /// A report with every possible key, and one element in each list.
  static let shape: JsonValue = {
    let nothing = LocalTime(secondsSince1970: 0, offset: 0)
    var report = Report(
      query: "", question: .today,
      source: Source(parser: "", name: "", url: "", fetched: nothing, attribution: ""), place: Place(),
      units: ReportUnits(), current: CurrentConditions(), days: [DayForecast(date: nothing.day)],
      hours: [HourForecast(time: nothing)], today: nothing.day)
    let whole = pairs(report, RenderingOptions())
    report.failure = ReportFailure(status: 0, message: "")
    let failed = JsonReport.pairs(report).filter { $0.key == "error" }
    return .object(whole.filter { $0.key != "error" } + failed)
  }()

  /// The paths of all keys, with the first element for lists (`days.0.high`).
  static let paths = paths(in: shape, at: "")

  private static func paths(in value: JsonValue, at start: String) -> [String] {
    switch value {
    case .object(let pairs): pairs.flatMap { [start + $0.key] + paths(in: $0.value, at: "\(start)\($0.key).") }
    case .array(let elements): elements.first.map { paths(in: $0, at: start + "0.") } ?? []
    case .null, .string, .number, .boolean: []
    }
  }

  /// The place with current conditions, then each day or the next hours, then the source.
  private static func tooltip(_ report: Report, _ options: RenderingOptions) -> String {
    let values = options.values
    var lines = [report.title + (report.temperatureUnit.map { ", \($0)" } ?? "")]
    if let current = report.current {
      lines.append(
        "\(values.degrees(current.temperature)) \(current.description.map { values.words($0) } ?? ValueText.unknown), \(values.wind(current.wind))"
      )
    }
    for row in ReportRow.rows(of: report).prefix(report.showsHours ? 12 : .max) {
      let name = row.time.map { values.clock($0) }
      let range =
        row.time == nil ? "\(values.degrees(row.high))/\(values.degrees(row.low))" : values.degrees(row.temperature)
      let isRainKnown = row.precipitationChance != nil || row.precipitation != nil
      lines.append(
        "\(name ?? values.locale.weekday(row.day) + row.restMark(report.today, values)) \(range) "
          + "\(row.description.map { values.words($0) } ?? ValueText.unknown)\(isRainKnown ? ", \(values.value(of: .rain, in: row))" : "")"
      )
    }
    lines += values.noForecast(report).map { [$0] } ?? []
    lines.append("\(report.source.name), \(values.clock(report.source.fetched))\(values.staleMark(report))")
    return lines.map { options.plain($0) }.joined(separator: "\n")
  }
}
