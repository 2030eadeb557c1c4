import Scraping
import Testing
import Weather

/// Answers that name addresses: the site's own are asked for, and nobody else's.
@Suite struct LinkTests {
  @Test(arguments: ["https://evil.example/f", "http://api.weather.gov/f", "file:///etc/passwd", "https://127.0.0.1/"])
  func theWeatherServiceLeadsNowhereElse(url: String) async {
    let asked = Asked()
    let answer = #"{"properties": {"forecast": "\#(url)", "observationStations": "\#(url)", "timeZone": "UTC"}}"#
    await #expect(throws: ScrapingError.self) {
      try await asked.forecast("WeatherGov", "39.74,-97.09", .today, answer: answer)
    }
    #expect(await asked.addresses == ["https://api.weather.gov/points/39.74,-97.09"])
  }

  @Test(arguments: ["a\u{12}b", "a%0d%0ab?x=/../", "a b"]) func aListingNamesFilesOfItsOwn(name: String) async throws {
    let asked = Asked()
    let answer =
      "<html><head><title>Index of /x</title></head><body><a href=\"/x/../\(name)_MSC_CitypageWeather_s0000458_en.xml\">x</a>"
      + "</body></html>"
    await #expect(throws: ScrapingError.self) {
      try await asked.forecast("EnvironmentCanada", "ON/s0000458", .today, answer: answer)
    }
    for address in await asked.addresses {
      #expect(address.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } && !address.contains(".."), "\(address)")
    }
  }

  @Test func aListOfSitesNamesProvincesAndSitesAndNothingElse() async throws {
    let asked = Asked()
    let list = """
      Site Names\n"Codes","English Names","Province Codes","Latitude","Longitude"
      s0000458,Toronto,../..,43.67N,79.38W\ns00004/8,Toronto,ON,43.67N,79.38W\ns0000458\u{12},Toronto,ON,43.67N,79.38W\n
      """
    await #expect(throws: ScrapingError.self) {
      try await asked.forecast("EnvironmentCanada", "43.67,-79.38", .today, answer: list)
    }
    #expect(await asked.addresses.count == 1)
  }
}
