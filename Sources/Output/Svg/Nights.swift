import Basics
import Weather

/// The nights of a report, as far as they are known.
enum Nights {
  /// The nights from one moment up to another, to five minutes; none where neither the sun's times nor the place are known.
  static func between(_ start: LocalTime, _ end: LocalTime, by daylight: Daylight) -> [ClosedRange<Int>] {
    var nights: [ClosedRange<Int>] = []
    var since: Int?
    for moment in stride(from: start.secondsSince1970, to: end.secondsSince1970, by: 300) {
      let isNight = daylight.isKnownNight(at: LocalTime(secondsSince1970: moment, offset: start.offset)) ?? false
      switch (isNight, since) {
      case (true, nil): since = moment
      case (false, let begun?):
        nights.append(begun...moment)
        since = nil
      default: continue
      }
    }
    if let since, since < end.secondsSince1970 { nights.append(since...end.secondsSince1970) }
    return nights
  }
}
