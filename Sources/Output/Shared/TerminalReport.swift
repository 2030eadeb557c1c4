import Weather

/// Common parts of table and chart: the heading, current conditions, fields as text, and the attribution, with all
/// lines fitted to the terminal.
struct TerminalReport {
  let options: RenderingOptions
  let text: ValueText
  let style: ANSIStyle

  init(_ options: RenderingOptions) {
    (self.options, text, style) = (options, options.values, ANSIStyle(isColored: options.isColored))
  }

  /// The heading, current conditions (if requested) followed by `behindNow`, the body, footnotes and the attribution;
  /// if there is no forecast, the heading with the reason.
  func text(of report: Report, index: Int, behindNow: [String] = [], body: ([ReportRow]) -> [String]) -> String {
    var lines = heading(of: report)
    if report.failure == nil {
      let daylight = Daylight(report)
      if report.showsNow, report.current != nil { lines += self.lines(now(.now(report, daylight))) + behindNow }
      let rows = ReportRow.rows(of: report, daylight).map { $0.plain(options) }
      if !rows.isEmpty { lines += body(rows) }
      for note in ReportRow.footnotes(rows, report.today, text) { lines += wrapped(note) }
      lines += wrapped(report.source.attribution).map { style.dim($0) }
    }
    return (index > 0 ? "\n" : "") + lines.map { DisplayWidth.trimmed($0) + "\n" }.joined()
  }

  /// The place, the temperature unit and the age of a stale answer; then the reason if there is no forecast.
  private func heading(of report: Report) -> [String] {
    let unit = report.units[.temperature].map { " \(options.isUnicode ? "°" : "")\($0.rawValue)" } ?? ""
    let width = options.width ?? .max
    // If space is tight, keep the start of the name and the stale mark, and drop the unit.
    let isTight = DisplayWidth.of(unit) + DisplayWidth.of(text.staleMark(report)) + 6 > width
    let rest = isTight ? [text.staleMark(report)] : [unit, text.staleMark(report)]
    let room = max(1, width - rest.reduce(0) { $0 + DisplayWidth.of($1) })
    let name = DisplayWidth.cut(options.plain(report.title), to: room, isUnicode: options.isUnicode)
    return [style.bold(name) + rest.map { style.dim($0) }.joined()]
      + (text.noForecast(report).map { wrapped($0) } ?? [])
  }

  /// Current conditions, then the chosen fields; with the standard ones also the feels-like temperature.
  private func now(_ row: ReportRow) -> [String] {
    let sign = Icon.sign(forWords: row.description, isNight: row.isNight, in: options.icons).map { "\($0) " } ?? ""
    let words =
      "\(sign)\(text.degreesWithUnit(row.temperature)) \(row.description.map { text.words($0) } ?? ValueText.unknown)"
    let isStandard = options.fields == FieldGroup.standard
    return ([words] + items(row, isStandard ? [.feels] + options.fields : options.fields)).map { options.plain($0) }
  }

  /// Fields with their names: `wind SW 20 km/h`.
  func items(_ row: ReportRow, _ groups: [FieldGroup]) -> [String] {
    groups.map { group in
      let isSpan = group == .sun && row.sunState == nil
      return text.phrases(
        "{field} {value}",
        [
          "field": group == .gust ? text.name(.windGust) : text.name(group),
          "value": isSpan ? "\(text.clock(row.sunrise))-\(text.clock(row.sunset))" : text.value(of: group, in: row),
        ])
    }
  }

  /// Items in lines that fit; an item is only broken if it is too long for a line.
  func lines(_ items: [String], indent: Int = 0) -> [String] {
    let room = max(1, (options.width ?? .max) - indent)
    let comma = text.isUnicode ? " · " : ", "
    var lines: [String] = []
    for item in items {
      if let last = lines.last, room >= DisplayWidth.of(last) + DisplayWidth.of(comma) + DisplayWidth.of(item) {
        lines[lines.count - 1] += comma + item
      } else {
        lines += DisplayWidth.wrapped(item, to: room)
      }
    }
    return lines.map { String(repeating: " ", count: indent) + $0 }
  }

  /// A text wrapped into lines, in displayable characters.
  private func wrapped(_ line: String) -> [String] {
    DisplayWidth.wrapped(options.plain(line), to: options.width ?? .max)
  }
}
