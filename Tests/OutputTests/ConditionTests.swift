import Testing
import Weather

@testable import Output

struct ConditionTests {
  @Test(
    arguments: [
      ("Sunny", Condition.clear), ("Clear", .clear), ("Clear sky", .clear), ("Fair", .mostlyClear),
      ("Mostly Sunny", .mostlyClear), ("Mainly clear", .mostlyClear), ("Nearly clear sky", .mostlyClear),
      ("Halfclear sky", .partlyCloudy), ("Variable cloudiness", .partlyCloudy), ("Partly Cloudy", .partlyCloudy),
      ("Partly Cloudy/Wind", .partlyCloudy), ("Partly sunny", .partlyCloudy), ("Clearing", .partlyCloudy),
      ("A mix of sun and cloud", .partlyCloudy), ("AM Clouds/PM Sun", .partlyCloudy),
      ("Windy & Bright", .partlyCloudy), ("Mostly Cloudy", .mostlyCloudy), ("Cloudy sky", .cloudy),
      ("Overcast", .cloudy), ("AM Fog/PM Sun", .fog), ("Freezing Fog", .fog), ("Depositing rime fog", .fog),
      ("Mist", .fog), ("Haze", .haze), ("Blowing Dust", .haze), ("Light drizzle", .drizzle),
      ("Chance of showers", .showers), ("Shower or two", .showers), ("Possible shower. Wind easing", .showers),
      ("Slight rain showers", .showers), ("AM Rain", .rain), ("Rain/Wind", .rain), ("Light Rain Fog/Mist", .rain),
      ("Rain and Patchy Fog", .rain), ("Mostly Cloudy then Slight Chance Light Rain", .rain),
      ("Heavy rain", .heavyRain),
      ("Violent rain showers", .heavyRain), ("Flurries/Wind", .snowShowers), ("Snow grains", .snowShowers),
      ("Chance Snow", .snow), ("Periods of snow", .snow), ("Rain/Snow Late", .sleet), ("Slight rain and snow", .sleet),
      ("Light sleet showers", .sleet), ("Wintry Mix", .sleet), ("Heavy snowfall", .heavySnow), ("Blizzard", .heavySnow),
      ("Ice pellets", .hail), ("Slight hail showers", .hail), ("Light freezing rain", .freezingRain),
      ("Freezing Drizzle", .freezingRain), ("Scattered T-Storms", .thunderstorm), ("Storm", .thunderstorm),
      ("Thunderstorm with dust storm", .thunderstorm), ("Heavy snow showers and thunder", .thunderstorm),
      ("Chance Showers And Thunderstorms", .thunderstorm), ("Tropical Storm", .hurricane), ("Tornado", .tornado),
      ("Windy", .windy), ("Hot", .hot), ("Sunny and Hot", .clear), ("Frost then sunny", .clear), ("Frost", .cold),
      ("Cloudy, no rain", .cloudy), ("PARTLY CLOUDY", .partlyCloudy),
    ])
  func words(phrase: String, condition: Condition) { #expect(Condition(words: phrase) == condition) }

  @Test(arguments: ["", "--", "Soleado", "Unknown precipitaton", "No rain", "N/A", "晴れ"])
  func whatIsNotKnownIsNoClearSky(phrase: String) { #expect(Condition(words: phrase) == nil) }

  /// The single words of a phrase lead to the icon of its condition; only they cannot tell that showers are of snow.
  @Test(arguments: PresentWeather.allCases.filter { $0 != .heavySnowShowers })
  func vocabularyAndWordsAgree(weather: PresentWeather) {
    #expect(Condition(any: weather.rawValue) == Condition(weather))
  }

  @Test(arguments: IconSet.allCases, Condition.allCases)
  func everyConditionHasItsSigns(set: IconSet, condition: Condition) {
    for isNight in [false, true] {
      let sign = Icon.sign(for: condition, isNight: isNight, in: set)
      #expect(DisplayWidth.of(sign) == Icon.width(of: set))
      #expect(set != .ascii || sign.utf8.allSatisfy { (0x21...0x7E).contains($0) })
    }
  }

  /// The names and numbers of Nerd Fonts' `glyphnames.json`, version 3.
  @Test(
    arguments: [
      (Condition.windy, "E34B", "E34B"),  // strong_wind
      (.hot, "E36B", "E36B"),  // hot
      (.cold, "E36F", "E36F"),  // snowflake_cold
      (.clear, "E30D", "E32B"),  // day_sunny, night_clear
      (.mostlyClear, "E30C", "E379"),  // day_sunny_overcast, night_alt_partly_cloudy
      (.partlyCloudy, "E302", "E37E"), (.mostlyCloudy, "E302", "E37E"),  // day_cloudy, night_alt_cloudy
      (.cloudy, "E312", "E312"),  // cloudy
      (.haze, "E3AE", "E346"),  // day_haze, night_fog
      (.fog, "E313", "E346"),  // fog, night_fog
      (.drizzle, "E31B", "E31B"),  // sprinkle
      (.showers, "E319", "E319"),  // showers
      (.rain, "E318", "E318"), (.heavyRain, "E318", "E318"),  // rain
      (.snowShowers, "E31A", "E31A"), (.snow, "E31A", "E31A"), (.heavySnow, "E31A", "E31A"),  // snow
      (.sleet, "E3AD", "E3AD"), (.freezingRain, "E3AD", "E3AD"),  // sleet
      (.hail, "E314", "E314"),  // hail
      (.thunderstorm, "E31D", "E31D"),  // thunderstorm
      (.hurricane, "E36C", "E36C"),  // hurricane
      (.tornado, "E351", "E351"),  // tornado
    ])
  func nerdSignsAreThoseOfTheFont(condition: Condition, day: String, night: String) {
    for (isNight, number) in [(false, day), (true, night)] {
      let sign = Icon.sign(for: condition, isNight: isNight, in: .nerd)
      #expect(sign.unicodeScalars.map { String($0.value, radix: 16).uppercased() } == [number])
    }
  }

  @Test func theSunIsNotShownAtNight() {
    #expect(Icon.sign(for: .clear, in: .emoji) == "☀️")
    #expect(Icon.sign(for: .clear, isNight: true, in: .emoji) == "🌙")
    #expect(Icon.sign(forWords: "Soleado", in: .emoji) == nil)
    #expect(Icon.sign(forWords: nil, in: .emoji) == nil)
  }
}
