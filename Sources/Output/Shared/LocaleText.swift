public import Basics
internal import Foundation
internal import Weather

/// Dates and numbers as a locale writes them.
///
/// English needs nothing of the system's; for any other locale its data is asked for, which takes a few milliseconds.
public struct LocaleText: Sendable {
  /// The locale of dates; nil for English, which is at hand.
  private let dates: Locale?
  /// The locale of numbers; nil for English.
  private let numbers: Locale?

  /// The text of locales by their names (`sv_SE`, ``LocaleName``); what is none, `C` and `POSIX` are `en_US`.
  public init(time: String = "en_US", number: String = "en_US") {
    (dates, numbers) = (Self.locale(time), Self.locale(number))
  }

  /// Parts of a date as the locale writes them; nil for English.
  private func formatted(_ day: CalendarDay, _ parts: (Date.FormatStyle) -> Date.FormatStyle) -> String? {
    dates.map { Self.plain(Self.date(day).formatted(parts(Self.style($0)))) }
  }

  /// The day of the week, in full (`Sunday`) or short (`Sun`).
  public func weekday(_ day: CalendarDay, isShort: Bool = true) -> String {
    formatted(day) { $0.weekday(isShort ? .abbreviated : .wide) }
      ?? (isShort ? day.weekday.abbreviation : day.weekday.rawValue)
  }

  /// The day of the month with the month, in full (`April 25`) or short (`Apr 25`).
  public func date(_ day: CalendarDay, isShort: Bool = true) -> String {
    formatted(day) { $0.month(isShort ? .abbreviated : .wide).day() }
      ?? "\((isShort ? Month.abbreviations : Self.months)[day.date.month - 1]) \(day.date.day)"
  }

  /// The day of the week with day and month, in full (`Sunday, April 25`; `söndag 25 april`).
  public func fullDate(_ day: CalendarDay) -> String {
    formatted(day) { $0.weekday(.wide).month(.wide).day() }
      ?? "\(weekday(day, isShort: false)), \(date(day, isShort: false))"
  }

  /// The time of day, by the place's clock, always with 24 hours (`15:00`).
  public func clock(_ time: LocalTime) -> String {
    let (hour, minute) = time.clock
    return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }

  /// A number with so many decimals at most, none where it is whole (`13.9`, `14`).
  public func number(_ value: Double, decimals: Int = 1) -> String {
    let rounded = value.rounded(decimals: decimals)
    guard rounded.isFinite, rounded.magnitude < 1e15 else { return "--" }
    if let numbers {
      return Self.plain(
        rounded.formatted(.number.locale(numbers).grouping(.never).precision(.fractionLength(0...max(0, decimals)))))
    }
    return Int(exactly: rounded).map { String($0) } ?? String(rounded)
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// The locale of a name; nil for English, which stands in for one that nobody knows.
  private static func locale(_ name: String) -> Locale? {
    guard let identifier = LocaleName.identifier(of: name), !["en", "en_US"].contains(identifier) else { return nil }
    let locale = Locale(identifier: identifier)
    // Without data of its own a locale has the root's, in which May is M05.
    let may = CalendarDay(number: 120)
    return date(may).formatted(style(locale).month(.abbreviated)) == "M05" ? nil : locale
  }

  /// A text without the marks of direction that some locales put before a sign, which would turn what stands beside it.
  private static func plain(_ text: String) -> String {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    return String(
      String.UnicodeScalarView(text.unicodeScalars.filter { !["\u{61C}", "\u{200E}", "\u{200F}"].contains($0) }))
  }

  /// Midnight of a day in Greenwich, where days are formatted too.
  private static func date(_ day: CalendarDay) -> Date { Date(timeIntervalSince1970: Double(day.number) * 86_400) }

  /// A style that shows nothing yet.
  private static func style(_ locale: Locale) -> Date.FormatStyle {
    Date.FormatStyle(locale: locale, calendar: Calendar(identifier: .gregorian), timeZone: .gmt)
  }
}
