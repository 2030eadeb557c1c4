public import Weather

extension Forecast {
  /// Converts current conditions to the units of the forecast: a service may observe in one unit system and forecast in
  /// another. If no row has a wind, observations in knots are converted to the speed unit that goes with the
  /// temperatures.
  public mutating func alignCurrentUnits() {
    guard var now = current else { return }
    func unit(of quantity: Quantity) -> MeasurementUnit? {
      days.lazy.flatMap { $0.values.known }.compactMap { $0.value.measured?.unit }.first { $0.quantity == quantity }
    }
    var units = [unit(of: .temperature), unit(of: .speed)]
    if units[1] == nil, now.values.known.contains(where: { $0.value.measured?.unit == .knots }) {
      units[1] = units[0].map { $0 == .celsius ? .kilometersPerHour : .milesPerHour }
    }
    for unit in units.compactMap({ $0 }) {
      for field in RowKinds.current.fields where field.quantity == unit.quantity {
        now.values[field] = now.values[field]?.measured.map { .measured($0.converted(to: unit)) }
      }
    }
    current = now
  }
}
