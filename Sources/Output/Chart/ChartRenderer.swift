import Weather

/// The temperature as a curve, with the chance of precipitation below.
struct ChartRenderer: Renderer {
  static let summary = "a curve of the temperature, with bars for rain"
  static let showsFailures = true

  private let terminal: TerminalReport
  private let width: Int

  /// Creates a renderer; without a terminal, a chart has 80 columns.
  init(options: RenderingOptions) {
    var options = options
    width = options.width ?? 80
    options.width = width
    terminal = TerminalReport(options)
  }

  func render(_ report: Report, index: Int) -> String { terminal.text(of: report, index: index, body: chart) }

  /// The curve, icons, times and precipitation.
  private func chart(_ rows: [ReportRow]) -> [String] {
    let (options, text, style) = (terminal.options, terminal.text, terminal.style)
    let height = width < 40 ? 6 : 8
    let temperatures = rows.flatMap { [$0.highest, $0.low] }.compactMap { $0 }
    let scale = ValueScale(temperatures.map { $0.value }, least: 4, top: 0, bottom: Double(height * 4 - 1))
    let unit = temperatures.first?.unit
    let labels = unit.map { unit in [scale.high, scale.low].map { text.degrees(Temperature($0, unit)) } } ?? []
    let margin = labels.reduce(4) { max($0, DisplayWidth.of($1)) } + 1
    let plot = ChartPlot(rows, width: max(4, width - margin), text: text, style: style, icons: options.icons)
    let axis = style.dim(options.isUnicode ? "│" : "|")
    func labelled(_ label: String, _ axis: String, _ line: String) -> String {
      DisplayWidth.fitted(label, to: margin - 1, .right) + axis + line
    }
    var lines = [text.degrees(nil)]
    if let unit {
      // The limits of the scale are next to the lines on which they are drawn.
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
