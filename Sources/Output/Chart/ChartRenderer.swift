public import Weather

/// The course of the temperature as a curve, with the chance of rain below.
public struct ChartRenderer: Renderer {
  /// What the form is for.
  public static let summary = "a curve of the temperature, with bars for rain"

  /// A place that failed has its heading, and why below it.
  public static let showsFailures = true

  private let options: RenderingOptions
  private let ink: ANSIStyle
  private let text: ValueText

  /// A renderer for a terminal.
  public init(options: RenderingOptions) {
    self.options = options
    ink = ANSIStyle(isColored: options.isColored)
    text = options.values
  }

  /// Where nothing limits it, a chart is as wide as terminals have always been.
  private var width: Int { options.width ?? 80 }

  /// The place, the curve, what the weather is like, when, and how likely it rains.
  public func render(_ report: Report, index: Int) -> String {
    var options = options
    options.width = width
    var lines = report.heading(options, ink)
    let daylight = Daylight(report)
    let rows = ReportRow.rows(of: report, daylight).map { $0.plain(options) }
    if report.failure == nil, report.showsNow, report.current != nil {
      let items = FieldItems(text: text)
      let texts = items.now(.now(report, daylight), options.fields, icons: options.icons).map { options.plain($0) }
      lines += items.lines(texts, width: width)
    }
    if report.failure == nil, !rows.isEmpty {
      lines += chart(rows)
      for note in RowSpan.footnotes(rows, today: report.today, text.locale) {
        lines += DisplayWidth.wrapped(note, to: width)
      }
    }
    if report.failure == nil {
      lines += DisplayWidth.wrapped(options.plain(report.source.attribution), to: width).map { ink.dim($0) }
    }
    return (index > 0 ? "\n" : "") + lines.map { $0 + "\n" }.joined()
  }

  /// The chart of rows.
  private func chart(_ rows: [ReportRow]) -> [String] {
    let scale = ChartScale(rows.flatMap { [$0.highest, $0.low] })
    let labels = scale.map { [$0.high, $0.low].map { text.degrees(Temperature($0, scale?.unit ?? .celsius)) } } ?? []
    let margin = labels.reduce(4) { max($0, DisplayWidth.of($1)) } + 1
    let plot = ChartPlot(
      rows: rows, width: max(4, width - margin), text: text, ink: ink, icons: options.icons)
    let axis = options.isUnicode ? "│" : "|"
    var lines: [String] = []
    if let scale {
      let curve = plot.curve(scale, height: width < 40 ? 6 : 8)
      for (index, line) in curve.enumerated() {
        // The highest and the lowest of the scale stand beside the rows that they are drawn on.
        let label = index == 1 ? labels[0] : index == curve.count - 2 ? labels[1] : ""
        lines.append(DisplayWidth.fitted(label, to: margin - 1, .right) + ink.dim(axis) + line)
      }
    } else {
      lines.append(text.degrees(nil))
    }
    let blank = String(repeating: " ", count: margin)
    lines += plot.icons.map { blank + $0 }
    lines += plot.times.map { blank + $0 }
    if let rain = ChartRain(plot) {
      for (index, line) in rain.bars(height: 3).enumerated() {
        let label = index == 0 ? rain.top : ""
        lines.append(DisplayWidth.fitted(label, to: margin - 1, .right) + ink.dim(axis) + line)
      }
      lines += rain.numbers.map { DisplayWidth.fitted($0.label, to: margin - 1, .right) + " " + $0.line }
    }
    return lines.map { ink.merged(DisplayWidth.trimmed(options.plain($0))) }
  }
}
