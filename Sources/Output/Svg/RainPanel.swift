import Basics
import Weather

/// The bars of precipitation: how much falls, or how likely it is where the source gives no amounts.
struct RainPanel {
  private let series: MeteogramSeries
  private let frame: MeteogramFrame
  private let text: MeteogramText
  private let unit: MeasurementUnit?
  private let full: Double

  /// The panel of a drawing.
  init(_ series: MeteogramSeries, frame: MeteogramFrame, text: MeteogramText) {
    self.series = series
    self.frame = frame
    self.text = text
    unit = series.columns.lazy.compactMap { $0.precipitation?.unit }.first
    full = Self.full(series, unit)
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
  private static func full(_ series: MeteogramSeries, _ unit: MeasurementUnit?) -> Double {
    guard let unit else { return 100 }
    let least = Precipitation(series.isHourly ? 2 : 8, .millimeters).exactly(in: unit)
    return max(least, series.columns.compactMap { $0.precipitation?.value }.max() ?? 0)
  }

  /// How high a column's bar is: by its amount, else by its chance; nil where neither is known.
  private func height(_ column: MeteogramColumn) -> Double? {
    let share = column.precipitation.map { $0.value / full } ?? column.precipitationChance.map { $0 / 100 }
    return share.map { min(1, max(0, $0)) * (frame.rain.bottom - frame.rain.top) }
  }

  private func drawBar(_ column: MeteogramColumn, on canvas: inout SvgCanvas) {
    guard let height = height(column), height > 0 else { return }
    let room = frame.x(column.span.upperBound) - frame.x(column.span.lowerBound)
    let width = series.isHourly ? max(1, room - 1.5) : min(30, room * 0.4)
    let tall = max(1.5, height)
    canvas.rectangle(
      frame.x((column.span.lowerBound + column.span.upperBound) / 2) - width / 2, frame.rain.bottom - tall, width, tall,
      radius: min(3, width / 4, tall / 2), style: column.precipitation == nil ? "w-chance" : "w-rain")
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
    for column in spread(peaks, barMiddle) {
      guard let height = height(column) else { continue }
      let x = barMiddle(column)
      canvas.label(
        text.values.number(column.precipitation?.value, decimals: unit?.decimals ?? 1), x,
        frame.rain.bottom - height - 4, style: "w-minor")
    }
    for column in spread(likeliest + HourLabels.labels(series, frame: frame).map { $0.column }, labelMiddle) {
      let x = labelMiddle(column)
      if column.precipitationChance != nil {
        canvas.label(text.values.percent(column.precipitationChance), x, frame.rain.bottom + 15, style: "w-minor")
      } else if column.precipitation == nil {
        canvas.label(ValueText.unknown, x, frame.rain.bottom + 15, style: "w-minor")
      }
    }
  }

  /// The middle of a column's bar.
  private func barMiddle(_ column: MeteogramColumn) -> Double {
    frame.x((column.span.lowerBound + column.span.upperBound) / 2)
  }

  /// Where what is said of a column stands: below its time, or below the bar of a step of several hours.
  private func labelMiddle(_ column: MeteogramColumn) -> Double {
    column.length > 3600 ? barMiddle(column) : frame.x(column.middle)
  }

  /// The columns that there is room for beside those before them, each standing where `middle` says.
  private func spread(
    _ columns: [MeteogramColumn], _ middle: (MeteogramColumn) -> Double
  ) -> [MeteogramColumn] {
    var taken: [Double] = []
    return columns.filter { column in
      let x = middle(column)
      guard taken.allSatisfy({ abs($0 - x) >= 30 }) else { return false }
      taken.append(x)
      return true
    }
  }

  /// The steps of several hours, the likeliest to be wet first.
  private var likeliest: [MeteogramColumn] {
    series.columns.filter { $0.length > 3600 && $0.precipitationChance != nil }
      .sorted { ($0.precipitationChance ?? 0, $1.middle) > ($1.precipitationChance ?? 0, $0.middle) }
  }

  /// The columns whose amounts are told: the wettest of each spell, then the steps of several hours, the wettest first.
  private var peaks: [MeteogramColumn] {
    func amount(_ column: MeteogramColumn) -> Double { column.precipitation?.value ?? 0 }
    let steps = series.columns.filter { $0.length > 3600 && amount($0) > 0 }
    return spells.compactMap { $0.max { amount($0) < amount($1) } } + steps.sorted { amount($0) > amount($1) }
  }

  /// The rows of rain that follow one another, if no more than three dry hours lie between them.
  private var spells: [[MeteogramColumn]] {
    var spells: [[MeteogramColumn]] = []
    var dryFrom = Int.min
    for column in series.columns where (column.precipitation?.value ?? 0) > 0 {
      let start = column.time?.secondsSince1970 ?? column.day.number * 86_400
      if spells.isEmpty || start - dryFrom > 3 * 3600 { spells.append([]) }
      spells[spells.count - 1].append(column)
      dryFrom = start + column.length
    }
    return spells
  }
}
