import Display
import Weather

/// The weather now, in a page.
struct HtmlNow {
  private let report: Report
  private let text: MeteogramText

  /// The part of a report of today.
  init(_ report: Report, text: MeteogramText) {
    self.report = report
    self.text = text
  }

  /// The `section` element; a sentence where the source does not say what the weather is now.
  var element: String {
    guard let now = report.current else {
      return "<p>The source does not say what the weather is now.</p>\n"
    }
    let words = now.description ?? ValueText.unknown
    return "<section class=\"now\" aria-label=\"Now\">\n" + sign(now)
      + "<p class=\"temperature\">\(HtmlTable<DayForecast>.cell(now.temperature.map { text.values.degrees($0) }))</p>\n"
      + "<p class=\"phrase\" dir=\"auto\">\(MarkupText.escaped(words))</p>\n<dl>\n" + details(now)
      + "</dl>\n</section>\n"
  }

  /// The sign of the sky; decoration, since the words stand beside it.
  private func sign(_ now: CurrentConditions) -> String {
    guard let condition = now.description.flatMap({ Condition(words: $0) }) else { return "" }
    var canvas = SvgCanvas()
    SkyDrawing(condition, isNight: report.isNightNow).draw(24, 24, size: 48, on: &canvas)
    return "<svg class=\"sign\" viewBox=\"0 0 48 48\" width=\"72\" height=\"72\" aria-hidden=\"true\">\n"
      + "\(canvas.text)</svg>\n"
  }

  /// All else that is known of now.
  private func details(_ now: CurrentConditions) -> String {
    let values = text.values
    let details: [(String, String?)] = [
      ("Feels like", now.feelsLike.map { values.degrees($0, decimals: 1) }),
      ("Wind", now.wind.speed == nil && now.wind.direction == nil ? nil : values.wind(now.wind)),
      ("Gusts", now.wind.gust.map { values.measured($0) }),
      ("Humidity", now.humidity.map { values.percent($0) }),
      ("Dew point", now.dewPoint.map { values.degrees($0, decimals: 1) }),
      ("Pressure", now.pressure.map { values.measured($0) }),
      ("Visibility", now.visibility.map { values.measured($0) }),
      ("UV index", now.uvIndex.map { values.number($0) }),
      ("Clouds", now.cloudCover.map { values.percent($0) }),
      ("Observed", now.observed.map { values.clock($0) }),
    ]
    return details.compactMap { name, value in
      value.map { "<div><dt>\(name)</dt><dd>\(MarkupText.escaped($0))</dd></div>\n" }
    }.joined()
  }
}
