public import Basics
import Weather

/// The days of the user's weekend.
public struct WeekendDays: Sendable {
  /// The first day, and each day's offset from it.
  private let first: Weekday
  private let offsets: [Int]

  /// Creates a weekend that starts after the longest run of other days. An empty set means Friday to Sunday.
  public init(_ days: Set<Weekday>) {
    let days: Set<Weekday> = days.isEmpty ? [.friday, .saturday, .sunday] : days
    let week = Weekday.allCases
    func gap(before index: Int) -> Int {
      (1...7).first { days.contains(week[(index - $0 + 7) % 7]) } ?? 7
    }
    let start = week.indices.filter { days.contains(week[$0]) }.max { gap(before: $0) < gap(before: $1) } ?? 4
    first = week[start]
    offsets = (0..<7).filter { days.contains(week[(start + $0) % 7]) }
  }

  /// The remaining days of a weekend under way, else the days of the next one.
  public func days(from today: CalendarDay) -> [CalendarDay] {
    let back = (0..<7).first { (today + -$0).weekday == first } ?? 0
    let remaining = offsets.map { today + (-back + $0) }.filter { $0 >= today }
    if !remaining.isEmpty { return remaining }
    return offsets.map { today + (7 - back + $0) }
  }
}
