import Weather

/// The bars for rain below a chart, and the numbers below them: how likely it is, and how much falls.
struct ChartRain {
  private let plot: ChartPlot
  private let hasChance: Bool
  private let unit: MeasurementUnit?
  /// The amount of a whole bar: the largest, but no less than a good shower.
  private let fullAmount: Double

  /// The rain of a chart; nil where nothing is known of it.
  init?(_ plot: ChartPlot) {
    self.plot = plot
    hasChance = plot.rows.contains { $0.precipitationChance != nil }
    unit = plot.rows.lazy.compactMap { $0.precipitation?.unit }.first
    let shower = Precipitation(2, .millimeters).exactly(in: unit ?? .millimeters)
    fullAmount = max(shower, plot.rows.compactMap { $0.precipitation?.value }.max() ?? 0)
    if !hasChance, unit == nil { return nil }
  }

  /// What a whole bar stands for.
  var top: String { hasChance ? "100%" : plot.text.number(fullAmount, decimals: unit?.decimals ?? 1) }

  /// Bars for the chance, from above, or for the amounts of a source that gives no chances. Where a single chance is unknown,
  /// a lighter bar shows the amount; a question mark stands on the ground where neither is known.
  func bars(height: Int) -> [String] {
    var lines = (0..<height).map { _ in ChartLine(width: plot.width) }
    for (index, row) in plot.rows.enumerated() {
      let slot = plot.slots[index]
      // A blank between days where there is room for one; hours run on.
      let columns = slot.count > 2 && !plot.areHours ? slot.dropLast() : slot
      guard let share = row.precipitationChance.map({ $0 / 100 }) ?? row.precipitation.map({ $0.value / fullAmount })
      else {
        lines[height - 1].put("?", around: plot.center(index), spaced: false) { plot.style.dim($0) }
        continue
      }
      let isStandIn = hasChance && row.precipitationChance == nil
      let eighths = Int((share * Double(height) * 8).rounded())
      for line in 0..<height {
        let filled = min(8, max(0, eighths - (height - 1 - line) * 8))
        guard filled > 0 else { continue }
        let sign = sign(filled, isStandIn)
        for column in columns { lines[line].put(sign, around: column, spaced: false) { paint(index, $0) } }
      }
    }
    return lines.map { $0.text }
  }

  /// So many eighths of a cell.
  private func sign(_ filled: Int, _ isStandIn: Bool) -> String {
    if isStandIn { return plot.text.isUnicode ? "░" : ":" }
    return plot.text.isUnicode ? ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"][filled - 1] : filled > 4 ? "#" : "."
  }

  /// The lines of numbers below the bars, each with what stands before it: chances and amounts, as far as they are known.
  var numbers: [(label: String, line: String)] {
    var numbers: [(label: String, line: String)] = []
    if hasChance {
      let chances = plot.rows.map { row in
        row.precipitationChance == nil && row.precipitation != nil ? "" : plot.text.percent(row.precipitationChance)
      }
      numbers.append(("", plot.spread(chances, paint: paint)))
    }
    if let unit, case let amounts = amounts, !amounts.isEmpty { numbers.append((unit.rawValue, amounts)) }
    return numbers
  }

  /// The amounts that there is room for, the largest first; of hours only those that are wet.
  private var amounts: String {
    var line = ChartLine(width: plot.width)
    let known = plot.rows.enumerated().sorted { a, b in
      let (first, second) = (a.element.precipitation?.value ?? -1, b.element.precipitation?.value ?? -1)
      return first == second ? a.offset < b.offset : first > second
    }
    for (index, row) in known {
      if plot.areHours, (row.precipitation?.value ?? 0) == 0 { continue }
      if row.precipitation == nil, row.precipitationChance != nil { continue }
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
