import Basics
import Weather

/// A forecast as a drawing: days shaded by night, signs of the sky, the curve of temperature, bars of precipitation and
/// arrows of wind, one above the other along the same time.
struct Meteogram {
  /// What is drawn.
  let series: MeteogramSeries
  /// Where it is drawn.
  let frame: MeteogramFrame
  private let report: Report
  private let text: MeteogramText
  private let index: Int
  private let hasHeading: Bool

  /// A report's drawing; `index` tells its parts from those of other drawings on the same page.
  init(_ report: Report, text: MeteogramText, index: Int, hasHeading: Bool) {
    self.report = report
    self.text = text
    self.index = index
    self.hasHeading = hasHeading
    series = MeteogramSeries(report)
    frame = MeteogramFrame(
      columns: series.columns.count, heading: hasHeading ? MeteogramHeading.height(report) : 0,
      footing: hasHeading ? 32 : 1, isHourly: series.isHourly, hasForecast: report.failure == nil)
  }

  /// The `svg` element. `attributes` go into it; `style` is a style sheet for a drawing that stands by itself.
  func element(attributes: String = "", style: String? = nil) -> String {
    let (width, height) = (SvgCanvas.number(frame.width), SvgCanvas.number(frame.height))
    var element = "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"meteogram\" viewBox=\"0 0 \(width) \(height)\""
    element += " width=\"\(width)\" height=\"\(height)\" role=\"img\""
    element += " aria-labelledby=\"title\(index)\" aria-describedby=\"summary\(index)\""
    element += attributes.isEmpty ? ">\n" : " \(attributes)>\n"
    element += "<title id=\"title\(index)\">\(MarkupText.escaped("Weather: \(text.name(report))"))</title>\n"
    element += "<desc id=\"summary\(index)\">\(MarkupText.escaped(summary))</desc>\n"
    if let style { element += "<style>\n\(style)</style>\n" }
    return element + content + "</svg>\n"
  }

  /// The drawing in words.
  private var summary: String { failure ?? text.summary(series) }

  /// Why there is no forecast, in a sentence.
  private var failure: String? { report.failure.map { "No forecast: \($0.message)" } }

  /// What is drawn, from the back to the front.
  private var content: String {
    var canvas = SvgCanvas()
    if hasHeading {
      canvas.rectangle(0, 0, frame.width, frame.height, style: "w-paper")
      MeteogramHeading(report, frame: frame, text: text).draw(on: &canvas)
    }
    if let failure {
      for (index, line) in WrappedWords.lines(failure, width: frame.span, size: 15, count: 4).enumerated() {
        canvas.label(line, frame.start, frame.top + 22 + Double(index) * 20, size: 15, style: "w-phrase s")
      }
    } else if series.columns.isEmpty {
      canvas.label("The source gives no values to draw.", frame.width / 2, frame.sky + 80, style: "w-words")
    } else {
      drawBackground(on: &canvas)
      SkyRow(series, frame: frame, text: text).draw(on: &canvas)
      TemperaturePanel(series, frame: frame, text: text, gradient: "heat\(index)").draw(on: &canvas)
      RainPanel(series, frame: frame, text: text).draw(on: &canvas)
      WindPanel(series, frame: frame, text: text).draw(on: &canvas)
      if !series.isHourly { SunRow(series, frame: frame, text: text).draw(on: &canvas) }
      drawTitles(on: &canvas)
    }
    if hasHeading { canvas.label(credit, frame.start, frame.bottom + 20, style: "w-credit s") }
    return canvas.text
  }

  /// Nights and the days' names and borders.
  private func drawBackground(on canvas: inout SvgCanvas) {
    canvas.rectangle(frame.start, frame.sky, frame.span, frame.bottom - frame.sky, style: "w-day")
    for night in series.nights {
      let (start, end) = (frame.x(night.lowerBound), frame.x(night.upperBound))
      canvas.rectangle(start, frame.sky, end - start, frame.bottom - frame.sky, style: "w-night")
    }
    for (index, day) in series.days.enumerated() {
      let (start, end) = (frame.x(day.span.lowerBound), frame.x(day.span.upperBound))
      if index > 0 { canvas.line(start, frame.sky - 24, start, frame.bottom, style: "w-border") }
      drawName(day.day, from: start, to: end, on: &canvas)
    }
  }

  /// A day's name and date in the middle of its room: as much of it as fits.
  private func drawName(_ day: CalendarDay, from start: Double, to end: Double, on canvas: inout SvgCanvas) {
    let locale = text.values.locale
    let weekday = locale.weekday(day)
    let room = end - start - 6
    let forms = [
      "\(locale.weekday(day, isShort: false)), \(locale.date(day))", "\(weekday), \(locale.date(day))",
      "\(weekday) \(String(day.date.day))", weekday, String(day.date.day),
    ]
    guard let name = forms.first(where: { WrappedWords.measure($0, size: 14) <= room }) else { return }
    let style = day == report.today ? "w-name w-today" : "w-name"
    canvas.label(name, (start + end) / 2, frame.dayNames, style: style)
  }

  /// Rooms without a picture over the columns, each with all about it for a pointer that rests there.
  private func drawTitles(on canvas: inout SvgCanvas) {
    let middles = series.columns.map { frame.x($0.middle) }
    for (index, column) in series.columns.enumerated() {
      let start = index == 0 ? frame.start : (middles[index - 1] + middles[index]) / 2
      let end = index == middles.count - 1 ? frame.end : (middles[index] + middles[index + 1]) / 2
      canvas.rectangle(
        start, frame.sky, end - start, frame.bottom - frame.sky, style: "w-touch", title: text.details(column))
    }
  }

  /// Whom to thank.
  private var credit: String {
    let credit = report.source.attribution.isEmpty ? report.source.name : report.source.attribution
    return WrappedWords.cut(credit, width: frame.span, size: 11)
  }
}
