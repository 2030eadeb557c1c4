public import Basics
import Weather

/// Time zone abbreviations next to a time (`1:05 pm CDT`).
///
/// An abbreviation may belong to several zones; the time next to it decides which one is meant.
public enum ZoneAbbreviation {
  /// Hours east of UTC (abbreviations from the IANA time zone database 2024a).
  private static let hours: [String: [Double]] = [
    "UTC": [0], "GMT": [0], "WET": [0], "WEST": [1], "BST": [1, 6], "CET": [1], "CEST": [2], "EET": [2], "EEST": [3],
    "MSK": [3], "SAST": [2], "CAT": [2], "WAT": [1], "EAT": [3], "IST": [5.5, 1, 2], "IDT": [3], "PKT": [5],
    "NPT": [5.75],
    "HKT": [8], "SGT": [8], "PHT": [8], "PST": [-8, 8], "PDT": [-7], "JST": [9], "KST": [9], "AWST": [8],
    "ACST": [9.5], "ACDT": [10.5], "AEST": [10], "AEDT": [11], "NZST": [12], "NZDT": [13], "NST": [-3.5], "NDT": [-2.5],
    "AST": [-4, 3], "ADT": [-3], "EST": [-5], "EDT": [-4], "CST": [-6, 8], "CDT": [-5], "MST": [-7], "MDT": [-6],
    "AKST": [-9], "AKDT": [-8], "HST": [-10], "HDT": [-9], "SST": [-11], "ChST": [10],
  ]

  /// The UTC offset in seconds of an abbreviation next to a time of day; nil if it is unknown, or if not exactly one of
  /// its offsets fits the clock.
  ///
  /// - Parameters:
  /// - abbreviation: for example `CDT`.
  /// - showing: the time of day next to it, in seconds after midnight.
  /// - clock: when the page was fetched, shortly after that time.
  public static func offset(_ abbreviation: String, showing: Int?, at clock: LocalTime) -> Int? {
    guard let hours = hours[abbreviation] else { return nil }
    let offsets = hours.map { Int($0 * 3600) }
    if offsets.count == 1 { return offsets[0] }
    guard let showing else { return nil }
    // Within three hours of the clock, also across midnight.
    let near = offsets.filter { offset in
      let apart = abs(clock.at(offset: offset).secondsOfDay - showing)
      return min(apart, 86_400 - apart) <= 3 * 3600
    }
    return near.count == 1 ? near[0] : nil
  }

  /// True if an abbreviation with this offset also applies on another day: with daylight saving time, today's
  /// abbreviation may not apply next week.
  public static func holds(_ abbreviation: String, offset: Int, on day: CalendarDay) -> Bool {
    guard let family = families.first(where: { $0.value.contains(abbreviation) })?.key else { return true }
    return LocalTime(day, seconds: 43_200, offset: offset).at(timeZone: family)?.offset == offset
  }

  /// For each group of abbreviations a zone with the same daylight saving rules.
  private static let families: [String: Set<String>] = [
    "America/New_York": ["EST", "EDT"], "America/Chicago": ["CST", "CDT"], "America/Denver": ["MST", "MDT"],
    "America/Los_Angeles": ["PST", "PDT"], "America/Anchorage": ["AKST", "AKDT"], "America/Halifax": ["AST", "ADT"],
    "America/St_Johns": ["NST", "NDT"], "America/Adak": ["HDT"], "Europe/London": ["GMT", "BST"],
    "Europe/Lisbon": ["WET", "WEST"], "Europe/Berlin": ["CET", "CEST"], "Europe/Athens": ["EET", "EEST"],
    "Asia/Jerusalem": ["IDT"], "Australia/Adelaide": ["ACST", "ACDT"], "Australia/Sydney": ["AEST", "AEDT"],
    "Pacific/Auckland": ["NZST", "NZDT"],
  ]
}
