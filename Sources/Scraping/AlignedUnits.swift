public import Weather

extension Forecast {
  /// Brings current conditions that come from an answer of their own to the units of the forecast: a service may observe
  /// in one system and forecast in another.
  public mutating func alignCurrentUnits() {
    guard var now = current, partURLs[.current] != nil else { return }
    for quantity in [Quantity.temperature, .speed] {
      let unit = days.lazy.flatMap { $0.values.known }.compactMap { $0.value.measured?.unit }
        .first { $0.quantity == quantity }
      guard let unit else { continue }
      for field in RowKinds.current.fields where field.quantity == quantity {
        now.values[field] = now.values[field]?.measured.map { .measured($0.converted(to: unit)) }
      }
    }
    current = now
  }
}
