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
  /// What the sun does on a day on which it neither rises nor sets; nil where it does, or the latitude is not known.
  public func sunState(on day: CalendarDay) -> Sun.State? {
    guard let latitude, (-90...90).contains(latitude) else { return nil }
    return Sun.state(on: day, latitude: latitude, longitude: longitude ?? 0)
  }
}

extension DayForecast {
  /// Says what the sun does at a place where it neither rises nor sets, and takes away a sunrise and a sunset that are not
  /// this day's: sources write midnights, one moment for both, or the year 1970 for such days.
  ///
  /// In bright summers both stand on one date with the sunset first: it sets after midnight and rises soon after.
  public mutating func dropInvalidSunTimes(at place: Place) {
    sunState = place.sunState(on: date)
    // From midnight to midnight, whichever of the two days the second is written on.
    if sunState != nil || sunrise?.secondsOfDay == 0 { (sunrise, sunset) = (nil, nil) }
    if sunrise?.day != date { sunrise = nil }
    if sunset?.day != date || sunset?.secondsOfDay == 0 { sunset = nil }
    guard let rise = sunrise, let set = sunset else { return }
    let daylight = set.secondsSince1970 - rise.secondsSince1970
    if daylight < 0 ? !isShortNight(from: set, to: rise, at: place) : daylight == 0 || daylight >= 86_340 {
      (sunrise, sunset) = (nil, nil)
    }
  }

  /// Whether the time from a sunset after midnight to the sunrise of the same date can be a night there. Where clocks run
  /// three hours or less ahead of the sun, such a night lasts six hours at most.
  private func isShortNight(from set: LocalTime, to rise: LocalTime, at place: Place) -> Bool {
    let length = rise.secondsSince1970 - set.secondsSince1970
    guard set.secondsOfDay <= 3 * 3600, length <= 6 * 3600 else { return false }
    guard let latitude = place.latitude, (-90...90).contains(latitude) else { return true }
    // Near the polar day hills and the air's refraction shift the times by more than an hour.
    return abs(Sun.nightLength(on: date, latitude: latitude, longitude: place.longitude ?? 0) - length) <= 5400
  }
}
