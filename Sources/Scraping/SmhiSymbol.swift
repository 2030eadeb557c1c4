/// Words for the weather symbols of the Swedish Meteorological and Hydrological Institute.
public enum SmhiSymbol {
  /// The words for a symbol's number; nil outside 1...27.
  ///
  /// The words are the English ones of SMHI's documentation of the parameter Wsymb2, which `symbol_code` continues
  /// (opendata.smhi.se, Meteorological Forecasts, CC BY 4.0).
  public static func words(_ code: Int) -> String? {
    (1...all.count).contains(code) ? all[code - 1] : nil
  }

  private static let all = [
    "Clear sky", "Nearly clear sky", "Variable cloudiness", "Halfclear sky", "Cloudy sky", "Overcast", "Fog",
    "Light rain showers", "Moderate rain showers", "Heavy rain showers", "Thunderstorm",
    "Light sleet showers", "Moderate sleet showers", "Heavy sleet showers",
    "Light snow showers", "Moderate snow showers", "Heavy snow showers",
    "Light rain", "Moderate rain", "Heavy rain", "Thunder",
    "Light sleet", "Moderate sleet", "Heavy sleet",
    "Light snowfall", "Moderate snowfall", "Heavy snowfall",
  ]
}
