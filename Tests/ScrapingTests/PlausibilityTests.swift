import Basics
import Scraping
import Testing
import Weather

@Suite struct PlausibilityTests {
  private func forecast(_ change: (inout DayForecast) -> Void) throws -> Forecast {
    var forecast = Forecast()
    forecast.url = "https://site.example/page"
    var day = DayForecast(date: try #require(CalendarDay("2026-11-21")))
    change(&day)
    forecast.days = [day]
    return forecast
  }

  @Test func whatTheEarthHasSeenPasses() throws {
    try forecast {
      $0.high = Temperature(56.7, .celsius)
      $0.low = Temperature(-89.2, .celsius)
      $0.wind = Wind(speed: Speed(103, .metersPerSecond), gust: Speed(113.2, .metersPerSecond), degrees: 360)
      $0.humidity = 100
      $0.uvIndex = 43.3
    }.validate(site: "Site")
  }

  @Test func namesFieldValueAndAddress() throws {
    let forecast = try forecast { $0.high = Temperature(970, .fahrenheit) }
    let error = #expect(throws: ScrapingError.self) { try forecast.validate(site: "Site") }
    guard case .implausible("Site", "the high of 2026-11-21", "970.0 F", _, "https://site.example/page")? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func replacedCharactersAreAWrongEncoding() throws {
    let broken = try forecast { $0.description = "Mod\u{FFFD}r\u{FFFD}" }
    #expect(throws: ScrapingError.self) { try broken.validate(site: "Site") }
    var named = try forecast { $0.description = "Modéré" }
    try named.validate(site: "Site")
    named.place.name = "Qu\u{FFFD}bec"
    #expect(throws: ScrapingError.self) { try named.validate(site: "Site") }
  }

  @Test func everyQuantityHasBounds() throws {
    let changes: [(inout DayForecast) -> Void] = [
      { $0.low = Temperature(-91, .celsius) }, { $0.high = Temperature(60.1, .celsius) },
      { $0.wind.speed = Speed(116, .metersPerSecond) }, { $0.wind.gust = Speed(151, .metersPerSecond) },
      { $0.wind.speed = Speed(-1, .knots) }, { $0.wind.degrees = 361 }, { $0.humidity = 101 }, { $0.humidity = -1 },
      { $0.precipitationChance = 100.5 }, { $0.cloudCover = .nan }, { $0.uvIndex = 46 },
      { $0.precipitation = Precipitation(-0.1, .inches) }, { $0.precipitation = Precipitation(.infinity, .inches) },
    ]
    for change in changes {
      let forecast = try forecast(change)
      #expect(throws: ScrapingError.self) { try forecast.validate(site: "Site") }
    }
  }

  @Test func theLowOfTheNightMayLieALittleAboveTheHigh() throws {
    var forecast = try forecast {
      $0.high = Temperature(-10, .celsius)
      $0.low = Temperature(-5, .celsius)
    }
    #expect(throws: ScrapingError.self) { try forecast.validate(site: "Site") }
    forecast.lowFollowsHigh = true
    try forecast.validate(site: "Site")
    forecast.days[0].low = Temperature(-4.9, .celsius)
    #expect(throws: ScrapingError.self) { try forecast.validate(site: "Site") }
  }

  @Test func daysAndHoursComeInOrderAndOnce() throws {
    var forecast = try forecast { $0.humidity = 50 }
    forecast.days.append(forecast.days[0])
    #expect(throws: ScrapingError.self) { try forecast.validate(site: "Site") }
    forecast.days = []
    let hour = HourForecast(time: LocalTime(secondsSince1970: 1_800_003_600, offset: 0))
    forecast.hours = [hour, HourForecast(time: LocalTime(secondsSince1970: 1_800_000_000, offset: 7200))]
    #expect(throws: ScrapingError.self) { try forecast.validate(site: "Site") }
  }

  @Test func oldPagesMayBeReadAgainButNoneOfTheYear9999() throws {
    var forecast = try forecast { $0.humidity = 50 }
    for text in ["1990-01-01", "2016-07-07", "2199-12-31"] {
      forecast.days[0].date = try #require(CalendarDay(text))
      try forecast.validate(site: "Site")
    }
    for text in ["0001-01-01", "1989-12-31", "9999-05-17"] {
      forecast.days[0].date = try #require(CalendarDay(text))
      #expect(throws: ScrapingError.self) { try forecast.validate(site: "Site") }
    }
  }

  @Test func noFloodAndNoViewIsEndless() throws {
    for (amount, isBelieved) in [(0.0, true), (1825, true), (4_294_967_300.5, false), (-1, false), (.nan, false)] {
      let flood = try forecast { $0.precipitation = Precipitation(amount, .millimeters) }
      #expect(((try? flood.validate(site: "Site")) != nil) == isBelieved)
      var hours = Forecast()
      hours.hours = [HourForecast(time: LocalTime(secondsSince1970: 1_800_000_000, offset: 0))]
      hours.hours[0].precipitation = Precipitation(amount / 25.4, .inches)
      #expect(((try? hours.validate(site: "Site")) != nil) == isBelieved)
    }
    for (distance, isBelieved) in [(0.0, true), (100, true), (1e6, false)] {
      var now = Forecast()
      now.current = CurrentConditions()
      now.current?.visibility = Distance(distance, .kilometers)
      #expect(((try? now.validate(site: "Site")) != nil) == isBelieved)
    }
  }

  /// A forecast with current conditions of 149 °C, read from an answer of its own or not.
  private func withStation(_ origin: String?) throws -> Forecast {
    var forecast = try forecast { $0.high = Temperature(49, .fahrenheit) }
    forecast.current = CurrentConditions()
    forecast.current?.temperature = Temperature(149, .celsius)
    if let origin { forecast.partURLs[.current] = origin }
    return forecast
  }

  @Test func aPartWithAnAnswerOfItsOwnIsLeftOut() throws {
    var forecast = try withStation("https://site.example/station")
    forecast.dropImplausibleParts(site: "Site")
    #expect(forecast.current == nil && forecast.days.count == 1)
    let note = try #require(forecast.notes.first)
    #expect(forecast.notes.count == 1 && note.contains("149") && note.contains("https://site.example/station"))
    try forecast.validate(site: "Site")
    // Nothing is said twice, and nothing of a forecast that can be.
    let once = forecast.notes
    forecast.dropImplausibleParts(site: "Site")
    #expect(forecast.notes == once)
  }

  /// The address that an error about a value names.
  private func address(_ error: ScrapingError) -> String? {
    if case .implausible(_, _, _, _, let url) = error { url } else { nil }
  }

  @Test(arguments: [nil, "https://site.example/page"]) func withinOneAnswerAllIsRefused(origin: String?) throws {
    var forecast = try withStation(origin)
    forecast.dropImplausibleParts(site: "Site")
    #expect(forecast.current != nil && forecast.notes.isEmpty)
    let error = #expect(throws: ScrapingError.self) { try forecast.validate(site: "Site") }
    #expect(address(try #require(error)) == "https://site.example/page")
  }

  @Test func theErrorNamesThePartsOwnAnswer() throws {
    let forecast = try withStation("https://site.example/station")
    let error = #expect(throws: ScrapingError.self) { try forecast.validate(site: "Site") }
    #expect(address(try #require(error)) == "https://site.example/station")
  }

  @Test func aPartOfItsOwnTakesTheUnitsOfTheForecast() throws {
    var forecast = try withStation("https://site.example/station")
    forecast.days[0].wind.speed = Speed(10, .milesPerHour)
    forecast.current?.temperature = Temperature(10, .celsius)
    forecast.current?.wind.speed = Speed(36, .kilometersPerHour)
    forecast.alignCurrentUnits()
    #expect(forecast.current?.temperature == Temperature(50, .fahrenheit))
    #expect(forecast.current?.wind.speed == Speed(22.4, .milesPerHour))
  }
}
