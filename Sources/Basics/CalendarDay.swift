/// A date in the Gregorian calendar.
public struct CalendarDay: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  public let number: Int

  /// Creates a day from days since 1970-01-01.
  public init(number: Int) { self.number = number }

  /// Creates a day; nil if it does not exist (`2023-02-29`, month 13) or the year is not in 1...9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    number = Self.number(year: year, month: month, day: day)
    let back = date
    guard back.year == year, back.month == month, back.day == day else { return nil }
  }

  /// Parses `2021-04-25`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Year, month (1-12) and day of the month.
  public var date: (year: Int, month: Int, day: Int) {
    // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
    let z = number + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// The weekday.
  public var weekday: Weekday { Weekday.allCases[((number + 3) % 7 + 7) % 7] }

  /// The date with this month and day that is nearest to `other`; nil if none of the adjacent years has it (29
  /// February).
  public static func nearest(to other: CalendarDay, month: Int, day: Int) -> CalendarDay? {
    let year = other.date.year
    return (year - 1...year + 1).compactMap { CalendarDay(year: $0, month: month, day: day) }
      .min { abs($0.number - other.number) < abs($1.number - other.number) }
  }

  /// Compares dates.
  public static func < (a: Self, b: Self) -> Bool { a.number < b.number }

  /// The date a number of days later.
  public static func + (day: Self, days: Int) -> Self { Self(number: day.number + days) }

  /// The number of days from `b` to `a`.
  public static func - (a: Self, b: Self) -> Int { a.number - b.number }

  private static func number(year: Int, month: Int, day: Int) -> Int {
    // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}

extension CalendarDay: CustomStringConvertible {
  /// `2021-04-25`.
  public var description: String {
    let date = date
    return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
  }
}

/// A number padded with leading zeros.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
