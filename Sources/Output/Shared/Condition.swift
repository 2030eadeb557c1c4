/// The weather as a single category; it determines the icon.
///
/// In order of importance: of two conditions in a description, the later one counts.
enum Condition: String, CaseIterable, Comparable {
  // Only if nothing else is said.
  case windy, hot, cold
  // From no clouds to no sun.
  case clear, mostlyClear, partlyCloudy, mostlyCloudy, cloudy
  // Haze includes smoke, dust, sand and ash; fog includes mist.
  case haze, fog
  case drizzle, showers, rain, heavyRain, snowShowers, snow
  // Rain and snow together; heavy or drifting snow; hail or ice pellets.
  case sleet, heavySnow, hail
  case freezingRain, thunderstorm, hurricane, tornado

  static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// True for any precipitation.
  var isWet: Bool { self >= .drizzle && self != .tornado }
}
