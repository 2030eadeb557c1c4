import Basics
import Scraping
import Testing
import Weather

/// Site files that are asked: what the keys of the format do.
struct SiteFileRunTests {
  private static let now = LocalTime(secondsSince1970: 1_795_255_200, offset: 0)  // 2026-11-21T10:00Z

  /// What a site file makes of one answer.
  private func forecast(
    _ lines: String, answer: String, from url: String = "https://site.example/x", _ question: Question = .fiveDays
  ) async throws -> Forecast {
    let text = """
      format: 1
      title: A site
      home: https://site.example
      areas: {form: word, pattern: "([a-z]+)", parts: [town], example: here}
      coverage: a valley
      attribution: The site
      terms: none
      horizon: 3
      \(lines)
      """
    let parser = SiteFileParser(name: "Valley", file: "Valley.yaml", text: text)
    try parser.validate()
    let query = ForecastQuery(area: "here", question: question, now: Self.now)
    return try await parser.forecast(for: query) { _ in
      Page(url: url, status: 200, body: Array(answer.utf8), fetched: Self.now)
    }
  }

  private static let page = "page: {as: xml, root: site, get: \"https://site.example/{area}\"}\n"

  @Test func aFileIsReadWhenItIsAskedAndNotBefore() async {
    let parser = SiteFileParser(name: "Broken", file: "Broken.yaml", text: "format: 2")
    #expect(parser.name == "Broken")
    #expect(parser.facts.areaForms.isEmpty && parser.facts.title == "Broken")
    #expect(throws: DefinitionErrors.self) { try parser.open() }
    await #expect(throws: DefinitionErrors.self) {
      try await parser.forecast(for: ForecastQuery(area: "x", question: .today, now: Self.now)) { _ in
        Page(url: "", status: 200, body: [], fetched: Self.now)
      }
    }
  }

  @Test func valuesInAListOfTheirOwnBelongToTheRowsThatTheirLabelsName() async throws {
    let site = """
      days:
        rows: //all/when
        date: .
        units: {temperature: C}
        high: {along: //some/when, at: "//highs/v[last() = $count][position() = $position]"}
        low: {along: //all/when, at: "//lows/v[last() = $count][position() = $position]"}
      """
    let answer = """
      <site><all><when>2026-11-21</when><when>2026-11-22</when><when>2026-11-23</when></all>
      <some><when>2026-11-21</when><when>2026-11-23</when></some>
      <highs><v>7</v><v>9</v></highs><lows><v>1</v><v>2</v></lows></site>
      """
    let days = try await forecast(Self.page + site, answer: answer).days
    #expect(days.map { $0.high?.value } == [7, nil, 9])
    #expect(days.map { $0.low?.value } == [nil, nil, nil], "two values for three rows belong to none")
  }

  @Test func theStrongestWindCountsInWhateverUnit() async throws {
    let site = """
      days: {rows: //day, date: "@date", units: "@units", high: high, winds: wind, windSpeed: speed, windGust: gust,
        windDirection: way}
      """
    let answer = """
      <site><day date="2026-11-21"><high units="C">7</high>
      <wind><speed units="km/h">30</speed><gust units="km/h">70</gust><way>W</way></wind>
      <wind><speed units="knots">20</speed><gust units="knots">30</gust><way>SW</way></wind>
      <wind><speed units="m/s">9</speed><way>S</way></wind></day></site>
      """
    let wind = try #require(try await forecast(Self.page + site, answer: answer).days.first?.wind)
    #expect(wind.speed == Speed(20, .knots))
    #expect(wind.direction == .southwest)
    #expect(wind.gust == Speed(70, .kilometersPerHour))
  }

  private static let refusals = """
    refuse:
      - {address: "[?]zone=([A-Z]+)", means: nothing, reason: "it answers for the zone {match}"}
      - {has: "//html[contains(., 'Sign in')]", means: login}
      - {has: "@for != 'here'", means: other place, says: "@for"}
    days: {rows: //day, date: "@date", high: high}

    """

  @Test func refusalsLookAtTheAddressAndAtPagesInPlaceOfData() async {
    let html = "<!DOCTYPE html><html><body><p>Sign in<br></body></html>"
    await #expect(
      throws: ScrapingError.interstitial(site: "A site", page: "a login page", url: "https://site.example/x")
    ) {
      try await forecast(Self.page + Self.refusals, answer: html)
    }
    let zone = "https://site.example/?zone=COZ"
    await #expect(
      throws: ScrapingError.unavailable(
        site: "A site", area: "here", reason: "it answers for the zone COZ", url: zone)
    ) {
      try await forecast(Self.page + Self.refusals, answer: html, from: zone)
    }
    let other = "<site for='there'><day date='2026-11-21'/></site>"
    await #expect(
      throws: ScrapingError.otherPlace(
        site: "A site", asked: "here", answered: "there", url: "https://site.example/x")
    ) {
      try await forecast(Self.page + Self.refusals, answer: other)
    }
  }

  @Test func aDocumentOfAnotherRootIsNoSuchPage() async {
    await #expect(
      throws: ScrapingError.unreadable(
        site: "A site", url: "https://site.example/x", reason: "its root is error and not site")
    ) {
      try await forecast(Self.page + Self.refusals, answer: "<error/>")
    }
  }
}
