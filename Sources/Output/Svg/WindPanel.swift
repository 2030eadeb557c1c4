import Weather

/// The wind: arrows that fly with it, heavier the stronger it is, its speed and that of its gusts.
struct WindPanel {
  private let series: MeteogramSeries
  private let frame: MeteogramFrame
  private let text: MeteogramText

  /// The panel of a drawing.
  init(_ series: MeteogramSeries, frame: MeteogramFrame, text: MeteogramText) {
    self.series = series
    self.frame = frame
    self.text = text
  }

  /// Draws it.
  func draw(on canvas: inout SvgCanvas) {
    let hasGusts = series.columns.contains { $0.wind.gust != nil }
    let unit = series.columns.lazy.compactMap { $0.wind.speed?.unit ?? $0.wind.gust?.unit }.first
    canvas.line(frame.start, frame.wind - 4, frame.end, frame.wind - 4, style: "w-border")
    canvas.label(
      text.caption(hasGusts ? "Wind (gusts)" : "Wind", unit: unit?.rawValue), frame.start + 6, frame.wind + 10,
      style: "w-caption s")
    let columns = series.isHourly ? HourLabels.labels(series, frame: frame).map { $0.column } : series.columns
    var lastGust = -Double.infinity
    for column in columns {
      let x = frame.x(column.middle)
      if let direction = bearing(column.wind) {
        canvas.group(x, frame.wind + 33, scale: Self.scale(column.wind.speed), degrees: direction + 180) { canvas in
          canvas.path("M0 -11L6.5 10L0 5.5L-6.5 10Z", style: "w-arrow")
        }
      }
      canvas.label(text.values.number(column.wind.speed?.value, decimals: 0), x, frame.wind + 62, style: "w-value")
      if let gust = column.wind.gust, x - lastGust >= 30 {
        lastGust = x
        canvas.label("(\(text.values.number(gust.value, decimals: 0)))", x, frame.wind + 77, style: "w-minor")
      }
    }
  }

  /// Where it blows from, in degrees clockwise from north.
  private func bearing(_ wind: Wind) -> Double? {
    wind.degrees ?? wind.direction.flatMap { CompassPoint.allCases.firstIndex(of: $0) }.map { Double($0) * 22.5 }
  }

  /// How large an arrow is: from calm to a storm (10 Beaufort, 24.5 m/s) it doubles. One whose speed is not known is the
  /// smallest, so that it boasts of nothing.
  private static func scale(_ speed: Speed?) -> Double {
    let least = 0.75
    guard let speed else { return least }
    return least + min(1, max(0, speed.exactly(in: .metersPerSecond) / 24.5)) * 0.75
  }
}
