/// The weather in one word, from fair to foul; icons are chosen by it.
///
/// In order of importance: of two that a source names, the later one counts.
public enum Condition: String, CaseIterable, Comparable, Sendable {
  /// Windy, and nothing else is said.
  case windy
  /// Hot, and nothing else is said.
  case hot
  /// Cold or frosty, and nothing else is said.
  case cold
  /// No clouds.
  case clear
  /// Few clouds.
  case mostlyClear
  /// Sun and clouds.
  case partlyCloudy
  /// More clouds than sun.
  case mostlyCloudy
  /// No sun.
  case cloudy
  /// Haze, smoke, dust, sand or ash.
  case haze
  /// Fog or mist.
  case fog
  /// Drizzle, or a few drops.
  case drizzle
  /// Showers of rain.
  case showers
  /// Rain.
  case rain
  /// Heavy rain, or heavy showers.
  case heavyRain
  /// Flurries and showers of snow.
  case snowShowers
  /// Snow.
  case snow
  /// Rain and snow together.
  case sleet
  /// Heavy snow, drifting snow, a blizzard.
  case heavySnow
  /// Hail, or pellets of ice.
  case hail
  /// Rain or drizzle that freezes where it falls.
  case freezingRain
  /// Thunder.
  case thunderstorm
  /// A tropical storm or a hurricane.
  case hurricane
  /// A tornado or a waterspout.
  case tornado

  /// Whether one is less important to know than another.
  public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

  /// The place in the order.
  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// Whether something falls from the sky.
  public var isWet: Bool {
    switch self {
    case .windy, .hot, .cold, .clear, .mostlyClear, .partlyCloudy, .mostlyCloudy, .cloudy, .haze, .fog, .tornado: false
    case .drizzle, .showers, .rain, .heavyRain, .snowShowers, .snow, .sleet, .heavySnow, .hail, .freezingRain,
      .thunderstorm, .hurricane:
      true
    }
  }
}
