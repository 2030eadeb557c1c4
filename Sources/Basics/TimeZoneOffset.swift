private import Foundation

extension LocalTime {
  /// Creates a time with the offset of the machine's time zone at that instant.
  public init(machine secondsSince1970: Int) {
    var seconds = time_t(secondsSince1970)
    var parts = unsafe tm()
    let isKnown = unsafe localtime_r(&seconds, &parts) != nil
    self.init(secondsSince1970: secondsSince1970, offset: isKnown ? unsafe Int(parts.tm_gmtoff) : 0)
  }

  /// The machine's clock, in its time zone.
  public static func now() -> LocalTime { LocalTime(machine: Int(time(nil))) }

  /// The same instant in an IANA time zone; nil if the zone is unknown.
  public func at(timeZone identifier: String) -> LocalTime? {
    guard let zone = TimeZone(identifier: identifier) else { return nil }
    return at(offset: zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(secondsSince1970))))
  }

  /// The instants at which clocks in an IANA time zone show a given date and time of day (seconds after midnight):
  /// normally one, two if clocks are set back over it, none if they skip it or the zone is unknown.
  public static func moments(on day: CalendarDay, seconds: Int, timeZone identifier: String) -> [LocalTime] {
    let naive = LocalTime(day, seconds: seconds, offset: 0)
    // The offset equals the one half a day before or half a day after.
    let offsets = [-43_200, 43_200].compactMap { shift in
      LocalTime(secondsSince1970: naive.secondsSince1970 + shift, offset: 0).at(timeZone: identifier)?.offset
    }
    var moments: [LocalTime] = []
    for offset in Set(offsets).sorted(by: >) {
      let moment = LocalTime(day, seconds: seconds, offset: offset)
      if moment.at(timeZone: identifier)?.offset == offset { moments.append(moment) }
    }
    return moments
  }
}
