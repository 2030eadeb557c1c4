import Basics
import Weather

/// Precipitation bars: amounts, or chances if the source gives no amounts.
extension Meteogram {
  mutating func drawRain() {
    let hasChance = series.columns.contains { $0.precipitationChance != nil }
    let name = rainUnit.map { unit in
      text.phrases(
        hasChance ? "Precipitation, {unit}, and its chance" : "Precipitation, {unit}", ["unit": text.unit(unit)])
    }
    drawCaption(name ?? text.title(hasChance ? .precipitationChance : .precipitation), below: frame.rain.rule)
    canvas.line(frame.start, frame.rain.bottom, frame.end, frame.rain.bottom, style: "w-base")
    for column in series.columns { drawBar(column) }
    if series.isHourly { labelHours() } else { labelDays(hasChance) }
  }

  /// The height of a column's bar, by amount, else by chance; 0 if neither is known.
  private func barHeight(_ column: MeteogramSeries.Column) -> Double {
    let share = column.precipitation.map { $0.value / fullRain } ?? column.precipitationChance.map { $0 / 100 } ?? 0
    return min(1, max(0, share)) * (frame.rain.bottom - frame.rain.top)
  }

  private mutating func drawBar(_ column: MeteogramSeries.Column) {
    let height = barHeight(column)
    guard height > 0 else { return }
    let room = frame.x(column.span.upperBound) - frame.x(column.span.lowerBound)
    let width = series.isHourly ? max(1, room - 1.5) : min(30, room * 0.4)
    let tall = max(1.5, height)
    canvas.rectangle(
      barMiddle(column) - width / 2, frame.rain.bottom - tall, width, tall, radius: min(3, width / 4, tall / 2),
      style: column.precipitation == nil ? "w-chance" : "w-rain")
  }

  private func amount(_ column: MeteogramSeries.Column) -> String {
    text.number(column.precipitation?.value, decimals: rainUnit?.decimals ?? 1)
  }

  /// Labels each day's bar with the amount above and the chance below.
  private mutating func labelDays(_ hasChance: Bool) {
    let hasAmounts = rainUnit != nil
    for column in series.columns {
      let chance = text.percent(column.precipitationChance)
      canvas.label(
        hasAmounts ? amount(column) : chance, x(column), frame.rain.bottom - barHeight(column) - 5, style: "w-value")
      if hasAmounts, hasChance { canvas.label(chance, x(column), frame.rain.bottom + 15, style: "w-minor") }
    }
  }

  /// Labels the peak of each wet period above its bar, and as many chances below as there is room for.
  private mutating func labelHours() {
    var taken: [Double] = []
    for column in peaks where take(barMiddle(column), &taken) {
      canvas.label(amount(column), barMiddle(column), frame.rain.bottom - barHeight(column) - 4, style: "w-minor")
    }
    taken = []
    let likeliest = series.columns.filter { $0.length > 3600 && $0.precipitationChance != nil }
      .sorted { ($0.precipitationChance ?? 0, $1.middle) > ($1.precipitationChance ?? 0, $0.middle) }
    for column in likeliest + hourLabels.map({ $0.column }) {
      // Below its time, or below the bar of a longer step.
      let x = column.length > 3600 ? barMiddle(column) : x(column)
      guard take(x, &taken), column.precipitationChance != nil || column.precipitation == nil else { continue }
      canvas.label(text.percent(column.precipitationChance), x, frame.rain.bottom + 15, style: "w-minor")
    }
  }

  private func barMiddle(_ column: MeteogramSeries.Column) -> Double {
    frame.x((column.span.lowerBound + column.span.upperBound) / 2)
  }

  /// Reserves a position for a label if there is room next to earlier ones.
  private func take(_ x: Double, _ taken: inout [Double]) -> Bool {
    guard taken.allSatisfy({ abs($0 - x) >= 30 }) else { return false }
    taken.append(x)
    return true
  }

  /// The columns whose amounts are labelled: the wettest one of each wet period, then longer steps, wettest first. A
  /// period may contain up to three dry hours.
  private var peaks: [MeteogramSeries.Column] {
    func amount(_ column: MeteogramSeries.Column) -> Double { column.precipitation?.value ?? 0 }
    var periods: [[MeteogramSeries.Column]] = []
    var dryFrom = Int.min
    for column in series.columns where amount(column) > 0 {
      let start = column.time?.secondsSince1970 ?? column.day.number * 86_400
      if periods.isEmpty || start - dryFrom > 3 * 3600 { periods.append([]) }
      periods[periods.count - 1].append(column)
      dryFrom = start + column.length
    }
    let steps = series.columns.filter { $0.length > 3600 && amount($0) > 0 }
    return periods.compactMap { $0.max { amount($0) < amount($1) } } + steps.sorted { amount($0) > amount($1) }
  }
}
