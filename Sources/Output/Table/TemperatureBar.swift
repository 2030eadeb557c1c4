import Weather

/// A row's temperatures on the scale of all rows: a bar from low to high, or a point for a single one.
struct TemperatureBar {
  private let low: Double
  private let high: Double
  /// True if there is anything to compare.
  let isUseful: Bool
  private let unit: MeasurementUnit
  private let isUnicode: Bool

  init(_ rows: [ReportRow], isUnicode: Bool) {
    let known = rows.flatMap { [$0.low, $0.highest] }.compactMap { $0 }
    (unit, self.isUnicode) = (known.first?.unit ?? .celsius, isUnicode)
    (low, high) = (known.map { $0.value }.min() ?? 0, known.map { $0.value }.max() ?? 0)
    isUseful = low < high && rows.count > 1
  }

  /// A row's bar, coloured by the temperatures along it.
  func text(_ row: ReportRow, width: Int, _ style: ANSIStyle) -> String {
    guard isUseful, let first = row.low ?? row.highest, let last = row.highest ?? row.low else { return "" }
    func position(_ value: Double) -> Int { Int(((value - low) / (high - low) * Double(width - 1)).rounded()) }
    let (start, end) = (position(min(first.value, last.value)), position(max(first.value, last.value)))
    let sign = isUnicode ? (start == end ? "●" : "━") : (start == end ? "o" : "=")
    var bar = String(repeating: " ", count: start)
    for column in start...end {
      let value = low + (high - low) * Double(column) / Double(max(1, width - 1))
      bar += style.temperature(sign, Temperature(value, unit))
    }
    return bar
  }
}
