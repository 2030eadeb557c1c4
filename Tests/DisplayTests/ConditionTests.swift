import Display
import Testing

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

  @Test(arguments: IconSet.allCases, Condition.allCases)
  func everyConditionHasItsSigns(set: IconSet, condition: Condition) {
    for isNight in [false, true] {
      let sign = Icon.sign(for: condition, isNight: isNight, in: set)
      #expect(DisplayWidth.of(sign) == Icon.width(of: set))
      #expect(set != .ascii || sign.utf8.allSatisfy { (0x21...0x7E).contains($0) })
    }
  }

  @Test func theSunIsNotShownAtNight() {
    #expect(Icon.sign(for: .clear, in: .emoji) == "☀️")
    #expect(Icon.sign(for: .clear, isNight: true, in: .emoji) == "🌙")
    #expect(Icon.sign(forWords: "Soleado", in: .emoji) == nil)
    #expect(Icon.sign(forWords: nil, in: .emoji) == nil)
  }
}
