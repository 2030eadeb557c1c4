import Basics
import Weather

/// What stands above a drawing that is by itself: the place, who said it and when, and the weather now where that was asked.
extension Meteogram {
  /// How much space the heading of a report takes.
  static func headingHeight(_ report: Report) -> Double { showsNow(report) ? 152 : 74 }

  private static func showsNow(_ report: Report) -> Bool { report.showsNow && report.failure == nil }

  mutating func drawHeading() {
    let room = frame.span - 4
    // A long name is written smaller before it is cut.
    let size = max(14, min(22, (22 * room / WrappedWords.measure(report.title, size: 22)).rounded(.down)))
    drawLine(report.title, frame.start, 36, width: room, size: size, style: "w-place s", isSmall: size < 22)
    // `The Weather Channel, Saturday, November 14, 07:32`.
    let fetched = report.source.fetched
    let source = "\(report.source.name), \(text.locale.fullDate(fetched.day)), \(text.locale.clock(fetched))"
    let mark = report.source.staleMark.map { " \($0)" } ?? ""
    drawLine(source + mark, frame.start, 57, width: room, size: 13, style: "w-source s")
    if Self.showsNow(report) { drawNow() }
  }

  /// The weather now; the day's words where none are known of now.
  private mutating func drawNow() {
    let now = report.current
    let words = now?.description ?? report.days.first?.description
    var x = frame.start
    if let condition = words.flatMap({ Condition(words: $0) }) {
      SkyDrawing(condition, isNight: Daylight(report).isNight(report)).draw(x + 28, 106, size: 60, on: &canvas)
      x += 72
    }
    let temperature = text.degreesWithUnit(now?.temperature)
    canvas.label(temperature, x, 122, style: "w-now s")
    x += WrappedWords.measure(temperature, size: 46) + 18
    drawLine(words ?? ValueText.unknown, x, 92, width: frame.end - x, size: 17, style: "w-phrase s")
    var details = ["The source does not say what the weather is now."]
    if let now {
      let gusts = now.wind.gust.map { ", gusts \(text.measured($0))" } ?? ""
      details = [
        "Feels like \(text.degrees(now.feelsLike)), humidity \(text.percent(now.humidity))",
        "Wind \(text.wind(now.wind))\(gusts)",
      ]
    }
    for (index, line) in details.enumerated() {
      drawLine(line, x, 111 + Double(index) * 17, width: frame.end - x, size: 13, style: "w-source s")
    }
  }

  /// A line cut to a width; `isSmall` where its size is not that of its style.
  private mutating func drawLine(
    _ line: String, _ x: Double, _ y: Double, width: Double, size: Double, style: String, isSmall: Bool = false
  ) {
    canvas.label(
      WrappedWords.cut(line, width: width, size: size), x, y, size: isSmall ? size : nil, style: style)
  }
}
