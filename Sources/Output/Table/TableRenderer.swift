internal import Basics
public import Weather

/// Days or hours as a table that fits the terminal.
public struct TableRenderer: Renderer {
  /// What the form is for.
  public static let summary = "a table that fits the terminal, in colour"

  /// A place that failed has its heading, and why below it.
  public static let showsFailures = true

  private let options: RenderingOptions
  private let style: ANSIStyle
  private let text: ValueText

  /// A renderer for a terminal.
  public init(options: RenderingOptions) {
    self.options = options
    style = ANSIStyle(isColored: options.isColored)
    text = options.values
  }

  /// The place, the weather now where that was asked for, the table, and whom the data are from.
  public func render(_ report: Report, index: Int) -> String {
    var lines = report.heading(options, style)
    if report.failure == nil {
      let daylight = Daylight(report)
      if report.showsNow, report.current != nil { lines += now(.now(report, daylight)) }
      lines += table(report, daylight)
      lines += DisplayWidth.wrapped(options.plain(report.source.attribution), to: options.width ?? .max).map {
        style.dim($0)
      }
    }
    return (index > 0 ? "\n" : "") + lines.map { DisplayWidth.trimmed($0) + "\n" }.joined()
  }

  /// The weather now.
  private func now(_ row: ReportRow) -> [String] {
    let items = FieldItems(text: text)
    let texts = items.now(row, options.fields, icons: options.icons).map { options.plain($0) }
    return items.lines(texts, width: options.width) + [""]
  }

  /// The table itself.
  private func table(_ report: Report, _ daylight: Daylight) -> [String] {
    let rows = ReportRow.rows(of: report, daylight).map { $0.plain(options) }
    guard !rows.isEmpty else { return [] }
    let all = TableColumns(
      rows: rows, today: report.today, units: report.units,
      text: text, icons: options.icons)
    let layout = TableLayout(all, fields: options.fields, width: options.width)
    let bar = TemperatureBar(rows, isUnicode: options.isUnicode)
    var lines: [String] = []
    if !layout.isNarrow {
      let head = layout.columns.map { $0.head(isUnicode: options.isUnicode) }.joined(separator: layout.gap)
      lines.append(style.dim(DisplayWidth.trimmed(head)))
    }
    var day: CalendarDay?
    for (index, row) in rows.enumerated() {
      if row.time != nil, row.day != day {
        day = row.day
        lines.append(style.bold(fitted(all.name(row.day, .medium))))
      }
      var line = layout.columns.map { $0.text(index, style, isUnicode: options.isUnicode) }.joined(
        separator: layout.gap)
      if layout.barWidth > 0, bar.isTelling {
        line += layout.gap + style.merged(bar.text(row, width: layout.barWidth, style))
      }
      lines.append(line)
      if layout.isNarrow {
        let rain = layout.hasRainBelow ? "\(text.value(of: .rain, in: row)) " : ""
        lines.append(fitted("  \(rain)\(row.description ?? ValueText.unknown)"))
      }
      let items = FieldItems(text: text).items(row, layout.rest)
      lines += FieldItems(text: text).lines(items, width: options.width, indent: 2).map { style.dim($0) }
    }
    for note in all.footnotes { lines += DisplayWidth.wrapped(note, to: options.width ?? .max) }
    return lines.map { options.plain($0) }
  }

  /// A line cut to the width.
  private func fitted(_ line: String) -> String {
    options.width.map { DisplayWidth.cut(line, to: $0, isUnicode: options.isUnicode) } ?? line
  }
}
