import Testing

@testable import Scraping

@Suite struct GuessedAddressTests {
  @Test(arguments: [
    (
      "https://a.example/f?lat=59.33&lon=18.07&x=1", "https://a.example/f?lat={latitude}&lon={longitude}&x=1",
      "59.33,18.07"
    ),
    (
      "https://a.example/lon/18.068589/lat/59.3293/d.json", "https://a.example/lon/{longitude}/lat/{latitude}/d.json",
      "59.3293,18.0686"
    ),
    (
      "https://a.example/points/39.7456,-97.0892", "https://a.example/points/{latitude},{longitude}", "39.7456,-97.0892"
    ),
    ("https://a.example/f?q=-33.87%2C151.21", "https://a.example/f?q={latitude}%2C{longitude}", "-33.87,151.21"),
    ("https://a.example/rss/3day/2643743", "https://a.example/rss/3day/{area}", "2643743"),
    ("https://a.example/s.php?station=KAMW&model=GFS", "https://a.example/s.php?station={area}&model=GFS", "KAMW"),
    ("https://a.example/today/l/SWXX2372:1:SW", "https://a.example/today/l/{area}", "SWXX2372:1:SW"),
    ("https://a.example/forecast.html", "https://a.example/forecast.html", "here"),
  ])
  func theAreaIsFound(url: String, template: String, area: String) throws {
    let guess = GuessedAddress(url)
    #expect(guess.template == template)
    #expect(guess.area == area)
  }

  /// Coordinates have four decimals at most, and the recording the address that is going to be asked.
  @Test func theAddressIsThatOfTheTemplate() {
    #expect(GuessedAddress("https://a.example/18.068589,59.329323").address == "https://a.example/18.0686,59.3293")
    #expect(GuessedAddress(nil).address == GuessedAddress(nil).template)
  }
}
