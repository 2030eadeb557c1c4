public import Basics
internal import Foundation
internal import Weather

/// Dates and numbers in a locale's format.
///
/// English is built in; loading other locales' data takes a few milliseconds.
public struct LocaleText: Sendable {
  /// The locale of dates; nil for English.
  private let dates: Locale?
  /// The locale of numbers; nil for English.
  private let numbers: Locale?

  /// Creates texts for locales by name (`sv_SE`, ``LocaleName``); invalid names, `C` and `POSIX` mean `en_US`.
  public init(time: String = "en_US", number: String = "en_US") {
    (dates, numbers) = (Self.locale(time), Self.locale(number))
  }

  /// Parts of a date in the locale's format; nil for English.
  private func formatted(_ day: CalendarDay, _ parts: (Date.FormatStyle) -> Date.FormatStyle) -> String? {
    dates.map { Self.plain(Self.date(day).formatted(parts(Self.style($0)))) }
  }

  /// The weekday, in full (`Sunday`) or abbreviated (`Sun`).
  public func weekday(_ day: CalendarDay, isShort: Bool = true) -> String {
    formatted(day) { $0.weekday(isShort ? .abbreviated : .wide) }
      ?? (isShort ? day.weekday.abbreviation : day.weekday.rawValue)
  }

  /// Month and day, in full (`April 25`) or abbreviated (`Apr 25`).
  public func date(_ day: CalendarDay, isShort: Bool = true) -> String {
    formatted(day) { $0.month(isShort ? .abbreviated : .wide).day() }
      ?? "\((isShort ? Month.abbreviations : Self.months)[day.date.month - 1]) \(day.date.day)"
  }

  /// Weekday, month and day in full (`Sunday, April 25`; `söndag 25 april`).
  public func fullDate(_ day: CalendarDay) -> String {
    formatted(day) { $0.weekday(.wide).month(.wide).day() }
      ?? "\(weekday(day, isShort: false)), \(date(day, isShort: false))"
  }

  /// The local time of day, always in 24-hour format (`15:00`).
  public func clock(_ time: LocalTime) -> String {
    let (hour, minute) = time.clock
    return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }

  /// A number with at most this many decimals, none for whole numbers (`13.9`, `14`).
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

  /// The locale with a name; nil for English and for an unknown one.
  private static func locale(_ name: String) -> Locale? {
    guard let identifier = LocaleName.identifier(of: name), !["en", "en_US"].contains(identifier) else { return nil }
    let locale = Locale(identifier: identifier)
    // A locale without data uses the root locale, in which May is M05.
    let may = CalendarDay(number: 120)
    return date(may).formatted(style(locale).month(.abbreviated)) == "M05" ? nil : locale
  }

  /// Removes direction marks that some locales put before a sign, because they would reorder adjacent text.
  private static func plain(_ text: String) -> String {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    return String(
      String.UnicodeScalarView(text.unicodeScalars.filter { !["\u{61C}", "\u{200E}", "\u{200F}"].contains($0) }))
  }

  /// Midnight UTC, the zone in which dates are formatted.
  private static func date(_ day: CalendarDay) -> Date { Date(timeIntervalSince1970: Double(day.number) * 86_400) }

  /// A style without components.
  private static func style(_ locale: Locale) -> Date.FormatStyle {
    Date.FormatStyle(locale: locale, calendar: Calendar(identifier: .gregorian), timeZone: .gmt)
  }
}
