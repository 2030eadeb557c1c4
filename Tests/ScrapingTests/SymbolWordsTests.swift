import Scraping
import Testing

@Suite struct WeatherCodeTests {
  /// Every code that Open-Meteo documents, and the rest of the groups that they belong to.
  @Test(arguments: Array(0...3) + Array(40...99))
  func everyCodeHasWords(_ code: Int) {
    #expect(WeatherCode.words(code)?.isEmpty == false)
  }

  @Test func documentedCodesHaveTheirMeaning() {
    #expect(WeatherCode.words(0) == "Clear sky")
    #expect(WeatherCode.words(48) == "Depositing rime fog")
    #expect(WeatherCode.words(71) == "Slight snowfall")
    #expect(WeatherCode.words(86) == "Heavy snow showers")
    #expect(WeatherCode.words(99) == "Thunderstorm with heavy hail")
  }

  @Test(arguments: [-1, 39, 100, Int.min, Int.max])
  func otherNumbersHaveNone(_ code: Int) {
    #expect(WeatherCode.words(code) == nil)
  }
}

@Suite struct MetSymbolTests {
  /// The codes of the legend, without their variants.
  static let codes = [
    "clearsky", "cloudy", "fair", "fog", "partlycloudy",
    "rain", "rainandthunder", "rainshowers", "rainshowersandthunder",
    "heavyrain", "heavyrainandthunder", "heavyrainshowers", "heavyrainshowersandthunder",
    "lightrain", "lightrainandthunder", "lightrainshowers", "lightrainshowersandthunder",
    "sleet", "sleetandthunder", "sleetshowers", "sleetshowersandthunder",
    "heavysleet", "heavysleetandthunder", "heavysleetshowers", "heavysleetshowersandthunder",
    "lightsleet", "lightsleetandthunder", "lightsleetshowers", "lightssleetshowersandthunder",
    "snow", "snowandthunder", "snowshowers", "snowshowersandthunder",
    "heavysnow", "heavysnowandthunder", "heavysnowshowers", "heavysnowshowersandthunder",
    "lightsnow", "lightsnowandthunder", "lightsnowshowers", "lightssnowshowersandthunder",
  ]

  @Test(arguments: codes)
  func everySymbolHasWords(_ code: String) throws {
    let words = try #require(MetSymbol.words(code))
    for variant in ["day", "night", "polartwilight"] { #expect(MetSymbol.words("\(code)_\(variant)") == words) }
  }

  @Test func wordsAreThoseOfTheLegend() {
    #expect(MetSymbol.words("partlycloudy_night") == "Partly cloudy")
    #expect(MetSymbol.words("heavyrainshowersandthunder_day") == "Heavy rain showers and thunder")
    #expect(MetSymbol.words("snow") == "Snow")
    #expect(MetSymbol.words("lightssleetshowersandthunder_polartwilight") == "Light sleet showers and thunder")
    #expect(MetSymbol.words("lightsleetshowersandthunder_day") == "Light sleet showers and thunder")
    #expect(MetSymbol.words("lightssnowshowersandthunder_day") == "Light snow showers and thunder")
  }

  @Test(arguments: [
    "", "_day", "light", "lightfog", "rain_noon", "rainbow", "heavyssnow", "showers", "thunder", "Rain",
  ])
  func otherCodesHaveNone(_ code: String) {
    #expect(MetSymbol.words(code) == nil)
  }
}

@Suite struct SmhiSymbolTests {
  @Test func everyNumberHasWordsOfItsOwn() {
    #expect(Set((1...27).compactMap { SmhiSymbol.words($0) }).count == 27)
    #expect(SmhiSymbol.words(1) == "Clear sky")
    #expect(SmhiSymbol.words(7) == "Fog")
    #expect(SmhiSymbol.words(15) == "Light snow showers")
    #expect(SmhiSymbol.words(21) == "Thunder")
    #expect(SmhiSymbol.words(27) == "Heavy snowfall")
  }

  @Test(arguments: [0, 28, -1, 9999, Int.min, Int.max])
  func otherNumbersHaveNone(_ code: Int) {
    #expect(SmhiSymbol.words(code) == nil)
  }
}
