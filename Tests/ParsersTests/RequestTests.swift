import Scraping
import Testing
import Weather

/// What the parsers ask their sites for: what the question needs, and no more.
@Suite struct RequestTests {
  /// The one address that a parser asks for.
  private func address(_ parser: String, _ area: String, _ question: Question) async -> String {
    let asked = Asked()
    _ = try? await asked.forecast(parser, area, question, answer: "{}")
    let addresses = await asked.addresses
    #expect(addresses.count == 1)
    return addresses.first ?? ""
  }

  @Test func openMeteoIsAskedForThePartsOfTheQuestion() async {
    let today = await address("OpenMeteo", "46.0511111, -14.50", .today)
    #expect(today.hasPrefix("https://api.open-meteo.com/v1/forecast?latitude=46.0511&longitude=-14.5&timezone=auto&"))
    #expect(today.contains("&current=temperature_2m,") && today.contains("&daily=") && !today.contains("&hourly="))
    #expect(today.hasSuffix("&forecast_days=1"))
    let days = await address("OpenMeteo", "46,14", .tenDays)
    #expect(!days.contains("&current=") && !days.contains("&hourly=") && days.hasSuffix("&forecast_days=10"))
    let hours = await address("OpenMeteo", "46,14", .hourly)
    #expect(hours.contains("&hourly=") && !hours.contains("&daily=") && !hours.contains("&current="))
  }

  @Test func coordinatesHaveAtMostFourDecimals() async {
    #expect(
      await address("MetNorway", "59.91386,10.75224567", .today)
        == "https://api.met.no/weatherapi/locationforecast/2.0/complete?lat=59.9139&lon=10.7522")
    #expect(
      await address("SMHI", "57.70, 11.97000", .hourly)
        == "https://opendata-download-metfcst.smhi.se/api/category/snow1g/version/1/geotype/point/lon/11.97/lat/57.7/data.json"
    )
  }

  @Test(arguments: [
    ("NSW", "IDN11060"), ("act", "IDN11060"), ("Vic", "IDV10753"), ("QLD", "IDQ11295"), ("WA", "IDW14199"),
    ("SA", "IDS10044"), ("TAS", "IDT16710"), ("NT", "IDD10207"),
  ])
  func everyStateHasItsFile(state: String, product: String) async {
    #expect(await address("BOM", "\(state)/Anywhere", .today) == "ftp://ftp.bom.gov.au/anon/gen/fwo/\(product).xml")
  }

  @Test func hoursAreNotAskedForWhereThereAreNone() async throws {
    let asked = Asked()
    await #expect(throws: ScrapingError.unsupported(site: "Bureau of Meteorology", wanted: "hourly")) {
      try await asked.forecast("BOM", "NSW/Sydney", .hourly, answer: "")
    }
    #expect(await asked.addresses.isEmpty)
  }
}
