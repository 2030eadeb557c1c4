import Scraping
import Testing

@Suite struct WeatherCodeTests {
  /// Every code that Open-Meteo documents, and the rest of the groups that they belong to.
  @Test(arguments: Array(0...3) + Array(40...99))
  func everyCodeHasWords(_ code: Int) {
    #expect(SymbolWords.wmo(code)?.isEmpty == false)
  }

  @Test func documentedCodesHaveTheirMeaning() {
    #expect(SymbolWords.wmo(0) == "Clear sky")
    #expect(SymbolWords.wmo(48) == "Depositing rime fog")
    #expect(SymbolWords.wmo(71) == "Slight snowfall")
    #expect(SymbolWords.wmo(86) == "Heavy snow showers")
    #expect(SymbolWords.wmo(99) == "Thunderstorm with heavy hail")
  }

  @Test(arguments: [-1, 39, 100, Int.min, Int.max])
  func otherNumbersHaveNone(_ code: Int) {
    #expect(SymbolWords.wmo(code) == nil)
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
    let words = try #require(SymbolWords.met(code))
    for variant in ["day", "night", "polartwilight"] { #expect(SymbolWords.met("\(code)_\(variant)") == words) }
  }

  @Test func wordsAreThoseOfTheLegend() {
    #expect(SymbolWords.met("partlycloudy_night") == "Partly cloudy")
    #expect(SymbolWords.met("heavyrainshowersandthunder_day") == "Heavy rain showers and thunder")
    #expect(SymbolWords.met("snow") == "Snow")
    #expect(SymbolWords.met("lightssleetshowersandthunder_polartwilight") == "Light sleet showers and thunder")
    #expect(SymbolWords.met("lightsleetshowersandthunder_day") == "Light sleet showers and thunder")
    #expect(SymbolWords.met("lightssnowshowersandthunder_day") == "Light snow showers and thunder")
  }

  @Test(arguments: [
    "", "_day", "light", "lightfog", "rain_noon", "rainbow", "heavyssnow", "showers", "thunder", "Rain",
  ])
  func otherCodesHaveNone(_ code: String) {
    #expect(SymbolWords.met(code) == nil)
  }
}

@Suite struct SmhiSymbolTests {
  @Test func everyNumberHasWordsOfItsOwn() {
    #expect(Set((1...27).compactMap { SymbolWords.smhi($0) }).count == 27)
    #expect(SymbolWords.smhi(1) == "Clear sky")
    #expect(SymbolWords.smhi(7) == "Fog")
    #expect(SymbolWords.smhi(15) == "Light snow showers")
    #expect(SymbolWords.smhi(21) == "Thunder")
    #expect(SymbolWords.smhi(27) == "Heavy snowfall")
  }

  @Test(arguments: [0, 28, -1, 9999, Int.min, Int.max])
  func otherNumbersHaveNone(_ code: Int) {
    #expect(SymbolWords.smhi(code) == nil)
  }
}
