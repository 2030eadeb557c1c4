import Weather

/// When the sun rises and sets on each day.
struct SunRow {
  private let series: MeteogramSeries
  private let frame: MeteogramFrame
  private let text: MeteogramText

  /// The row of a drawing of days.
  init(_ series: MeteogramSeries, frame: MeteogramFrame, text: MeteogramText) {
    self.series = series
    self.frame = frame
    self.text = text
  }

  /// Draws it.
  func draw(on canvas: inout SvgCanvas) {
    canvas.line(frame.start, frame.sun - 4, frame.end, frame.sun - 4, style: "w-border")
    canvas.label("Sunrise and sunset", frame.start + 6, frame.sun + 10, style: "w-caption s")
    let room = frame.span / Double(max(1, series.columns.count))
    for column in series.columns {
      let x = frame.x(column.middle)
      if let words = column.sunState?.words {
        // `does not` and `rise` on a line each, where there is no room for both on one.
        let lines = WrappedWords.lines(words, width: room - 6, size: 12, count: 2)
        for (index, line) in lines.enumerated() {
          canvas.label(line, x, frame.sun + (lines.count > 1 ? 28 : 34) + Double(index) * 14, style: "w-sunlight")
        }
        continue
      }
      let (sunrise, sunset) = (text.values.clock(column.sunrise), text.values.clock(column.sunset))
      if room > 90 {
        canvas.label("\(sunrise) – \(sunset)", x, frame.sun + 34, style: "w-sunlight")
      } else {
        canvas.label(sunrise, x, frame.sun + 28, style: "w-sunlight")
        canvas.label(sunset, x, frame.sun + 42, style: "w-sunlight")
      }
    }
  }
}
