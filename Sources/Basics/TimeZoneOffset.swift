private import Foundation

extension LocalTime {
  /// A moment with the offset that the machine's time zone has at it.
  public init(machine secondsSince1970: Int) {
    var seconds = time_t(secondsSince1970)
    var parts = unsafe tm()
    let isKnown = unsafe localtime_r(&seconds, &parts) != nil
    self.init(secondsSince1970: secondsSince1970, offset: isKnown ? unsafe Int(parts.tm_gmtoff) : 0)
  }

  /// The machine's clock, in its time zone.
  public static func now() -> LocalTime { LocalTime(machine: Int(time(nil))) }

  /// The same moment as clocks in an IANA time zone show it; nil for a zone that is not known.
  public func at(timeZone identifier: String) -> LocalTime? {
    guard let zone = TimeZone(identifier: identifier) else { return nil }
    return at(offset: zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(secondsSince1970))))
  }

  /// The moments at which clocks in an IANA time zone show a time of day, in seconds after midnight, on a day: one as a
  /// rule, two where the clocks are set back over it, none where they are set forward over it or the zone is not known.
  public static func moments(on day: CalendarDay, seconds: Int, timeZone identifier: String) -> [LocalTime] {
    let naive = LocalTime(day, seconds: seconds, offset: 0)
    // Whatever the offset is, it is the one half a day before or half a day after.
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
