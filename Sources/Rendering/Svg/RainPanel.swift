import Display
import Weather

/// The bars of precipitation: how much falls, or how likely it is where the source gives no amounts.
struct RainPanel {
  private let series: MeteogramSeries
  private let frame: MeteogramFrame
  private let text: MeteogramText
  private let unit: PrecipitationUnit?

  /// The panel of a drawing.
  init(_ series: MeteogramSeries, frame: MeteogramFrame, text: MeteogramText) {
    self.series = series
    self.frame = frame
    self.text = text
    unit = series.columns.lazy.compactMap { $0.precipitation?.unit }.first
  }

  /// Draws it.
  func draw(on canvas: inout SvgCanvas) {
    let hasChance = series.columns.contains { $0.precipitationChance != nil }
    let name =
      switch (unit, hasChance) {
      case (let unit?, true): "Precipitation, \(unit.rawValue), and its chance"
      case (let unit?, false): "Precipitation, \(unit.rawValue)"
      case (nil, true): "Chance of precipitation"
      case (nil, false): "Precipitation"
      }
    canvas.line(frame.start, frame.rain.caption - 4, frame.end, frame.rain.caption - 4, style: "w-border")
    canvas.label(name, frame.start + 6, frame.rain.caption + 10, style: "w-caption s")
    canvas.line(frame.start, frame.rain.bottom, frame.end, frame.rain.bottom, style: "w-base")
    for column in series.columns { drawBar(column, on: &canvas) }
    if series.isHourly { labelHours(hasChance, on: &canvas) } else { labelDays(hasChance, on: &canvas) }
  }

  /// The value of a full bar: the most that falls, but never so little that drizzle looks like a flood.
  private var full: Double {
    guard let unit else { return 100 }
    let least = Precipitation(series.isHourly ? 2 : 8, .millimeters).exactly(in: unit)
    return max(least, series.columns.compactMap { $0.precipitation?.value }.max() ?? 0)
  }

  /// How high a column's bar is; nil where it is unknown.
  private func height(_ column: MeteogramColumn) -> Double? {
    let value = unit == nil ? column.precipitationChance : column.precipitation?.value
    return value.map { min(1, max(0, $0 / full)) * (frame.rain.bottom - frame.rain.top) }
  }

  private func drawBar(_ column: MeteogramColumn, on canvas: inout SvgCanvas) {
    guard let height = height(column), height > 0 else { return }
    let room = frame.x(column.span.upperBound) - frame.x(column.span.lowerBound)
    let width = series.isHourly ? max(1, min(26, room - 1.5)) : min(30, room * 0.4)
    let tall = max(1.5, height)
    canvas.rectangle(
      frame.x((column.span.lowerBound + column.span.upperBound) / 2) - width / 2, frame.rain.bottom - tall, width, tall,
      radius: min(3, width / 4, tall / 2), style: unit == nil ? "w-chance" : "w-rain")
  }

  /// Every day's amount above its bar and its chance below.
  private func labelDays(_ hasChance: Bool, on canvas: inout SvgCanvas) {
    for column in series.columns {
      let x = frame.x(column.middle)
      let top = frame.rain.bottom - (height(column) ?? 0) - 5
      if unit != nil {
        canvas.label(
          text.values.number(column.precipitation?.value, decimals: unit?.decimals ?? 1), x, top, style: "w-value")
        if hasChance {
          canvas.label(text.values.percent(column.precipitationChance), x, frame.rain.bottom + 15, style: "w-minor")
        }
      } else {
        canvas.label(text.values.percent(column.precipitationChance), x, top, style: "w-value")
      }
    }
  }

  /// The peak of each spell of rain above its bar, and the chances that there is room for below.
  private func labelHours(_ hasChance: Bool, on canvas: inout SvgCanvas) {
    for spell in spells {
      guard let peak = spell.max(by: { ($0.precipitation?.value ?? 0) < ($1.precipitation?.value ?? 0) }),
        let height = height(peak)
      else { continue }
      canvas.label(
        text.values.number(peak.precipitation?.value, decimals: unit?.decimals ?? 1),
        frame.x((peak.span.lowerBound + peak.span.upperBound) / 2), frame.rain.bottom - height - 4, style: "w-minor")
    }
    for column in HourLabels.columns(series, frame: frame).0 {
      let x = frame.x(column.middle)
      if hasChance {
        canvas.label(text.values.percent(column.precipitationChance), x, frame.rain.bottom + 15, style: "w-minor")
      } else if column.precipitation == nil {
        canvas.label(ValueText.unknown, x, frame.rain.bottom + 15, style: "w-minor")
      }
    }
  }

  /// The hours of rain that follow one another, if only three dry ones lie between them.
  private var spells: [[MeteogramColumn]] {
    var spells: [[MeteogramColumn]] = []
    var dry = 4
    for column in series.columns {
      if (column.precipitation?.value ?? 0) > 0 {
        if dry > 3 { spells.append([]) }
        spells[spells.count - 1].append(column)
        dry = 0
      } else {
        dry += 1
      }
    }
    return spells
  }
}
