import Weather

/// The weather now, in a page.
struct HtmlNow {
  private let report: Report
  private let text: MeteogramText
  private let fields: [FieldGroup]?

  /// The part of a report of today; `fields` are those that were asked for, nil for all.
  init(_ report: Report, text: MeteogramText, fields: [FieldGroup]?) {
    self.report = report
    self.text = text
    self.fields = fields
  }

  /// The `section` element; a sentence where the source does not say what the weather is now.
  var element: String {
    guard let now = report.current else {
      return "<p>The source does not say what the weather is now.</p>\n"
    }
    let words = now.description ?? ValueText.unknown
    return "<section class=\"now\" aria-label=\"Now\">\n" + sign(now)
      + "<p class=\"temperature\">\(HtmlTable<DayForecast>.cell(now.temperature.map { text.values.degreesWithUnit($0) }))</p>\n"
      + "<p class=\"phrase\" dir=\"auto\">\(MarkupText.escaped(words))</p>\n" + details(now)
      + "</section>\n"
  }

  /// The sign of the sky; decoration, since the words stand beside it.
  private func sign(_ now: CurrentConditions) -> String {
    guard let condition = now.description.flatMap({ Condition(words: $0) }) else { return "" }
    var canvas = SvgCanvas()
    SkyDrawing(condition, isNight: Daylight(report).isNight(report)).draw(24, 24, size: 48, on: &canvas)
    return "<svg class=\"sign\" viewBox=\"0 0 48 48\" width=\"72\" height=\"72\" aria-hidden=\"true\">\n"
      + "\(canvas.text)</svg>\n"
  }

  /// All else that is known of now, and was asked for.
  private func details(_ now: CurrentConditions) -> String {
    let values = text.values
    let details: [(String, FieldGroup?, String?)] = [
      ("Feels like", .feels, now.feelsLike.map { values.degrees($0, decimals: 1) }),
      ("Wind", .wind, now.wind.speed == nil && now.wind.direction == nil ? nil : values.wind(now.wind)),
      ("Gusts", .gust, now.wind.gust.map { values.measured($0) }),
      ("Humidity", .humidity, now.humidity.map { values.percent($0) }),
      ("Dew point", .dewpoint, now.dewPoint.map { values.degrees($0, decimals: 1) }),
      ("Pressure", .pressure, now.pressure.map { values.measured($0) }),
      ("Visibility", .visibility, now.visibility.map { values.measured($0) }),
      ("UV index", .uv, now.uvIndex.map { values.number($0) }),
      ("Clouds", .clouds, now.cloudCover.map { values.percent($0) }),
      ("Observed", nil, now.observed.map { values.clock($0) }),
    ]
    let list = details.compactMap { name, field, value -> String? in
      if let fields, let field, !fields.contains(field) { return nil }
      return value.map { "<div><dt>\(name)</dt><dd>\(MarkupText.escaped($0))</dd></div>\n" }
    }.joined()
    return list.isEmpty ? "" : "<dl>\n\(list)</dl>\n"
  }
}
