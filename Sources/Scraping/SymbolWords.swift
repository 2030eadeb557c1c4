/// Words for weather codes; nil for codes not in a service's table.
public enum SymbolWords {
  // MARK: - WMO

  /// Present weather codes, WMO table 4677 (WMO-No. 306, Manual on Codes, volume I.1). Codes 0 to 3, 45, 48, 51 to 57,
  /// 61 to 67, 71 to 77, 80 to 86 and 95 to 99 are worded as in the documentation of Open-Meteo, which uses only these;
  /// the others follow the WMO table.
  public static func wmo(_ code: Int) -> String? { presentWeather[code] }

  private static let presentWeather = [
    0: "Clear sky", 1: "Mainly clear", 2: "Partly cloudy", 3: "Overcast", 10: "Mist", 40: "Fog at a distance",
    41: "Patches of fog", 42: "Fog, becoming thinner", 43: "Fog, becoming thinner", 44: "Fog", 45: "Fog",
    46: "Fog, becoming thicker", 47: "Fog, becoming thicker", 48: "Depositing rime fog", 49: "Depositing rime fog",
    50: "Light drizzle", 51: "Light drizzle", 52: "Moderate drizzle", 53: "Moderate drizzle", 54: "Dense drizzle",
    55: "Dense drizzle", 56: "Light freezing drizzle", 57: "Dense freezing drizzle", 58: "Light drizzle and rain",
    59: "Drizzle and rain", 60: "Slight rain", 61: "Slight rain", 62: "Moderate rain", 63: "Moderate rain",
    64: "Heavy rain", 65: "Heavy rain", 66: "Light freezing rain", 67: "Heavy freezing rain",
    68: "Slight rain and snow", 69: "Heavy rain and snow", 70: "Slight snowfall", 71: "Slight snowfall",
    72: "Moderate snowfall", 73: "Moderate snowfall", 74: "Heavy snowfall", 75: "Heavy snowfall", 76: "Diamond dust",
    77: "Snow grains", 78: "Snow crystals", 79: "Ice pellets", 80: "Slight rain showers", 81: "Moderate rain showers",
    82: "Violent rain showers", 83: "Slight showers of rain and snow", 84: "Heavy showers of rain and snow",
    85: "Slight snow showers", 86: "Heavy snow showers", 87: "Slight showers of snow pellets",
    88: "Heavy showers of snow pellets", 89: "Slight hail showers", 90: "Heavy hail showers",
    91: "Slight rain after a thunderstorm", 92: "Heavy rain after a thunderstorm",
    93: "Slight snow or hail after a thunderstorm", 94: "Heavy snow or hail after a thunderstorm", 95: "Thunderstorm",
    96: "Thunderstorm with slight hail", 97: "Heavy thunderstorm", 98: "Thunderstorm with dust storm",
    99: "Thunderstorm with heavy hail",
  ]

  // MARK: - SMHI

  /// Symbols 1...27 as worded in SMHI's documentation of the parameter Wsymb2, which `symbol_code` replaces
  /// (opendata.smhi.se, Meteorological Forecasts, CC BY 4.0).
  public static func smhi(_ code: Int) -> String? { (1...wsymb2.count).contains(code) ? wsymb2[code - 1] : nil }

  private static let wsymb2 = [
    "Clear sky", "Nearly clear sky", "Variable cloudiness", "Halfclear sky", "Cloudy sky", "Overcast", "Fog",
    "Light rain showers", "Moderate rain showers", "Heavy rain showers", "Thunderstorm",
    "Light sleet showers", "Moderate sleet showers", "Heavy sleet showers",
    "Light snow showers", "Moderate snow showers", "Heavy snow showers", "Light rain", "Moderate rain", "Heavy rain",
    "Thunder", "Light sleet", "Moderate sleet", "Heavy sleet", "Light snowfall", "Moderate snowfall", "Heavy snowfall",
  ]

  // MARK: - MET Norway

  /// A symbol code, with or without `_day`, `_night` or `_polartwilight`, as worded in the legend of MET Norway's
  /// WeatherIcon product (api.met.no/weatherapi/weathericon, CC BY 4.0). Codes are composed of intensity, kind of
  /// precipitation, `showers` and `andthunder`.
  public static func met(_ code: String) -> String? {
    let name = code.prefix { $0 != "_" }
    guard ["", "_day", "_night", "_polartwilight"].contains(code.dropFirst(name.count)) else { return nil }
    return skies[String(name)] ?? precipitation(name)
  }

  private static let skies = [
    "clearsky": "Clear sky", "fair": "Fair", "partlycloudy": "Partly cloudy", "cloudy": "Cloudy", "fog": "Fog",
  ]

  /// Parses codes such as `heavysleetshowersandthunder`.
  private static func precipitation(_ name: Substring) -> String? {
    var rest = name
    func take(_ word: String) -> Bool {
      guard rest.hasPrefix(word) else { return false }
      rest = rest.dropFirst(word.count)
      return true
    }
    let amount = take("light") ? "Light " : take("heavy") ? "Heavy " : ""
    // The institute's own misspellings, kept for compatibility: lightssleetshowersandthunder and
    // lightssnowshowersandthunder.
    if amount == "Light ", rest.hasPrefix("ssleet") || rest.hasPrefix("ssnow") { rest = rest.dropFirst() }
    guard let kind = ["rain", "sleet", "snow"].first(where: { take($0) }) else { return nil }
    let words = amount + kind + (take("showers") ? " showers" : "") + (take("andthunder") ? " and thunder" : "")
    return rest.isEmpty ? words.prefix(1).uppercased() + words.dropFirst() : nil
  }
}
