public import Weather

@testable import App

/// A forecast as it is kept between two runs.
public enum Kept {
  /// Ends the program where a forecast is not the same once it was written and read again.
  public static func check(_ forecast: Forecast) {
    let bytes = ForecastRecord.bytes(of: forecast)
    guard let again = ForecastRecord.forecast(bytes, withOrigins: true) else {
      broken("what was kept cannot be read again: \(forecast)")
    }
    if ForecastRecord.bytes(of: again) != bytes { broken("what was kept is not the same when it is read: \(forecast)") }
  }
}
