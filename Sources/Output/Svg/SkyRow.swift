import Weather

/// The signs of the sky, with the source's words under those of days.
struct SkyRow {
  private let series: MeteogramSeries
  private let frame: MeteogramFrame
  private let text: MeteogramText

  /// The row of a drawing.
  init(_ series: MeteogramSeries, frame: MeteogramFrame, text: MeteogramText) {
    self.series = series
    self.frame = frame
    self.text = text
  }

  /// Draws it.
  func draw(on canvas: inout SvgCanvas) {
    if series.isHourly { drawHours(on: &canvas) } else { drawDays(on: &canvas) }
  }

  private func drawDays(on canvas: inout SvgCanvas) {
    let room = frame.span / Double(max(1, series.columns.count)) - 6
    for column in series.columns {
      let x = frame.x(column.middle)
      var y = frame.sky + 62
      if let condition = column.words.flatMap({ Condition(words: $0) }) {
        SkyDrawing(condition, isNight: column.isNight).draw(x, frame.sky + 27, size: min(46, room), on: &canvas)
      } else {
        // What no sign is known for has more room for its words.
        y = frame.sky + 34
      }
      // Of a day of which only the rest is known that stands first, and what has no room is left of the words.
      let rest = text.rest(column).map { WrappedWords.lines($0, width: room, size: 11, count: 2) } ?? []
      let lines =
        rest
        + WrappedWords.lines(
          column.words ?? ValueText.unknown, width: room, size: 11, count: 3 - rest.count)
      for (index, line) in lines.enumerated() {
        canvas.label(line, x, y + Double(index) * 13, style: "w-words")
      }
    }
  }

  private func drawHours(on canvas: inout SvgCanvas) {
    for (column, room) in HourLabels.labels(series, frame: frame) {
      let x = frame.x(column.middle)
      let clock = column.time.map { text.values.locale.clock($0) } ?? ""
      // Where steps stand close, the hour has to do.
      let isShort = room < HourLabels.wide - 1 && clock.hasSuffix(":00")
      canvas.label(isShort ? String(clock.prefix(2)) : clock, x, frame.sky + 16, style: "w-hour")
      if let condition = column.words.flatMap({ Condition(words: $0) }) {
        SkyDrawing(condition, isNight: column.isNight)
          .draw(x, frame.sky + 40, size: min(32, room - 2), on: &canvas)
      } else {
        let lines = WrappedWords.lines(column.words ?? ValueText.unknown, width: room - 4, size: 9, count: 3)
        for (index, line) in lines.enumerated() {
          canvas.label(line, x, frame.sky + 32 + Double(index) * 10, style: "w-tiny")
        }
      }
    }
  }
}
