internal import Foundation

/// A moment together with the offset from UTC it was noted in.
public struct Timestamp: Hashable, Sendable {
  /// Whole seconds since 1970-01-01T00:00:00Z.
  public var secondsSince1970: Int
  /// The offset, in seconds east of UTC.
  public var offset: Int

  /// A moment noted in an offset.
  public init(secondsSince1970: Int, offset: Int) {
    self.secondsSince1970 = secondsSince1970
    self.offset = offset
  }

  /// A moment in the offset that the machine has at it.
  public init(machine secondsSince1970: Int) {
    var seconds = time_t(secondsSince1970)
    var parts = unsafe tm()
    let known = unsafe localtime_r(&seconds, &parts) != nil
    self.init(secondsSince1970: secondsSince1970, offset: known ? unsafe Int(parts.tm_gmtoff) : 0)
  }

  /// The machine's clock.
  public static func now() -> Timestamp { Timestamp(machine: Int(time(nil))) }

  /// A time as HAR writes it (ISO 8601): `2021-04-25T11:47:00+02:00`, `…+0200`, `…Z`, with or without a fraction of a
  /// second, which is dropped; nil for anything else, a time without an offset included.
  public init?(_ text: String) {
    var rest = Array(text.utf8)[...]
    guard let year = Self.number(&rest, digits: 4), Self.take("-", &rest), let month = Self.number(&rest, digits: 2),
      (1...12).contains(month), Self.take("-", &rest), let day = Self.number(&rest, digits: 2), (1...31).contains(day),
      Self.take("Tt ", &rest), let hour = Self.number(&rest, digits: 2), hour < 24, Self.take(":", &rest),
      let minute = Self.number(&rest, digits: 2), minute < 60
    else { return nil }
    var second = 0
    if Self.take(":", &rest) {
      guard let read = Self.number(&rest, digits: 2), read <= 60 else { return nil }
      second = min(read, 59)
    }
    if Self.take(".,", &rest) { rest = rest.drop { (0x30...0x39).contains($0) } }
    guard let offset = Self.offset(rest) else { return nil }
    let days = Self.dayNumber(year: year, month: month, day: day)
    self.init(secondsSince1970: days * 86_400 + hour * 3600 + minute * 60 + second - offset, offset: offset)
  }

  /// `Z`, `+02:00`, `+0200` or `+02`, in seconds.
  private static func offset(_ text: ArraySlice<UInt8>) -> Int? {
    var rest = text
    if take("Zz", &rest) { return rest.isEmpty ? 0 : nil }
    let sign = rest.first == UInt8(ascii: "-") ? -1 : 1
    guard take("+-", &rest), let hours = number(&rest, digits: 2), hours < 24 else { return nil }
    if rest.isEmpty { return sign * hours * 3600 }
    _ = take(":", &rest)
    guard let minutes = number(&rest, digits: 2), minutes < 60, rest.isEmpty else { return nil }
    return sign * (hours * 3600 + minutes * 60)
  }

  /// Takes one of these letters off the front, where it stands there.
  private static func take(_ anyOf: StaticString, _ rest: inout ArraySlice<UInt8>) -> Bool {
    guard let first = rest.first, anyOf.description.utf8.contains(first) else { return false }
    rest.removeFirst()
    return true
  }

  /// Takes a number of so many digits off the front.
  private static func number(_ rest: inout ArraySlice<UInt8>, digits: Int) -> Int? {
    let text = rest.prefix(digits)
    guard text.count == digits, text.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    rest = rest.dropFirst(digits)
    return text.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// Days from 1970-01-01 to a day of the Gregorian calendar, counted in years that begin with March, so that the leap day
  /// is a year's last.
  private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let years = month > 2 ? year : year - 1
    let months = (month + 9) % 12
    return years * 365 + years / 4 - years / 100 + years / 400 + (months * 153 + 2) / 5 + day - 719_469
  }
}

extension Timestamp: CustomStringConvertible {
  /// As `2021-04-25T11:47:00+02:00`.
  public var description: String {
    var local = time_t(secondsSince1970 + offset)
    var parts = unsafe tm()
    unsafe gmtime_r(&local, &parts)
    let minutes = abs(offset) / 60
    let date = unsafe [parts.tm_mon + 1, parts.tm_mday].map { Self.padded(Int($0), 2) }.joined(separator: "-")
    let clock = unsafe [parts.tm_hour, parts.tm_min, parts.tm_sec].map { Self.padded(Int($0), 2) }.joined(
      separator: ":")
    let zone = "\(offset < 0 ? "-" : "+")\(Self.padded(minutes / 60, 2)):\(Self.padded(minutes % 60, 2))"
    return unsafe "\(Self.padded(Int(parts.tm_year) + 1900, 4))-\(date)T\(clock)\(zone)"
  }

  /// A number with zeros before it.
  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
