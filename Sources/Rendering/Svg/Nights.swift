import Display
import Weather

/// The nights at a place, where the source does not say when the sun rises.
enum Nights {
  /// The nights between two moments, in seconds since 1970, to five minutes; none where it is not known where the place is.
  static func between(_ start: Int, _ end: Int, at place: Place) -> [ClosedRange<Int>] {
    var nights: [ClosedRange<Int>] = []
    var since: Int?
    for moment in stride(from: start, to: end, by: 300) {
      switch (isNight(moment, at: place), since) {
      case (true, nil): since = moment
      case (false, let begun?):
        nights.append(begun...moment)
        since = nil
      default: continue
      }
    }
    if let since, since < end { nights.append(since...end) }
    return nights
  }

  /// Whether it is night at a moment; not where it is not known where the place is.
  static func isNight(_ secondsSince1970: Int, at place: Place) -> Bool {
    Daylight.isNight(
      at: LocalTime(secondsSince1970: secondsSince1970, offset: 0), latitude: place.latitude, longitude: place.longitude
    )
      ?? false
  }
}
