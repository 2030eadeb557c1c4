import Weather

/// The rows of a meteogram without a scale: sky, wind and sun.
extension Meteogram {
  /// Weather icons with the descriptions below.
  mutating func drawSkyOfDays() {
    let room = frame.span / Double(max(1, series.columns.count)) - 6
    for column in series.columns {
      // Without an icon there is more room for the description.
      let hasSign = drawSign(column, frame.sky + 27, size: min(46, room))
      // If only the rest of the day is known, that is stated first, and the description gets the remaining room.
      let rest =
        column.row.rest(report.today, text).map { WrappedWords.lines($0, width: room, size: 11, count: 2) } ?? []
      let words = WrappedWords.lines(
        column.description.map { text.words($0) } ?? ValueText.unknown, width: room, size: 11, count: 3 - rest.count)
      drawLines(rest + words, x(column), frame.sky + (hasSign ? 62 : 34), spacing: 13, style: "w-words")
    }
  }

  /// Weather icons with the times above.
  mutating func drawSkyOfHours() {
    for (column, room) in hourLabels {
      let clock = column.time.map { text.clock($0) } ?? ""
      // Narrow steps only show the hour.
      let isShort = room < Self.wideLabel - 1 && clock.hasSuffix(":00")
      canvas.label(isShort ? String(clock.prefix(2)) : clock, x(column), frame.sky + 16, style: "w-hour")
      guard !drawSign(column, frame.sky + 40, size: min(32, room - 2)) else { continue }
      let words = WrappedWords.lines(
        column.description.map { text.words($0) } ?? ValueText.unknown, width: room - 4, size: 9, count: 3)
      drawLines(words, x(column), frame.sky + 32, spacing: 10, style: "w-tiny")
    }
  }

  /// Draws a column's weather icon; false if its description is not recognized.
  private mutating func drawSign(_ column: MeteogramSeries.Column, _ y: Double, size: Double) -> Bool {
    guard let condition = column.description.flatMap({ Condition(words: $0) }) else { return false }
    SkyDrawing(condition, isNight: column.isNight).draw(x(column), y, size: size, on: &canvas)
    return true
  }

  /// A panel's top line and caption.
  mutating func drawCaption(_ caption: String, below y: Double) {
    canvas.line(frame.start, y, frame.end, y, style: "w-border")
    canvas.label(caption, frame.start + 6, y + 14, style: "w-caption s")
  }

  /// Arrows in the direction of the wind, larger for higher speeds, with speeds and gusts.
  mutating func drawWind() {
    let winds = series.columns.map { $0.wind }
    let unit = winds.lazy.compactMap { $0.speed?.unit ?? $0.gust?.unit }.first.map { ", \(text.unit($0))" } ?? ""
    let hasGusts = winds.contains { $0.gust != nil }
    drawCaption((hasGusts ? text.phrases("Wind (gusts)") : text.title(.windSpeed)) + unit, below: frame.wind)
    var lastGust = -Double.infinity
    for column in series.isHourly ? hourLabels.map({ $0.column }) : series.columns {
      let (wind, x) = (column.wind, x(column))
      if let bearing = wind.bearing {
        // An arrow doubles in size from calm to storm (10 Beaufort, 24.5 m/s); an unknown speed has the smallest.
        let strength = min(1, max(0, (wind.speed?.exactly(in: .metersPerSecond) ?? 0) / 24.5))
        canvas.group(x, frame.wind + 37, scale: 0.75 + strength * 0.75, degrees: bearing + 180) {
          $0.path("M0 -11L6.5 10L0 5.5L-6.5 10Z", style: "w-arrow")
        }
      }
      canvas.label(text.number(wind.speed?.value, decimals: 0), x, frame.wind + 66, style: "w-value")
      if let gust = wind.gust, x - lastGust >= 30 {
        lastGust = x
        canvas.label("(\(text.number(gust.value, decimals: 0)))", x, frame.wind + 81, style: "w-minor")
      }
    }
  }

  /// Sunrise and sunset of each day.
  mutating func drawSun() {
    drawCaption(text.phrases("Sunrise and sunset"), below: frame.sun)
    let room = frame.span / Double(max(1, series.columns.count))
    for column in series.columns {
      let (sunrise, sunset) = (text.clock(column.sunrise), text.clock(column.sunset))
      // Two lines, `does not` and `rise`, if there is no room for one.
      let lines =
        column.sunState.map { WrappedWords.lines(text.words($0), width: room - 6, size: 12, count: 2) }
        ?? (room > 90 ? ["\(sunrise) – \(sunset)"] : [sunrise, sunset])
      drawLines(lines, x(column), frame.sun + (lines.count > 1 ? 32 : 38), spacing: 14, style: "w-sunlight")
    }
  }
}
