/// The forecasts that the command line has an option for: presets of questions.
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

  /// What it asks for.
  public var question: Question {
    switch self {
    case .today: .today
    case .fiveDays: .fiveDays
    case .tenDays: .tenDays
    case .weekend: .weekend
    case .hourly: .hourly
    }
  }
}
