import Weather

/// What a table and a chart begin with: the place, the unit of its temperatures, and how old an answer is that should be
/// newer; then, where there is no forecast, why.
struct ReportHeading {
  private let report: Report
  private let options: RenderingOptions

  /// The heading of a report.
  init(_ report: Report, _ options: RenderingOptions) {
    self.report = report
    self.options = options
  }

  /// The lines, none longer than the terminal.
  func lines(_ ink: Ink) -> [String] {
    let unit = report.units.temperature.map { " \(options.isUnicode ? "°" : "")\($0.rawValue)" } ?? ""
    let mark = report.source.staleMark.map { " \($0)" } ?? ""
    let width = options.width ?? .max
    // Where there is no room for all, the place needs a few letters and old weather its mark.
    let isTight = DisplayWidth.of(unit) + DisplayWidth.of(mark) + 6 > width
    let rest = isTight ? [mark] : [unit, mark]
    let room = max(1, width - rest.reduce(0) { $0 + DisplayWidth.of($1) })
    let name = DisplayWidth.cut(
      options.plain(report.title), to: room, isUnicode: options.isUnicode)
    return [ink.bold(name) + rest.map { ink.dim($0) }.joined()] + failure
  }

  /// Why there is no forecast.
  private var failure: [String] {
    guard let failure = report.failure else { return [] }
    return DisplayWidth.wrapped(options.plain("No forecast: \(failure.message)"), to: options.width ?? .max)
  }
}
