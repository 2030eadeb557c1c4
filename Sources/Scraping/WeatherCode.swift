/// Words for the codes of present weather.
public enum WeatherCode {
  /// The words for a code; nil for one that the table does not have.
  ///
  /// The codes are those of WMO table 4677 (WMO-No. 306, Manual on Codes, volume I.1), of which Open-Meteo gives a part:
  /// its documentation words 0 to 3 as states of the sky, 45, 48, 51 to 57, 61 to 67, 71 to 77, 80 to 86 and 95 to 99 as
  /// here. The rest of each group is worded after the table.
  public static func words(_ code: Int) -> String? {
    switch code {
    case 0: "Clear sky"
    case 1: "Mainly clear"
    case 2: "Partly cloudy"
    case 3: "Overcast"
    case 10: "Mist"
    case 40: "Fog at a distance"
    case 41: "Patches of fog"
    case 42, 43: "Fog, becoming thinner"
    case 44, 45: "Fog"
    case 46, 47: "Fog, becoming thicker"
    case 48, 49: "Depositing rime fog"
    case 50, 51: "Light drizzle"
    case 52, 53: "Moderate drizzle"
    case 54, 55: "Dense drizzle"
    case 56: "Light freezing drizzle"
    case 57: "Dense freezing drizzle"
    case 58: "Light drizzle and rain"
    case 59: "Drizzle and rain"
    case 60, 61: "Slight rain"
    case 62, 63: "Moderate rain"
    case 64, 65: "Heavy rain"
    case 66: "Light freezing rain"
    case 67: "Heavy freezing rain"
    case 68: "Slight rain and snow"
    case 69: "Heavy rain and snow"
    case 70, 71: "Slight snowfall"
    case 72, 73: "Moderate snowfall"
    case 74, 75: "Heavy snowfall"
    case 76: "Diamond dust"
    case 77: "Snow grains"
    case 78: "Snow crystals"
    case 79: "Ice pellets"
    case 80: "Slight rain showers"
    case 81: "Moderate rain showers"
    case 82: "Violent rain showers"
    case 83: "Slight showers of rain and snow"
    case 84: "Heavy showers of rain and snow"
    case 85: "Slight snow showers"
    case 86: "Heavy snow showers"
    case 87: "Slight showers of snow pellets"
    case 88: "Heavy showers of snow pellets"
    case 89: "Slight hail showers"
    case 90: "Heavy hail showers"
    case 91: "Slight rain after a thunderstorm"
    case 92: "Heavy rain after a thunderstorm"
    case 93: "Slight snow or hail after a thunderstorm"
    case 94: "Heavy snow or hail after a thunderstorm"
    case 95: "Thunderstorm"
    case 96: "Thunderstorm with slight hail"
    case 97: "Heavy thunderstorm"
    case 98: "Thunderstorm with dust storm"
    case 99: "Thunderstorm with heavy hail"
    default: nil
    }
  }
}
