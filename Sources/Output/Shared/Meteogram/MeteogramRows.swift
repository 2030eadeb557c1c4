import Weather

/// The rows of a meteogram without a scale: the sky, the wind, and the sun.
extension Meteogram {
  /// The signs of the sky, the source's words under them.
  mutating func drawSkyOfDays() {
    let room = frame.span / Double(max(1, series.columns.count)) - 6
    for column in series.columns {
      // What no sign is known for has more room for its words.
      let hasSign = drawSign(column, frame.sky + 27, size: min(46, room))
      // Where only the rest of a day is known, that stands first, and the words get what room is left.
      let rest =
        column.row.rest(report.today, text).map { WrappedWords.lines($0, width: room, size: 11, count: 2) } ?? []
      let words = WrappedWords.lines(
        column.description ?? ValueText.unknown, width: room, size: 11, count: 3 - rest.count)
      drawLines(rest + words, x(column), frame.sky + (hasSign ? 62 : 34), spacing: 13, style: "w-words")
    }
  }

  /// The signs of the sky, the times over them.
  mutating func drawSkyOfHours() {
    for (column, room) in hourLabels {
      let clock = column.time.map { text.clock($0) } ?? ""
      // Where steps stand close, the hour has to do.
      let isShort = room < Self.wideLabel - 1 && clock.hasSuffix(":00")
      canvas.label(isShort ? String(clock.prefix(2)) : clock, x(column), frame.sky + 16, style: "w-hour")
      guard !drawSign(column, frame.sky + 40, size: min(32, room - 2)) else { continue }
      let words = WrappedWords.lines(column.description ?? ValueText.unknown, width: room - 4, size: 9, count: 3)
      drawLines(words, x(column), frame.sky + 32, spacing: 10, style: "w-tiny")
    }
  }

  /// Draws the sign of a column's sky; false where there is none for the source's words.
  private mutating func drawSign(_ column: MeteogramSeries.Column, _ y: Double, size: Double) -> Bool {
    guard let condition = column.description.flatMap({ Condition(words: $0) }) else { return false }
    SkyDrawing(condition, isNight: column.isNight).draw(x(column), y, size: size, on: &canvas)
    return true
  }

  /// The rule above a panel, and its caption.
  mutating func drawCaption(_ caption: String, below y: Double) {
    canvas.line(frame.start, y, frame.end, y, style: "w-border")
    canvas.label(caption, frame.start + 6, y + 14, style: "w-caption s")
  }

  /// Arrows that fly with the wind, larger the stronger it is, its speed and that of its gusts.
  mutating func drawWind() {
    let winds = series.columns.map { $0.wind }
    let unit = winds.lazy.compactMap { $0.speed?.unit ?? $0.gust?.unit }.first.map { ", \($0.rawValue)" } ?? ""
    drawCaption((winds.contains { $0.gust != nil } ? "Wind (gusts)" : "Wind") + unit, below: frame.wind)
    var lastGust = -Double.infinity
    for column in series.isHourly ? hourLabels.map({ $0.column }) : series.columns {
      let (wind, x) = (column.wind, x(column))
      if let bearing = wind.bearing {
        // An arrow doubles from calm to a storm (10 Beaufort, 24.5 m/s); it is smallest where the speed is not known.
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

  /// When the sun rises and sets on each day.
  mutating func drawSun() {
    drawCaption("Sunrise and sunset", below: frame.sun)
    let room = frame.span / Double(max(1, series.columns.count))
    for column in series.columns {
      let (sunrise, sunset) = (text.clock(column.sunrise), text.clock(column.sunset))
      // `does not` and `rise` on a line each, where there is no room for both on one.
      let lines =
        column.sunState.map { WrappedWords.lines($0.words, width: room - 6, size: 12, count: 2) }
        ?? (room > 90 ? ["\(sunrise) – \(sunset)"] : [sunrise, sunset])
      drawLines(lines, x(column), frame.sun + (lines.count > 1 ? 32 : 38), spacing: 14, style: "w-sunlight")
    }
  }
}
