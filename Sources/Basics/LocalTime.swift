/// A point in time with the UTC offset of local clocks.
public struct LocalTime: Hashable, Sendable {
  /// Whole seconds since 1970-01-01T00:00:00Z.
  public var secondsSince1970: Int
  /// UTC offset in seconds, positive to the east.
  public var offset: Int

  /// Creates a time from Unix time and an offset.
  public init(secondsSince1970: Int, offset: Int) {
    self.secondsSince1970 = secondsSince1970
    self.offset = offset
  }

  /// Creates a time from a date, seconds after midnight, and an offset.
  public init(_ day: CalendarDay, seconds: Int, offset: Int) {
    self.init(secondsSince1970: day.number * 86_400 + seconds - offset, offset: offset)
  }

  /// Parses ISO 8601 with an offset: `2021-04-25T15:00:00+02:00`, `…+0200`, `…Z`, with or without seconds and
  /// fractions; nil for anything else, including a time without an offset.
  public init?(_ text: some StringProtocol) {
    guard let (day, seconds, rest) = Self.clockReading(text), let offset = Self.offset(rest) else { return nil }
    self.init(day, seconds: seconds, offset: offset)
  }

  /// Parses a time without an offset (`2021-04-25T15:00`), and applies the given one.
  public init?(_ text: some StringProtocol, offset: Int) {
    guard let (day, seconds, rest) = Self.clockReading(text), rest.isEmpty else { return nil }
    self.init(day, seconds: seconds, offset: offset)
  }

  /// The local date.
  public var day: CalendarDay {
    let local = secondsSince1970 + offset
    return CalendarDay(number: local >= 0 ? local / 86_400 : (local - 86_399) / 86_400)
  }

  /// The local time of day in seconds after midnight.
  public var secondsOfDay: Int { secondsSince1970 + offset - day.number * 86_400 }

  /// Local hour (0-23) and minute.
  public var clock: (hour: Int, minute: Int) { (secondsOfDay / 3600, secondsOfDay / 60 % 60) }

  /// The time a number of seconds later, with the same offset.
  public static func + (time: Self, seconds: Int) -> LocalTime {
    LocalTime(secondsSince1970: time.secondsSince1970 + seconds, offset: time.offset)
  }

  /// True if it is this date somewhere on Earth: UTC offsets range from -12 to +14 hours.
  public func isTodaySomewhere(_ day: CalendarDay) -> Bool {
    at(offset: -43_200).day <= day && day <= at(offset: 50_400).day
  }

  /// The same instant with another offset.
  public func at(offset: Int) -> LocalTime { LocalTime(secondsSince1970: secondsSince1970, offset: offset) }

  /// Parses `2021-04-25T15:00[:00[.123]]`; returns the date, the seconds after midnight and the remaining text.
  private static func clockReading<T: StringProtocol>(_ text: T) -> (CalendarDay, Int, T.SubSequence)? {
    var utf8 = Array(text.utf8)[...]
    guard utf8.count >= 16, let day = CalendarDay(String(decoding: utf8.prefix(10), as: UTF8.self)) else { return nil }
    utf8 = utf8.dropFirst(10)
    guard let separator = utf8.popFirst(), "Tt ".utf8.contains(separator),
      let hour = number(&utf8), hour < 24, utf8.popFirst() == UInt8(ascii: ":"), let minute = number(&utf8), minute < 60
    else { return nil }
    var second = 0
    if utf8.first == UInt8(ascii: ":") {
      utf8.removeFirst()
      guard let read = number(&utf8), read <= 60 else { return nil }
      second = min(read, 59)
      if utf8.first == UInt8(ascii: ".") || utf8.first == UInt8(ascii: ",") {
        utf8.removeFirst()
        utf8 = utf8.drop { (0x30...0x39).contains($0) }
      }
    }
    let rest = text.suffix(String(decoding: utf8, as: UTF8.self).count)
    return (day, hour * 3600 + minute * 60 + second, rest)
  }

  /// Parses `Z`, `+02:00`, `+0200` or `+02` into seconds.
  private static func offset(_ text: some StringProtocol) -> Int? {
    var utf8 = Array(text.utf8)[...]
    guard let sign = utf8.popFirst() else { return nil }
    if "Zz".utf8.contains(sign) { return utf8.isEmpty ? 0 : nil }
    guard "+-".utf8.contains(sign), let hours = number(&utf8), hours <= 15 else { return nil }
    if utf8.first == UInt8(ascii: ":") { utf8.removeFirst() }
    guard let minutes = utf8.isEmpty ? 0 : number(&utf8), minutes < 60, utf8.isEmpty else { return nil }
    return (hours * 3600 + minutes * 60) * (sign == UInt8(ascii: "-") ? -1 : 1)
  }

  /// Consumes two digits.
  private static func number(_ utf8: inout ArraySlice<UInt8>) -> Int? {
    guard let tens = utf8.popFirst(), let ones = utf8.popFirst(), (0x30...0x39).contains(tens),
      (0x30...0x39).contains(ones)
    else { return nil }
    return Int(tens - 0x30) * 10 + Int(ones - 0x30)
  }
}

extension LocalTime: Comparable {
  /// Compares instants.
  public static func < (a: Self, b: Self) -> Bool { a.secondsSince1970 < b.secondsSince1970 }
}

extension LocalTime: CustomStringConvertible {
  /// `2021-04-25T15:00:00+02:00`.
  public var description: String {
    let minutes = abs(offset) / 60
    let zone = "\(offset < 0 ? "-" : "+")\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
    return "\(day)T\(padded(clock.hour, 2)):\(padded(clock.minute, 2)):\(padded(secondsOfDay % 60, 2))\(zone)"
  }
}
