public import Weather

extension Forecast {
  /// Brings current conditions that come from an answer of their own to the units of the forecast: a service may observe
  /// in one system and forecast in another.
  public mutating func alignCurrentUnits() {
    guard var now = current, origins[.current] != nil else { return }
    let temperature = days.lazy.compactMap { ($0.high ?? $0.low)?.unit }.first
    let speed = days.lazy.compactMap(\.wind.speed?.unit).first
    if let temperature {
      now.temperature = now.temperature?.converted(to: temperature)
      now.feelsLike = now.feelsLike?.converted(to: temperature)
      now.dewPoint = now.dewPoint?.converted(to: temperature)
    }
    if let speed {
      now.wind.speed = now.wind.speed?.converted(to: speed)
      now.wind.gust = now.wind.gust?.converted(to: speed)
    }
    current = now
  }
}
