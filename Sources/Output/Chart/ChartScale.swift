import Weather

/// How temperatures are laid on the rows of a chart.
struct ChartScale {
  /// The temperatures of the lowest and the highest dot.
  let low: Double
  let high: Double
  /// The temperatures' unit.
  let unit: MeasurementUnit

  /// A scale that shows all of the temperatures, and some room where they are alike; nil where none is known.
  init?(_ temperatures: [Temperature?]) {
    let known = temperatures.compactMap { $0 }
    guard let first = known.first else { return nil }
    unit = first.unit
    let values = known.map { $0.value }
    let (low, high) = (values.min() ?? first.value, values.max() ?? first.value)
    // A calm day is not to look like a wild one.
    let missing = max(0, 4 - (high - low))
    self.low = low - missing / 2
    self.high = high + missing / 2
  }

  /// The dot of a temperature, counted from above, where there are so many.
  func dot(_ value: Double, of height: Int) -> Int {
    Int(((high - value) / (high - low) * Double(height - 1)).rounded())
  }

  /// The temperature in the middle of a row, where there are so many.
  func temperature(row: Int, of rows: Int) -> Temperature {
    Temperature(rows < 2 ? (high + low) / 2 : high - (high - low) * Double(row) / Double(rows - 1), unit)
  }
}
