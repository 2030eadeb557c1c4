/// The weather in one word; icons are chosen by it.
///
/// In order of importance: of two conditions that a source names, the later one counts.
enum Condition: String, CaseIterable, Comparable {
  // Only where nothing else is said.
  case windy, hot, cold
  // From no clouds to no sun.
  case clear, mostlyClear, partlyCloudy, mostlyCloudy, cloudy
  // Haze is smoke, dust, sand and ash, too; fog is mist, too.
  case haze, fog
  case drizzle, showers, rain, heavyRain, snowShowers, snow
  // Rain and snow together; heavy or drifting snow; hail or pellets of ice.
  case sleet, heavySnow, hail
  case freezingRain, thunderstorm, hurricane, tornado

  static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// Whether something falls from the sky.
  var isWet: Bool { self >= .drizzle && self != .tornado }
}
