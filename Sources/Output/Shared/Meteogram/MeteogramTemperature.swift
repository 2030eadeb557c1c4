import Weather

/// The temperature curves: highs and lows with a band between them, or hourly temperatures.
extension Meteogram {
  mutating func drawTemperatures() {
    let (top, bottom) = frame.temperature
    let caption = series.isHourly ? text.title(.temperature) : text.phrases("High and low temperature")
    let unit = temperatureUnit.map { ", °\($0.rawValue)" } ?? ""
    canvas.label(caption + unit, frame.start + 6, top + 13, style: "w-caption s")
    canvas.line(frame.start, top, frame.end, top, style: "w-border")
    guard let temperatureUnit else {
      for column in series.columns {
        canvas.label(ValueText.unknown, x(column), (top + bottom) / 2, style: "w-value")
      }
      return
    }
    drawAxis(temperatureUnit)
    drawBand()
    let colour = " stroke=\"url(#heat\(index))\""
    for run in runs({ $0.low != nil }) { canvas.path(curve(run, \.low).data, style: "w-low", attributes: colour) }
    for run in runs({ $0.highest != nil }) {
      canvas.path(curve(run, \.highest).data, style: "w-high", attributes: colour)
      // A single value has no curve.
      if series.isHourly, run.count == 1, let value = run[0].highest { drawPoint(value, run[0]) }
    }
    if series.isHourly { markPeaks() } else { markDays() }
  }

  private func y(_ value: Temperature) -> Double { temperatureScale.y(value.value) }

  private static func freezing(_ unit: MeasurementUnit) -> Double { Temperature(0, .celsius).exactly(in: unit) }

  /// The colour gradient, grid lines at round values, and a stronger line at the freezing point.
  private mutating func drawAxis(_ unit: MeasurementUnit) {
    let (scale, freezing) = (temperatureScale, Self.freezing(unit))
    let degree = scale.y(freezing) - scale.y(Temperature(1, .celsius).exactly(in: unit))
    canvas.gradient("heat\(index)", middle: scale.y(freezing), reach: degree)
    for tick in scale.ticks {
      let y = scale.y(tick)
      canvas.line(frame.start, y, frame.end, y, style: tick == freezing ? "w-freezing" : "w-grid")
      canvas.label(text.degrees(Temperature(tick, unit)), frame.start - 8, y + 4, style: "w-axis e")
    }
    // The freezing point, 32 °F, is not a tick value.
    let isBetween = scale.ticks.contains { $0 < freezing } && scale.ticks.contains { $0 > freezing }
    if isBetween, !scale.ticks.contains(freezing) {
      canvas.line(frame.start, scale.y(freezing), frame.end, scale.y(freezing), style: "w-freezing")
    }
  }

  /// The area between highs and lows; a bar for a day without neighbours.
  private mutating func drawBand() {
    for run in runs({ $0.highest != nil && $0.low != nil }) {
      if run.count > 1 {
        let area = curve(run, \.highest).area(above: curve(run, \.low))
        canvas.path(area, style: "w-band", attributes: "fill=\"url(#heat\(index))\"")
      } else if let high = run[0].highest, let low = run[0].low {
        canvas.rectangle(x(run[0]) - 3, y(high), 6, y(low) - y(high), style: "w-pair")
      }
    }
  }

  /// Labels each day's high above its point and its low below; if one is missing, the label says so.
  private mutating func markDays() {
    for column in series.columns {
      if let high = column.high { mark(high, column, isHigh: true) }
      if let low = column.low { mark(low, column, isHigh: false) }
      if let low = column.low, column.high == nil {
        canvas.label("\(text.name(.high)) \(ValueText.unknown)", x(column), y(low) - 10, style: "w-minor")
      } else if let high = column.high, column.low == nil {
        canvas.label("\(text.name(.low)) \(ValueText.unknown)", x(column), y(high) + 20, style: "w-minor")
      } else if column.high == nil {
        let middle = (frame.temperature.top + frame.temperature.bottom) / 2
        canvas.label(ValueText.unknown, x(column), middle + 10, style: "w-value")
      }
    }
  }

  /// Labels the warmest and coldest row of each day, except days with only a few hours in the drawing.
  private mutating func markPeaks() {
    let bottom = frame.temperature.bottom
    for column in series.columns where column.temperature == nil {
      canvas.line(x(column), bottom - 4, x(column), bottom - 10, style: "w-unknown")
    }
    let columns = Dictionary(grouping: series.columns.filter { $0.temperature != nil }) { $0.day }
    for day in series.days {
      let known = columns[day.day] ?? []
      func isColder(_ a: MeteogramSeries.Column, _ b: MeteogramSeries.Column) -> Bool {
        (a.temperature?.value ?? 0) < (b.temperature?.value ?? 0)
      }
      guard known.reduce(0, { $0 + $1.length }) > 5 * 3600 || series.days.count == 1,
        let warmest = known.max(by: isColder), let coldest = known.min(by: isColder),
        let high = warmest.temperature, let low = coldest.temperature
      else { continue }
      mark(high, warmest, isHigh: true)
      if low.value < high.value { mark(low, coldest, isHigh: false) }
    }
  }

  /// A point with its value above or below.
  private mutating func mark(_ value: Temperature, _ column: MeteogramSeries.Column, isHigh: Bool) {
    drawPoint(value, column)
    let style = isHigh ? "w-value" : "w-minor"
    canvas.label(text.degrees(value), x(column), y(value) + (isHigh ? -10 : 20), style: style)
  }

  private mutating func drawPoint(_ value: Temperature, _ column: MeteogramSeries.Column) {
    let isFrost = value.value <= Self.freezing(value.unit)
    canvas.circle(x(column), y(value), 3.6, style: isFrost ? "w-point w-frost" : "w-point w-warm")
  }

  /// Runs of adjacent columns with known values.
  private func runs(_ isKnown: (ReportRow) -> Bool) -> [[MeteogramSeries.Column]] {
    var runs: [[MeteogramSeries.Column]] = [[]]
    for column in series.columns {
      let isKnown = isKnown(column.row)
      if column.followsGap || !isKnown { runs.append([]) }
      if isKnown { runs[runs.count - 1].append(column) }
    }
    return runs.filter { !$0.isEmpty }
  }

  private func curve(_ run: [MeteogramSeries.Column], _ value: KeyPath<ReportRow, Temperature?>) -> SmoothCurve {
    SmoothCurve(points: run.compactMap { column in column.row[keyPath: value].map { (x(column), y($0)) } })
  }
}
