/// Which forecast is asked for.
public enum ForecastKind: String, CaseIterable, Sendable {
  /// The weather now, and the row of today.
  case today
  /// At most five days, today first.
  case fiveDays = "fivedays"
  /// At most ten days, today first.
  case tenDays = "tendays"
  /// The days of the current weekend that remain, else the next weekend's.
  case weekend
  /// Hour by hour, from now on.
  case hourly

  /// How many rows of days are shown at most; nil where the number does not decide.
  public var dayLimit: Int? {
    switch self {
    case .today: 1
    case .fiveDays: 5
    case .tenDays: 10
    case .weekend, .hourly: nil
    }
  }
}
