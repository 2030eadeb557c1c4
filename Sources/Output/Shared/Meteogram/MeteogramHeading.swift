import Basics
import Weather

/// The heading of a stand-alone drawing: the place, the source and its time, and current conditions if requested.
extension Meteogram {
  static func headingHeight(_ report: Report) -> Double { showsNow(report) ? 152 : 74 }

  private static func showsNow(_ report: Report) -> Bool { report.showsNow && report.failure == nil }

  mutating func drawHeading() {
    let room = frame.span - 4
    // A long name is set in a smaller font before it is truncated.
    let size = max(14, min(22, (22 * room / WrappedWords.measure(report.title, size: 22)).rounded(.down)))
    let title = WrappedWords.cut(report.title, width: room, size: size)
    canvas.label(title, frame.start, 36, size: size < 22 ? size : nil, style: "w-place s")
    let source = "\(report.source.name), \(report.fetched(text))\(text.staleMark(report))"
    canvas.label(WrappedWords.cut(source, width: room, size: 13), frame.start, 57, style: "w-source s")
    if Self.showsNow(report) { drawNow() }
  }

  /// Current conditions; today's description if there is none.
  private mutating func drawNow() {
    let now = report.current
    let words = ReportRow.now(report).description
    var x = frame.start
    if let condition = words.flatMap({ Condition(words: $0) }) {
      SkyDrawing(condition, isNight: Daylight(report).isNightAtStart).draw(x + 28, 106, size: 60, on: &canvas)
      x += 72
    }
    let temperature = text.degreesWithUnit(now?.temperature)
    canvas.label(temperature, x, 122, style: "w-now s")
    x += WrappedWords.measure(temperature, size: 46) + 18
    let room = frame.end - x
    canvas.label(
      WrappedWords.cut(words.map { text.words($0) } ?? ValueText.unknown, width: room, size: 17), x, 92,
      style: "w-phrase s")
    let details =
      now.map { now in
        [
          text.phrases(
            "Feels like {temperature}, humidity {humidity}",
            ["temperature": text.degrees(now.feelsLike), "humidity": text.percent(now.humidity)]),
          now.wind.gust.map {
            text.phrases("Wind {wind}, gusts {gusts}", ["wind": text.wind(now.wind), "gusts": text.measured($0)])
          } ?? text.phrases("Wind {wind}", ["wind": text.wind(now.wind)]),
        ]
      } ?? [text.phrases("The source does not say what the weather is now.")]
    drawLines(details.map { WrappedWords.cut($0, width: room, size: 13) }, x, 111, spacing: 17, style: "w-source s")
  }

  mutating func drawLines(
    _ lines: [String], _ x: Double, _ y: Double, spacing: Double, size: Double? = nil, style: String
  ) {
    for (index, line) in lines.enumerated() {
      canvas.label(line, x, y + Double(index) * spacing, size: size, style: style)
    }
  }
}
