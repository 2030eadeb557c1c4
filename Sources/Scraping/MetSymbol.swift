/// Words for the weather symbols of the Norwegian Meteorological Institute.
public enum MetSymbol {
  /// The words for a symbol's code, with or without `_day`, `_night` or `_polartwilight`; nil for a code that is in none of
  /// the tables.
  ///
  /// The words are the English ones of the legend of MET Norway's WeatherIcon product (api.met.no/weatherapi/weathericon,
  /// CC BY 4.0). Codes and words are made by one rule there: how much, of what, in showers, with thunder.
  public static func words(_ code: String) -> String? {
    let name = code.prefix { $0 != "_" }
    let variant = code.dropFirst(name.count)
    guard ["", "_day", "_night", "_polartwilight"].contains(variant) else { return nil }
    return skies[String(name)] ?? precipitation(name)
  }

  private static let skies = [
    "clearsky": "Clear sky", "fair": "Fair", "partlycloudy": "Partly cloudy", "cloudy": "Cloudy", "fog": "Fog",
  ]

  /// Reads `heavysleetshowersandthunder` and its like.
  private static func precipitation(_ name: Substring) -> String? {
    var rest = name
    func take(_ word: String) -> Bool {
      guard rest.hasPrefix(word) else { return false }
      rest = rest.dropFirst(word.count)
      return true
    }
    let amount = take("light") ? "Light " : take("heavy") ? "Heavy " : ""
    // The institute's own slip, kept by it so that programs do not break: lightssleetshowersandthunder and
    // lightssnowshowersandthunder.
    if amount == "Light ", rest.hasPrefix("ssleet") || rest.hasPrefix("ssnow") { rest = rest.dropFirst() }
    guard let kind = ["rain", "sleet", "snow"].first(where: { take($0) }) else { return nil }
    let words = amount + kind + (take("showers") ? " showers" : "") + (take("andthunder") ? " and thunder" : "")
    return rest.isEmpty ? words.prefix(1).uppercased() + words.dropFirst() : nil
  }
}
