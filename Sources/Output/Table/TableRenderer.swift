import Basics
import Weather

/// Days or hours as a table that fits the terminal.
struct TableRenderer: Renderer {
  static let summary = "a table that fits the terminal, in colour"
  static let showsFailures = true

  private let terminal: TerminalReport

  init(options: RenderingOptions) { terminal = TerminalReport(options) }

  func render(_ report: Report, index: Int) -> String {
    terminal.text(of: report, index: index, behindNow: [""]) { table($0, report) }
  }

  private func table(_ rows: [ReportRow], _ report: Report) -> [String] {
    let (options, style) = (terminal.options, terminal.style)
    let all = TableColumns(rows: rows, report: report, terminal: terminal)
    let layout = TableLayout(all, fields: options.fields, width: options.width)
    let bar = TemperatureBar(rows, isUnicode: options.isUnicode)
    var lines: [String] = []
    if !layout.isNarrow {
      let head = layout.columns.map { $0.head(isUnicode: options.isUnicode) }.joined(separator: layout.gap)
      lines.append(style.dim(DisplayWidth.trimmed(head)))
    }
    for (index, row) in rows.enumerated() {
      if row.time != nil, index == 0 || rows[index - 1].day != row.day {
        lines.append(style.bold(fitted(all.name(row.day, .medium))))
      }
      var cells = layout.columns.map { $0.text(index, style, isUnicode: options.isUnicode) }
      if layout.barWidth > 0, bar.isUseful { cells.append(style.merged(bar.text(row, width: layout.barWidth, style))) }
      lines.append(cells.joined(separator: layout.gap))
      if layout.isNarrow {
        let rain = layout.hasRainBelow ? "\(terminal.text.value(of: .rain, in: row)) " : ""
        lines.append(fitted("  \(rain)\(row.description.map { terminal.text.words($0) } ?? ValueText.unknown)"))
      }
      lines += terminal.lines(terminal.items(row, layout.rest), indent: 2).map { style.dim($0) }
    }
    return lines.map { options.plain($0) }
  }

  private func fitted(_ line: String) -> String {
    let options = terminal.options
    return options.width.map { DisplayWidth.cut(line, to: $0, isUnicode: options.isUnicode) } ?? line
  }
}
