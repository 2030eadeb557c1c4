/// Parts of a forecast.
public struct ForecastParts: OptionSet, Hashable, Sendable {
  /// A bit for each part.
  public let rawValue: Int

  /// Parts by their bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// The weather now.
  public static let current = ForecastParts(rawValue: 1)
  /// The days.
  public static let days = ForecastParts(rawValue: 2)
  /// The hours.
  public static let hours = ForecastParts(rawValue: 4)
}

/// Which days of a forecast are wanted.
public enum DaySelection: Hashable, Sendable {
  /// Today alone.
  case today
  /// So many days, today first.
  case next(Int)
  /// The remaining days of the current weekend, else the next weekend's.
  case weekend
}

/// What is asked of a forecast: its parts, and which days.
public struct Question: Hashable, Sendable {
  /// The parts that are wanted; the others are neither asked for nor shown.
  public var parts: ForecastParts
  /// Which days, where days are wanted.
  public var days: DaySelection

  /// A question for parts of a forecast.
  public init(_ parts: ForecastParts, days: DaySelection = .next(.max)) {
    (self.parts, self.days) = (parts, days)
  }

  /// Whether hours are wanted.
  public var wantsHours: Bool { parts.contains(.hours) }

  /// Whether the weather now is wanted.
  public var wantsCurrent: Bool { parts.contains(.current) }

  /// What is wanted in a word, for sentences: `hourly` or `daily`.
  public var name: String { wantsHours ? "hourly" : "daily" }

  /// What tells it from other questions, as a part of the name that an answer is kept under.
  public var key: String {
    switch days {
    case .today: "\(parts.rawValue) today"
    case .next(let count): "\(parts.rawValue) \(count)"
    case .weekend: "\(parts.rawValue) weekend"
    }
  }

  /// Whether the days that are wanted are today alone.
  public var isToday: Bool { parts.contains(.days) && days == .today }
}

extension Question {
  /// The weather now, and today's row.
  public static let today = Question([.current, .days], days: .today)
  /// Five days, today first.
  public static let fiveDays = Question(.days, days: .next(5))
  /// Ten days, today first.
  public static let tenDays = Question(.days, days: .next(10))
  /// The days of the weekend.
  public static let weekend = Question(.days, days: .weekend)
  /// Hour by hour, from now on.
  public static let hourly = Question(.hours)
}
