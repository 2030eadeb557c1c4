import Testing
import Weather

struct WeatherPhraseTests {
  @Test(
    arguments: [
      ("Clear sky", PresentWeather.clear), ("Fair", .mostlyClear), ("Halfclear sky", .partlyCloudy),
      ("A mix of sun and cloud", .partlyCloudy), ("OVERCAST", .overcast), ("Depositing rime fog", .freezingFog),
      ("Slight rain", .lightRain), ("Moderate rain", .rain), ("Violent rain showers", .heavyShowers),
      ("Dense freezing drizzle", .freezingDrizzle), ("Slight showers of rain and snow", .sleetShowers),
      ("Rain/Snow", .sleet), ("Heavy snowfall", .heavySnow), ("Flurries", .lightSnowShowers),
      ("T-Storms", .thunderstorm),
      ("Showers", .showers), ("Shower or two.", .showers), ("Light rain showers", .lightShowers),
      ("Thunder", .thunderstorm),
    ])
  func conditions(words: String, weather: PresentWeather) {
    #expect(WeatherPhrase(words: words) == .weather(weather))
  }

  @Test(
    arguments: [
      ("AM Showers", WeatherPhrase.qualified(.morning, .weather(.showers))),
      ("Partly Cloudy/Wind", .both(.weather(.partlyCloudy), .weather(.windy))),
      ("PM Rain/Wind", .both(.qualified(.afternoon, .weather(.rain)), .weather(.windy))),
      ("AM Clouds/PM Sun", .both(.qualified(.morning, .weather(.cloudy)), .qualified(.afternoon, .weather(.sunny)))),
      ("Heavy snow showers and thunder", .both(.weather(.heavySnowShowers), .weather(.thunderstorm))),
      ("Patchy Fog then Mostly Sunny", .sequence(.qualified(.inPlaces, .weather(.fog)), .weather(.mostlySunny))),
      ("Slight Chance Light Rain", .qualified(.possible, .weather(.lightRain))),
      ("Snow Likely", .qualified(.likely, .weather(.snow))),
      ("Showers Late", .qualified(.late, .weather(.showers))),
      ("Periods of rain", .qualified(.atTimes, .weather(.rain))),
    ])
  func phrases(words: String, phrase: WeatherPhrase) { #expect(WeatherPhrase(words: words) == phrase) }

  /// Half a description would be wrong.
  @Test(arguments: ["", "--", "Soleado", "No rain", "Rain and frogs", "Fog then frogs", "light", "chance", "/", "and"])
  func whatIsNotKnownStands(words: String) { #expect(WeatherPhrase(words: words) == nil) }

  @Test(arguments: PresentWeather.allCases)
  func everyConditionIsKnownByItsOwnWords(weather: PresentWeather) {
    #expect(WeatherPhrase(words: weather.rawValue) == .weather(weather))
  }
}
