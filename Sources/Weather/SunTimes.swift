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
  public mutating func settleSun(at place: Place) {
    sunState = place.sunState(on: date)
    // From midnight to midnight, whichever of the two days the second is written on.
    if sunState != nil || sunrise?.secondsOfDay == 0 { (sunrise, sunset) = (nil, nil) }
    if sunrise?.day != date { sunrise = nil }
    if sunset?.day != date || sunset?.secondsOfDay == 0 { sunset = nil }
    if let rise = sunrise, let set = sunset, set <= rise || set.secondsSince1970 - rise.secondsSince1970 >= 86_340 {
      (sunrise, sunset) = (nil, nil)
    }
  }
}
