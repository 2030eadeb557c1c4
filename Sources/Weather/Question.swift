/// Parts of a forecast.
public struct ForecastParts: OptionSet, Hashable, Sendable {
  /// One bit per part.
  public let rawValue: Int

  /// Creates parts from bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Current conditions.
  public static let current = ForecastParts(rawValue: 1)
  /// Daily rows.
  public static let days = ForecastParts(rawValue: 2)
  /// Hourly rows.
  public static let hours = ForecastParts(rawValue: 4)
}

/// A selection of days.
public enum DaySelection: Hashable, Sendable {
  /// Today only.
  case today
  /// A number of days, starting today.
  case next(Int)
  /// The remaining days of the current weekend, else of the next one.
  case weekend
}

/// A question to a forecast: the parts and days wanted.
public struct Question: Hashable, Sendable {
  /// The wanted parts; others are neither requested nor shown.
  public var parts: ForecastParts
  /// The wanted days, if `parts` has days.
  public var days: DaySelection

  /// Creates a question.
  public init(_ parts: ForecastParts, days: DaySelection = .next(.max)) {
    (self.parts, self.days) = (parts, days)
  }

  /// True if hours are wanted.
  public var wantsHours: Bool { parts.contains(.hours) }

  /// True if current conditions are wanted.
  public var wantsCurrent: Bool { parts.contains(.current) }

  /// True if days and hours are wanted together. Such a question is answered by the parts that the source has.
  public var isOverview: Bool { parts.contains([.days, .hours]) }

  /// `hourly` or `daily`, for messages.
  public var name: String { wantsHours && !isOverview ? "hourly" : "daily" }

  /// A unique key, used in the cache key of an answer.
  public var key: String {
    switch days {
    case .today: "\(parts.rawValue) today"
    case .next(let count): "\(parts.rawValue) \(count)"
    case .weekend: "\(parts.rawValue) weekend"
    }
  }

  /// True if only today's row is wanted.
  public var isToday: Bool { parts.contains(.days) && days == .today }
}

extension Question {
  /// Current conditions and today's row.
  public static let today = Question([.current, .days], days: .today)
  /// Five days, starting today.
  public static let fiveDays = Question(.days, days: .next(5))
  /// Ten days, starting today.
  public static let tenDays = Question(.days, days: .next(10))
  /// The days of the weekend.
  public static let weekend = Question(.days, days: .weekend)
  /// Current conditions, hourly rows and a week of days.
  public static let overview = Question([.current, .days, .hours], days: .next(7))
  /// Hourly rows from now on.
  public static let hourly = Question(.hours)
}
