public import Weather

@testable import App

/// Serialized forecasts, as cached between runs.
public enum Kept {
  /// Crashes if a forecast changes when it is serialized and deserialized.
  public static func check(_ forecast: Forecast) {
    let bytes = ForecastRecord.bytes(of: forecast)
    guard let again = ForecastRecord.forecast(bytes, withOrigins: true) else {
      broken("what was kept cannot be read again: \(forecast)")
    }
    if ForecastRecord.bytes(of: again) != bytes { broken("what was kept is not the same when it is read: \(forecast)") }
  }
}
