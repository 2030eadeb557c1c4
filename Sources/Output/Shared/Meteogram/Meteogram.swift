import Basics
import Weather

/// A forecast as a drawing: shaded nights, weather icons, a temperature curve, precipitation bars and wind arrows,
/// stacked along a common time axis.
struct Meteogram {
  let report: Report
  let text: ValueText
  let series: MeteogramSeries
  let frame: MeteogramFrame
  /// Makes element ids unique among drawings on a page.
  let index: Int
  let hasHeading: Bool
  let temperatureUnit: MeasurementUnit?
  let temperatureScale: ValueScale
  let rainUnit: MeasurementUnit?
  /// The amount of a full bar.
  let fullRain: Double
  var canvas = SvgCanvas()

  init(_ report: Report, text: ValueText, index: Int, hasHeading: Bool) {
    (self.report, self.text, self.index, self.hasHeading) = (report, text, index, hasHeading)
    series = MeteogramSeries(report)
    frame = MeteogramFrame(
      columns: series.columns.count, heading: hasHeading ? Self.headingHeight(report) : 0,
      footing: hasHeading ? 32 : 1, isHourly: series.isHourly, hasForecast: report.failure == nil)
    let temperatures = series.columns.flatMap { [$0.highest, $0.low] }.compactMap { $0 }
    temperatureUnit = temperatures.first?.unit
    temperatureScale = ValueScale(
      temperatures.map { $0.value }, least: temperatureUnit == .fahrenheit ? 9 : 5,
      top: frame.temperature.top + 42, bottom: frame.temperature.bottom - 32)
    rainUnit = series.columns.lazy.compactMap { $0.precipitation?.unit }.first
    fullRain = ReportRow.fullAmount(series.columns.map { $0.row }, least: series.isHourly ? 2 : 8)
  }

  /// The `svg` element with additional `attributes`; `style` is a style sheet for a stand-alone drawing.
  func element(attributes: String = "", style: String? = nil) -> String {
    let (width, height) = (SvgCanvas.number(frame.width), SvgCanvas.number(frame.height))
    var drawing = self
    drawing.draw()
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"meteogram\" viewBox=\"0 0 \(width) \(height)\""
      + " width=\"\(width)\" height=\"\(height)\" role=\"img\""
      + " aria-labelledby=\"title\(index)\" aria-describedby=\"summary\(index)\""
      + (attributes.isEmpty ? ">\n" : " \(attributes)>\n")
      + "<title id=\"title\(index)\">\(MarkupText.escaped(text.phrases("Weather: {place}", ["place": report.title])))</title>\n"
      + "<desc id=\"summary\(index)\">\(MarkupText.escaped(text.noForecast(report) ?? summary))</desc>\n"
      + (style.map { "<style>\n\($0)</style>\n" } ?? "") + drawing.canvas.text + "</svg>\n"
  }

  func x(_ column: MeteogramSeries.Column) -> Double { frame.x(column.middle) }

  private mutating func draw() {
    if hasHeading {
      canvas.rectangle(0, 0, frame.width, frame.height, style: "w-paper")
      drawHeading()
    }
    if let reason = text.noForecast(report) {
      let lines = WrappedWords.lines(reason, width: frame.span, size: 15, count: 4)
      drawLines(lines, frame.start, frame.top + 22, spacing: 20, size: 15, style: "w-phrase s")
    } else if series.columns.isEmpty {
      canvas.label(
        text.phrases("The source gives no values to draw."), frame.width / 2, frame.sky + 80, style: "w-words")
    } else {
      drawBackground()
      if series.isHourly { drawSkyOfHours() } else { drawSkyOfDays() }
      drawTemperatures()
      drawRain()
      drawWind()
      if !series.isHourly { drawSun() }
      drawTitles()
    }
    if hasHeading {
      let credit = WrappedWords.cut(report.credit, width: frame.span, size: 11)
      canvas.label(credit, frame.start, frame.bottom + 20, style: "w-credit s")
    }
  }

  private mutating func drawBackground() {
    let height = frame.bottom - frame.sky
    canvas.rectangle(frame.start, frame.sky, frame.span, height, style: "w-day")
    for night in series.nights {
      let start = frame.x(night.lowerBound)
      canvas.rectangle(start, frame.sky, frame.x(night.upperBound) - start, height, style: "w-night")
    }
    for (index, day) in series.days.enumerated() {
      let (start, end) = (frame.x(day.span.lowerBound), frame.x(day.span.upperBound))
      if index > 0 { canvas.line(start, frame.sky - 24, start, frame.bottom, style: "w-border") }
      guard let name = name(day.day, width: end - start - 6) else { continue }
      canvas.label(
        name, (start + end) / 2, frame.dayNames, style: day.day == report.today ? "w-name w-today" : "w-name")
    }
  }

  /// As much of a day's name and date as fits; nil if nothing does.
  private func name(_ day: CalendarDay, width: Double) -> String? {
    let locale = text.locale
    let (weekday, date, number) = (locale.weekday(day), locale.date(day), String(day.date.day))
    let forms = [
      "\(locale.weekday(day, isShort: false)), \(date)", "\(weekday), \(date)", "\(weekday) \(number)", weekday, number,
    ]
    return forms.first { WrappedWords.measure($0, size: 14) <= width }
  }

  /// Invisible areas over the columns that show their details as tooltips.
  private mutating func drawTitles() {
    let middles = series.columns.map(x)
    for (index, column) in series.columns.enumerated() {
      let start = index == 0 ? frame.start : (middles[index - 1] + middles[index]) / 2
      let end = index == middles.count - 1 ? frame.end : (middles[index] + middles[index + 1]) / 2
      canvas.rectangle(
        start, frame.sky, end - start, frame.bottom - frame.sky, style: "w-touch", title: details(column.row))
    }
  }
}
