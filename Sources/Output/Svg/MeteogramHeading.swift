import Weather

/// What stands above a drawing that is by itself: the place, who said it and when, and the weather now where that was
/// asked.
struct MeteogramHeading {
  private let report: Report
  private let frame: MeteogramFrame
  private let text: MeteogramText

  /// The heading of a report's drawing.
  init(_ report: Report, frame: MeteogramFrame, text: MeteogramText) {
    self.report = report
    self.frame = frame
    self.text = text
  }

  /// How much room the heading of a report takes.
  static func height(_ report: Report) -> Double { showsNow(report) ? 152 : 74 }

  /// Whether the weather now is a part of it.
  private static func showsNow(_ report: Report) -> Bool { report.showsNow && report.failure == nil }

  /// Draws it at the top of the frame.
  func draw(on canvas: inout SvgCanvas) {
    let room = frame.span - 4
    // A long name is written smaller before it is cut.
    let name = text.name(report)
    let size = max(14, min(22, (22 * room / WrappedWords.measure(name, size: 22)).rounded(.down)))
    canvas.label(
      WrappedWords.cut(name, width: room, size: size), frame.start, 36, size: size < 22 ? size : nil, style: "w-place s"
    )
    canvas.label(WrappedWords.cut(text.source(report), width: room, size: 13), frame.start, 57, style: "w-source s")
    if Self.showsNow(report) { drawNow(on: &canvas) }
  }

  /// The weather now; the day's words where none are known of now.
  private func drawNow(on canvas: inout SvgCanvas) {
    let now = report.current
    let words = now?.description ?? report.days.first?.description
    var x = frame.start
    if let condition = words.flatMap({ Condition(words: $0) }) {
      SkyDrawing(condition, isNight: Daylight(report).isNight(report)).draw(x + 28, 106, size: 60, on: &canvas)
      x += 72
    }
    let temperature = text.values.degreesWithUnit(now?.temperature)
    canvas.label(temperature, x, 122, style: "w-now s")
    x += WrappedWords.measure(temperature, size: 46) + 18
    canvas.label(
      WrappedWords.cut(words ?? ValueText.unknown, width: frame.end - x, size: 17), x, 92, style: "w-phrase s")
    for (index, line) in details(now).enumerated() {
      canvas.label(
        WrappedWords.cut(line, width: frame.end - x, size: 13), x, 111 + Double(index) * 17, style: "w-source s")
    }
  }

  /// What else is known of now, in two lines.
  private func details(_ now: CurrentConditions?) -> [String] {
    guard let now else { return ["The source does not say what the weather is now."] }
    let felt = "Feels like \(text.values.degrees(now.feelsLike)), humidity \(text.values.percent(now.humidity))"
    let gusts = now.wind.gust.map { ", gusts \(text.values.measured($0))" } ?? ""
    return [felt, "Wind \(text.values.wind(now.wind))\(gusts)"]
  }
}
