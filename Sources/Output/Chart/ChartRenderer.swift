public import Weather

/// The course of the temperature as a curve, with the chance of rain below.
public struct ChartRenderer: Renderer {
  /// What the form is for.
  public static let summary = "a curve of the temperature, with bars for rain"

  /// A place that failed has its heading, and why below it.
  public static let showsFailures = true

  private let options: RenderingOptions
  private let style: ANSIStyle
  private let text: ValueText
  private let width: Int

  /// A renderer for a terminal; in a file or a pipe, a chart has 80 columns.
  public init(options: RenderingOptions) {
    var options = options
    width = options.width ?? 80
    options.width = width
    self.options = options
    style = ANSIStyle(isColored: options.isColored)
    text = options.values
  }

  /// The place, the curve, what the weather is like, when, and how likely it rains.
  public func render(_ report: Report, index: Int) -> String {
    var lines = report.heading(options, style)
    if report.failure == nil {
      let daylight = Daylight(report)
      let rows = ReportRow.rows(of: report, daylight).map { $0.plain(options) }
      if report.showsNow, report.current != nil {
        let items = FieldItems(text: text)
        let texts = items.now(.now(report, daylight), options.fields, icons: options.icons).map { options.plain($0) }
        lines += items.lines(texts, width: width)
      }
      if !rows.isEmpty { lines += chart(rows) }
      for note in RowSpan.footnotes(rows, today: report.today, text.locale) {
        lines += DisplayWidth.wrapped(note, to: width)
      }
      lines += DisplayWidth.wrapped(options.plain(report.source.attribution), to: width).map { style.dim($0) }
    }
    return (index > 0 ? "\n" : "") + lines.map { $0 + "\n" }.joined()
  }

  private func chart(_ rows: [ReportRow]) -> [String] {
    let height = width < 40 ? 6 : 8
    let temperatures = rows.flatMap { [$0.highest, $0.low] }.compactMap { $0 }
    let scale = ValueScale(temperatures.map { $0.value }, least: 4, top: 0, bottom: Double(height * 4 - 1))
    let unit = temperatures.first?.unit
    let labels = unit.map { unit in [scale.high, scale.low].map { text.degrees(Temperature($0, unit)) } } ?? []
    let margin = labels.reduce(4) { max($0, DisplayWidth.of($1)) } + 1
    let plot = ChartPlot(
      rows: rows, width: max(4, width - margin), text: text, style: style, icons: options.icons)
    let axis = style.dim(options.isUnicode ? "│" : "|")
    func labelled(_ label: String, _ axis: String, _ line: String) -> String {
      DisplayWidth.fitted(label, to: margin - 1, .right) + axis + line
    }
    var lines = [text.degrees(nil)]
    if let unit {
      // The highest and the lowest of the scale stand beside the rows that they are drawn on.
      lines = plot.curve(scale, unit, height: height).enumerated().map { index, line in
        labelled(index == 1 ? labels[0] : index == height ? labels[1] : "", axis, line)
      }
    }
    lines += ([plot.icons] + plot.times).map { labelled("", " ", $0) }
    if let rain = ChartRain(plot) {
      lines += rain.bars(height: 3).enumerated().map { labelled($0 == 0 ? rain.top : "", axis, $1) }
      lines += rain.numbers.map { labelled($0.label, " ", $0.line) }
    }
    return lines.map { style.merged(DisplayWidth.trimmed(options.plain($0))) }
  }
}
