import Basics
import Parsers
import Scraping
import Testing
import Weather

/// What the parsers make of the gazetteer's towns.
@Suite struct PlaceOfTownTests {
  private func town(
    _ name: String, _ region: String, at latitude: Double, _ longitude: Double, country: String = "AU"
  ) throws -> Town {
    Town(
      name: name, region: nil, regionCode: region, country: "", countryCode: country, population: 1000,
      coordinates: try #require(Coordinates(latitude: latitude, longitude: longitude)), timeZone: "Australia/Hobart")
  }

  /// A state's file with one period for each of the names.
  private func file(_ names: String...) -> String {
    let areas = names.map {
      """
      <area description="\($0)" type="location"><forecast-period start-time-local="2026-11-21T00:00:00+11:00">\
      <text type="precis">Wind in \($0).</text></forecast-period></area>
      """
    }
    return "<product><forecast>\(areas.joined())</forecast></product>"
  }

  @Test func theBureausAreasAreStateAndTown() throws {
    let parser = try #require(allParsers.first { $0.name == "BOM" })
    #expect(parser.area(of: try town("Ross", "06", at: -42, 147.5)) == "TAS/Ross")
    #expect(parser.area(of: try town("Hall", "01", at: -35.2, 149.1)) == "ACT/Hall")
    #expect(parser.area(of: try town("Bergen", "46", at: 60.4, 5.3, country: "NO")) == nil)
    #expect(parser.facts.areaForms.contains { $0.matches("TAS/Ross") })
    #expect(!parser.facts.areaForms.contains { $0.matches("TAS/../Ross") || $0.matches("-42,147.5") })
  }

  @Test func aTownThatTheFileLacksIsStoodInForByItsNeighbor() async throws {
    let towns = [
      try town("Ross", "06", at: -42.03, 147.49), try town("Oatlands", "06", at: -42.3, 147.37),
      try town("Hobart", "06", at: -42.88, 147.33),
    ]
    let forecast = try await Asked().forecast("BOM", "TAS/Ross", towns: towns, answer: file("Hobart", "Oatlands"))
    #expect(forecast.place.name == "Oatlands")
    #expect(forecast.days.map(\.description) == ["Wind in Oatlands"])
    #expect(forecast.notes == ["Bureau of Meteorology has no forecast for Ross; this is the one for Oatlands"])
    #expect(forecast.today == CalendarDay("2026-11-21"))
    let itself = try await Asked().forecast("BOM", "tas/ross", towns: towns, answer: file("Oatlands", "Ross"))
    #expect(itself.place.name == "Ross")
    #expect(itself.notes.isEmpty)
  }

  @Test func noTownFarAwayOrInAnotherStateStandsIn() async throws {
    let towns = [
      try town("Ross", "06", at: -42.03, 147.49), try town("Hobart", "06", at: -42.88, 147.33),
      try town("Oatlands", "07", at: -42.3, 147.37),
    ]
    await #expect(throws: ScrapingError.self) {
      try await Asked().forecast("BOM", "TAS/Ross", towns: towns, answer: file("Hobart", "Oatlands"))
    }
  }

  @Test func withoutATimeZoneThereAreHoursButNoDays() async throws {
    let answer = """
      {"timeSeries": [{"time": "2026-11-21T11:00:00Z", "intervalParametersStartTime": "2026-11-21T10:00:00Z",
        "data": {"air_temperature": 3.5}}]}
      """
    let hours = try await Asked().forecast("SMHI", "57.7,11.97", .hourly, answer: answer)
    #expect(hours.hours.map(\.time) == [LocalTime("2026-11-21T11:00:00Z")])
    await #expect(throws: ScrapingError.noTimeZone(site: "SMHI", area: "57.7,11.97")) {
      try await Asked().forecast("SMHI", "57.7,11.97", .fiveDays, answer: answer)
    }
    let town = try town("Hobart", "06", at: -42.88, 147.33)
    let days = try await Asked().forecast("SMHI", "57.7,11.97", .fiveDays, towns: [town], answer: answer)
    #expect(days.days.map(\.date) == [CalendarDay("2026-11-21")])
    #expect(days.place.timeZone == "Australia/Hobart")
  }
}
