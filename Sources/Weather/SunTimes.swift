public import Basics

extension Sun.State {
  /// `does not rise` or `does not set`.
  public var words: String {
    switch self {
    case .upAllDay: "does not set"
    case .downAllDay: "does not rise"
    }
  }
}

extension Place {
  /// Polar day or night on a date; nil on other days, and if the latitude is unknown.
  public func sunState(on day: CalendarDay) -> Sun.State? {
    guard let latitude, (-90...90).contains(latitude) else { return nil }
    return Sun.state(on: day, latitude: latitude, longitude: longitude ?? 0)
  }
}

extension DayForecast {
  /// Sets ``sunState``, and removes sunrise and sunset if there is none on this day: for such days sources give
  /// midnight, the same time for both, or the year 1970.
  ///
  /// Shortly before polar day both may be on one date with the sunset first: the sun sets after midnight and rises soon
  /// after.
  public mutating func dropInvalidSunTimes(at place: Place) {
    sunState = place.sunState(on: date)
    // Times exactly at midnight are placeholders, whichever date the second one has.
    if sunState != nil || sunrise?.secondsOfDay == 0 { (sunrise, sunset) = (nil, nil) }
    if sunrise?.day != date { sunrise = nil }
    if sunset?.day != date || sunset?.secondsOfDay == 0 { sunset = nil }
    guard let rise = sunrise, let set = sunset else { return }
    let daylight = set.secondsSince1970 - rise.secondsSince1970
    if daylight < 0 ? !isShortNight(from: set, to: rise, at: place) : daylight == 0 || daylight >= 86_340 {
      (sunrise, sunset) = (nil, nil)
    }
  }

  /// True if the time from a sunset after midnight to the sunrise of the same date can be a night at the place. With
  /// clocks at most three hours ahead of solar time, it lasts six hours at most.
  private func isShortNight(from set: LocalTime, to rise: LocalTime, at place: Place) -> Bool {
    let length = rise.secondsSince1970 - set.secondsSince1970
    guard set.secondsOfDay <= 3 * 3600, length <= 6 * 3600 else { return false }
    guard let latitude = place.latitude, (-90...90).contains(latitude) else { return true }
    // Close to polar day, terrain and refraction shift the times by more than an hour.
    return abs(Sun.nightLength(on: date, latitude: latitude, longitude: place.longitude ?? 0) - length) <= 5400
  }
}
