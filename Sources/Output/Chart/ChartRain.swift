import Weather

/// The precipitation bars of a chart, and the numbers below them: chance and amount.
struct ChartRain {
  private let plot: ChartPlot
  private let hasChance: Bool
  private let unit: MeasurementUnit?
  /// The amount of a full bar: the largest one, but at least a good shower.
  private let fullAmount: Double

  /// The precipitation of a chart; nil if none is known.
  init?(_ plot: ChartPlot) {
    self.plot = plot
    hasChance = plot.rows.contains { $0.precipitationChance != nil }
    unit = plot.rows.lazy.compactMap { $0.precipitation?.unit }.first
    fullAmount = ReportRow.fullAmount(plot.rows, least: 2)
    if !hasChance, unit == nil { return nil }
  }

  var top: String { hasChance ? "100%" : plot.text.number(fullAmount, decimals: unit?.decimals ?? 1) }

  /// Bars for the chance, or for the amounts if the source gives no chances. If a single chance is unknown, a lighter
  /// bar shows the amount; if neither is known, a question mark.
  func bars(height: Int) -> [String] {
    var lines = (0..<height).map { _ in ChartLine(width: plot.width) }
    for (index, row) in plot.rows.enumerated() {
      let slot = plot.slots[index]
      // Days are separated by a blank if there is room; hours are not.
      let columns = slot.count > 2 && !plot.areHours ? slot.dropLast() : slot
      guard let share = row.precipitationChance.map({ $0 / 100 }) ?? row.precipitation.map({ $0.value / fullAmount })
      else {
        lines[height - 1].put("?", around: plot.center(index), spaced: false) { plot.style.dim($0) }
        continue
      }
      let eighths = Int((share * Double(height) * 8).rounded())
      for line in 0..<height {
        let filled = min(8, max(0, eighths - (height - 1 - line) * 8))
        guard filled > 0 else { continue }
        let sign = sign(filled, isStandIn: hasChance && row.precipitationChance == nil)
        for column in columns { lines[line].put(sign, around: column, spaced: false) { paint(index, $0) } }
      }
    }
    return lines.map { $0.text }
  }

  private func sign(_ filled: Int, isStandIn: Bool) -> String {
    if isStandIn { return plot.text.isUnicode ? "░" : ":" }
    return plot.text.isUnicode ? ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"][filled - 1] : filled > 4 ? "#" : "."
  }

  /// The lines with numbers below the bars, with their labels: chances and amounts, as far as known.
  var numbers: [(label: String, line: String)] {
    let chances = plot.rows.map { row in
      row.precipitationChance == nil && row.precipitation != nil ? "" : plot.text.percent(row.precipitationChance)
    }
    let amounts = amounts
    return (hasChance ? [("", plot.spread(chances, paint: paint))] : [])
      + (amounts.isEmpty ? [] : [(unit.map { plot.text.unit($0) } ?? "", amounts)])
  }

  /// The amounts that there is room for, largest first; for hours only amounts above 0.
  private var amounts: String {
    guard unit != nil else { return "" }
    var line = ChartLine(width: plot.width)
    func amount(_ index: Int) -> Double { plot.rows[index].precipitation?.value ?? -1 }
    for index in plot.rows.indices.sorted(by: { (amount($1), $0) < (amount($0), $1) }) {
      let row = plot.rows[index]
      if plot.areHours ? amount(index) <= 0 : row.precipitation == nil && row.precipitationChance != nil { continue }
      let text = plot.text.number(row.precipitation?.value, decimals: row.precipitation?.unit.decimals ?? 1)
      line.put(text, around: plot.center(index)) { paint(index, $0) }
    }
    return line.text
  }

  private func paint(_ index: Int, _ text: String) -> String {
    let row = plot.rows[index]
    return plot.style.rain(text, chance: row.precipitationChance, amount: row.precipitation)
  }
}
