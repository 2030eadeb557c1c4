public import Weather

/// How long a site's answers hold where it says nothing of it itself.
public struct AnswerLifetime: Hashable, Sendable {
  /// For the weather now and by the hour.
  public var current: Duration
  /// For rows of days.
  public var days: Duration

  /// Five minutes, and half an hour, unless a site's terms or habits ask for something else.
  public init(current: Duration = .seconds(300), days: Duration = .seconds(1800)) {
    self.current = current
    self.days = days
  }

  /// That of an answer to a question: the shortest of its parts.
  public func of(_ question: Question) -> Duration {
    question.parts.isDisjoint(with: [.current, .hours]) ? days : min(current, days)
  }
}
