/// The vocabulary of conditions: every code and phrase of a source that is known is one of these, or several together
/// (``WeatherPhrase``). Icons and translations follow from it.
///
/// Based on WMO code table 4677 as forecasts use it. The raw value is the condition in English, the key of its
/// translations.
public enum PresentWeather: String, CaseIterable, Sendable {
  // The sky.
  case clear = "clear sky"
  case sunny = "sunny"
  case mostlyClear = "mostly clear"
  case mostlySunny = "mostly sunny"
  case partlyCloudy = "partly cloudy"
  case mostlyCloudy = "mostly cloudy"
  case cloudy = "cloudy"
  case overcast = "overcast"
  // The air.
  case haze = "haze"
  case smoke = "smoke"
  case dust = "dust"
  case sandstorm = "sandstorm"
  case mist = "mist"
  case fog = "fog"
  case freezingFog = "freezing fog"
  // Rain.
  case lightDrizzle = "light drizzle"
  case drizzle = "drizzle"
  case heavyDrizzle = "heavy drizzle"
  case lightRain = "light rain"
  case rain = "rain"
  case heavyRain = "heavy rain"
  case lightShowers = "light rain showers"
  case showers = "rain showers"
  case heavyShowers = "heavy rain showers"
  case freezingDrizzle = "freezing drizzle"
  case freezingRain = "freezing rain"
  // Rain and snow together.
  case lightSleet = "light sleet"
  case sleet = "sleet"
  case heavySleet = "heavy sleet"
  case sleetShowers = "sleet showers"
  // Snow and ice.
  case lightSnow = "light snow"
  case snow = "snow"
  case heavySnow = "heavy snow"
  case lightSnowShowers = "light snow showers"
  case snowShowers = "snow showers"
  case heavySnowShowers = "heavy snow showers"
  case snowGrains = "snow grains"
  case iceCrystals = "ice crystals"
  case blowingSnow = "blowing snow"
  case blizzard = "blizzard"
  case icePellets = "ice pellets"
  case hail = "hail"
  // Storms, wind and temperature.
  case thunderstorm = "thunderstorm"
  case heavyThunderstorm = "heavy thunderstorm"
  case tropicalStorm = "tropical storm"
  case hurricane = "hurricane"
  case tornado = "tornado"
  case windy = "windy"
  case hot = "hot"
  case cold = "cold"
  case frost = "frost"
}

extension PresentWeather {
  /// The condition that a phrase means as a whole; nil if it is not known, or means several.
  init?(phrase: String) {
    if let known = Self.names[phrase] { self = known; return }
    // Intensities are words before the kind: `moderate rain showers`.
    let parts = phrase.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, let strength = Self.strengths[parts[0]], let kind = Self.names[String(parts[1])] else {
      return nil
    }
    guard let known = strength.isEmpty ? kind : Self(rawValue: "\(strength) \(kind.rawValue)") ?? Self.unscaled(kind)
    else { return nil }
    self = known
  }

  private static let strengths: [Substring: String] = [
    "light": "light", "slight": "light", "moderate": "", "heavy": "heavy", "dense": "heavy", "violent": "heavy",
    "intense": "heavy", "severe": "heavy", "strong": "heavy",
  ]

  /// The kinds of precipitation whose strength the vocabulary does not tell.
  private static func unscaled(_ kind: Self) -> Self? {
    let kinds: [Self] = [
      .freezingDrizzle, .freezingRain, .sleetShowers, .snowGrains, .iceCrystals, .icePellets, .hail, .thunderstorm,
    ]
    return kinds.contains(kind) ? kind : nil
  }

  /// Phrases in lower case without punctuation, and their conditions; each condition's own, and the others of the
  /// sources: weather.com, the National Weather Service, Environment Canada, the Bureau of Meteorology, MET Norway, Met
  /// Éireann, SMHI and Open-Meteo.
  private static let names: [String: PresentWeather] = {
    var names = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
    for (weather, words) in others {
      for phrase in words.split(separator: ",") { names[phrase.drop { $0 == " " }.description] = weather }
    }
    return names
  }()

  private static let others: [(PresentWeather, String)] = [
    (.clear, "clear, fine, clear skies, clearsky"),
    (.sunny, "sun, sunshine"),
    (.mostlyClear, "mainly clear, nearly clear sky, fair, mainly fine, mostly fine, a few clouds, few clouds"),
    (.mostlySunny, "mainly sunny"),
    (
      .partlyCloudy,
      "partly sunny, partly clear, halfclear sky, variable cloudiness, a mix of sun and cloud, mix of sun and cloud, "
        + "sunny periods, sunny intervals, cloudy periods, scattered clouds, partial cloud, sun and clouds, "
        + "sun and cloud, cloudy intervals, some clouds"
    ),
    (.mostlyCloudy, "mainly cloudy, considerable cloudiness, broken clouds"),
    (.cloudy, "cloudy sky, clouds, cloud"),
    (.haze, "hazy"),
    (.smoke, "smoky"),
    (.dust, "dusty, blowing dust, widespread dust"),
    (.sandstorm, "sand storm, dust storm, duststorm, blowing sand"),
    (.mist, "misty"),
    (.fog, "foggy, dense fog, fog becoming thinner, fog becoming thicker, shallow fog, fog mist, mist fog"),
    (.freezingFog, "rime fog, depositing rime fog, ice fog"),
    (.lightDrizzle, "drizzle light, sprinkles"),
    (.lightRain, "light drizzle and rain, rain light"),
    (.rain, "drizzle and rain, rainy"),
    (.showers, "showers, shower, rain shower, showers rain, drizzle showers, shower or two, a shower or two"),
    (.lightShowers, "light drizzle showers"),
    (.sleet, "rain and snow, snow and rain, rain snow, snow rain, wintry mix, mixed rain and snow, rain or snow"),
    (
      .sleetShowers,
      "showers of rain and snow, rain and snow showers, rain or snow showers, showers of rain or snow, wintry showers"
    ),
    (.snow, "snowfall, snowy"),
    (.snowShowers, "snow shower, snowshower, showers snow"),
    (.lightSnowShowers, "flurries, snow flurries, flurry"),
    (.heavySnowShowers, "snow squall, snow squalls"),
    (.iceCrystals, "diamond dust, snow crystals, ice crystal"),
    (.blowingSnow, "drifting snow, blowing and drifting snow"),
    (.icePellets, "ice pellet"),
    (
      .hail,
      "hail showers, hail shower, snow pellets, showers of snow pellets, showers of hail, small hail"
    ),
    (
      .thunderstorm,
      "thunderstorms, thunder, thundershower, thundershowers, tstorm, tstorms, t storms, t storm, tshowers, t showers, "
        + "storm, storms, thunderstorm with dust storm, thundery showers, slight rain after a thunderstorm, "
        + "heavy rain after a thunderstorm, slight snow or hail after a thunderstorm, "
        + "heavy snow or hail after a thunderstorm"
    ),
    (.hurricane, "typhoon, hurricane conditions"),
    (.tropicalStorm, "tropical storm conditions"),
    (.windy, "wind, breezy, blustery, gusty, gale, gales"),
    (.frost, "frosty"),
  ]
}
