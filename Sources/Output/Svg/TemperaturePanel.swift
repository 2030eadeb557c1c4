import Weather

/// The curve of temperature: of the highs and of the lows with the band between them, or of the hours.
struct TemperaturePanel {
  private let series: MeteogramSeries
  private let frame: MeteogramFrame
  private let text: MeteogramText
  private let gradient: String
  private let scale: ValueScale
  private let unit: MeasurementUnit?

  /// The panel of a drawing; `gradient` names the colours of warmth, which are its own.
  init(_ series: MeteogramSeries, frame: MeteogramFrame, text: MeteogramText, gradient: String) {
    self.series = series
    self.frame = frame
    self.text = text
    self.gradient = gradient
    let known = series.columns.flatMap { [$0.high, $0.low] }.compactMap { $0 }
    unit = known.first?.unit
    scale = ValueScale(
      known.map { $0.value }, least: unit == .fahrenheit ? 9 : 5, top: frame.temperature.top + 42,
      bottom: frame.temperature.bottom - 32, margin: 20)
  }

  /// Draws it.
  func draw(on canvas: inout SvgCanvas) {
    let sign = unit.map { "°\($0.rawValue)" }
    let name = series.isHourly ? "Temperature" : "High and low temperature"
    canvas.label(text.caption(name, unit: sign), frame.start + 6, frame.temperature.top + 13, style: "w-caption s")
    canvas.line(frame.start, frame.temperature.top, frame.end, frame.temperature.top, style: "w-border")
    guard let unit else {
      for column in series.columns {
        canvas.label(
          ValueText.unknown, frame.x(column.middle), (frame.temperature.top + frame.temperature.bottom) / 2,
          style: "w-value")
      }
      return
    }
    drawAxis(unit, on: &canvas)
    let colour = " stroke=\"url(#\(gradient))\""
    let band = "fill=\"url(#\(gradient))\""
    for run in runs({ $0.high != nil && $0.low != nil }) {
      if run.count > 1 {
        canvas.path(curve(run, \.high).area(above: curve(run, \.low)), style: "w-band", attributes: band)
      } else if let day = run.first, let high = day.high, let low = day.low {
        let (top, bottom) = (scale.y(high.value), scale.y(low.value))
        canvas.rectangle(frame.x(day.middle) - 3, top, 6, bottom - top, style: "w-pair")
      }
    }
    for run in runs({ $0.low != nil }) {
      canvas.path(curve(run, \.low).data, style: "w-low", attributes: colour)
    }
    for run in runs({ $0.high != nil }) {
      canvas.path(curve(run, \.high).data, style: "w-high", attributes: colour)
      // One value by itself is no curve.
      if series.isHourly, run.count == 1, let high = run[0].high {
        drawPoint(frame.x(run[0].middle), high, on: &canvas)
      }
    }
    if series.isHourly { drawPeaks(on: &canvas) } else { drawValues(on: &canvas) }
  }

  /// The point at which water freezes.
  private static func freezing(_ unit: MeasurementUnit) -> Double { Temperature(0, .celsius).exactly(in: unit) }

  /// The colours of warmth, lines at round values, and a stronger one at the freezing point.
  private func drawAxis(_ unit: MeasurementUnit, on canvas: inout SvgCanvas) {
    let freezing = Self.freezing(unit)
    let degree = scale.y(freezing) - scale.y(Temperature(1, .celsius).exactly(in: unit))
    canvas.gradient(gradient, middle: scale.y(freezing), reach: degree)
    for tick in scale.ticks {
      let y = scale.y(tick)
      canvas.line(frame.start, y, frame.end, y, style: tick == freezing ? "w-freezing" : "w-grid")
      canvas.label(text.values.degrees(Temperature(tick, unit)), frame.start - 8, y + 4, style: "w-axis e")
    }
    // 32 °F is no round value, and water freezes there all the same.
    if !scale.ticks.contains(freezing), let low = scale.ticks.first, let high = scale.ticks.last,
      (low...high).contains(freezing)
    {
      canvas.line(frame.start, scale.y(freezing), frame.end, scale.y(freezing), style: "w-freezing")
    }
  }

  /// Every day's high above its point and its low below.
  private func drawValues(on canvas: inout SvgCanvas) {
    for column in series.columns {
      let x = frame.x(column.middle)
      if column.high == nil, column.low == nil {
        canvas.label(
          ValueText.unknown, x, (frame.temperature.top + frame.temperature.bottom) / 2 + 10, style: "w-value")
        continue
      }
      if let high = column.high {
        drawPoint(x, high, on: &canvas)
        canvas.label(text.values.degrees(high), x, scale.y(high.value) - 10, style: "w-value")
      }
      if let low = column.low {
        drawPoint(x, low, on: &canvas)
        canvas.label(text.values.degrees(low), x, scale.y(low.value) + 20, style: "w-minor")
      }
      // Half a pair says which half is missing.
      if column.high == nil, let low = column.low {
        canvas.label("high \(ValueText.unknown)", x, scale.y(low.value) - 10, style: "w-minor")
      }
      if column.low == nil, let high = column.high {
        canvas.label("low \(ValueText.unknown)", x, scale.y(high.value) + 20, style: "w-minor")
      }
    }
  }

  /// The warmest and the coldest row of each day; of a day that has few hours in the drawing, none.
  private func drawPeaks(on canvas: inout SvgCanvas) {
    for column in series.columns where column.high == nil {
      canvas.line(
        frame.x(column.middle), frame.temperature.bottom - 4, frame.x(column.middle), frame.temperature.bottom - 10,
        style: "w-unknown")
    }
    let columns = Dictionary(grouping: series.columns.filter { $0.high != nil }) { $0.day }
    for day in series.days {
      let known = columns[day.day] ?? []
      guard known.reduce(0, { $0 + $1.length }) > 5 * 3600 || series.days.count == 1,
        let warmest = known.max(by: { ($0.high?.value ?? 0) < ($1.high?.value ?? 0) }), let high = warmest.high,
        let coldest = known.min(by: { ($0.high?.value ?? 0) < ($1.high?.value ?? 0) }), let low = coldest.high
      else { continue }
      drawPoint(frame.x(warmest.middle), high, on: &canvas)
      canvas.label(text.values.degrees(high), frame.x(warmest.middle), scale.y(high.value) - 10, style: "w-value")
      guard low.value < high.value else { continue }
      drawPoint(frame.x(coldest.middle), low, on: &canvas)
      canvas.label(text.values.degrees(low), frame.x(coldest.middle), scale.y(low.value) + 20, style: "w-minor")
    }
  }

  private func drawPoint(_ x: Double, _ value: Temperature, on canvas: inout SvgCanvas) {
    let isFrost = value.value <= Self.freezing(value.unit)
    canvas.circle(x, scale.y(value.value), 3.6, style: isFrost ? "w-point w-frost" : "w-point w-warm")
  }

  /// The columns that follow one another and of which something is known.
  private func runs(_ isKnown: (MeteogramColumn) -> Bool) -> [[MeteogramColumn]] {
    var runs: [[MeteogramColumn]] = [[]]
    for column in series.columns {
      if column.followsGap || !isKnown(column) { runs.append([]) }
      if isKnown(column) { runs[runs.count - 1].append(column) }
    }
    return runs.filter { !$0.isEmpty }
  }

  private func curve(_ run: [MeteogramColumn], _ value: KeyPath<MeteogramColumn, Temperature?>) -> SmoothCurve {
    SmoothCurve(
      run.compactMap { column in column[keyPath: value].map { (frame.x(column.middle), scale.y($0.value)) } })
  }
}
