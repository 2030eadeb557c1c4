import Weather

/// Where the temperatures of a row lie between the lowest and the highest of all rows: a bar from low to high, a point
/// for a single one.
struct TemperatureBar {
  private let bounds: (low: Double, high: Double)?
  private let unit: MeasurementUnit
  private let isUnicode: Bool

  /// A bar for rows of one unit.
  init(_ rows: [ReportRow], isUnicode: Bool) {
    let known = rows.flatMap { [$0.low, $0.highest] }.compactMap { $0 }
    unit = known.first?.unit ?? .celsius
    let values = known.map { $0.value }
    if let low = values.min(), let high = values.max(), low < high, rows.count > 1 {
      bounds = (low, high)
    } else {
      bounds = nil
    }
    self.isUnicode = isUnicode
  }

  /// Whether there is anything to compare.
  var isTelling: Bool { bounds != nil }

  /// A row's bar in so many columns, coloured as the temperatures that it passes.
  func text(_ row: ReportRow, width: Int, _ style: ANSIStyle) -> String {
    guard let bounds, let first = row.low ?? row.highest, let last = row.highest ?? row.low else { return "" }
    func position(_ value: Double) -> Int {
      Int(((value - bounds.low) / (bounds.high - bounds.low) * Double(width - 1)).rounded())
    }
    let (start, end) = (position(min(first.value, last.value)), position(max(first.value, last.value)))
    let sign = isUnicode ? (start == end ? "●" : "━") : (start == end ? "o" : "=")
    var bar = String(repeating: " ", count: start)
    for column in start...end {
      let value = bounds.low + (bounds.high - bounds.low) * Double(column) / Double(max(1, width - 1))
      bar += style.temperature(sign, Temperature(value, unit))
    }
    return bar
  }
}
