import Basics
import Scraping
import Testing
import Weather

/// Pages that lead to others, several stations tried in turn, and what a service says of its values' quality.
struct StationsTests {
  /// A site whose first page leads to stations, and each of these to the weather now.
  private func site(by: String? = nil, _ fields: [String: [SiteDefinition.Selector]] = [:]) -> TestSite {
    let pages: [SiteDefinition.Page] = [
      .init("days", get: ["https://made.example/days"], as: .json, take: ["station": [.init("$.near[*].id", by: by)]]),
      .init(
        "now", get: ["https://made.example/now/{station}"], as: .json, take: ["station": ["$.station"]],
        isOptional: true, tries: 2),
    ]
    let now = SiteDefinition.Section(
      page: "now", date: ["time"], quality: .init("flag", match: "^V$"), oldest: .seconds(3 * 3600),
      units: .init(["unit"]),
      fields: ["temperature": ["t.value"], "feelsLike": [.init("chill.value", basis: "temperature")]].merging(fields) {
        $1
      })
    let days = SiteDefinition.Section(rows: ["$.days[*]"], date: ["d"], units: .init(["C"]), fields: ["high": ["hi"]])
    return TestSite(pages: pages, [.days: [days], .current: [now]])
  }

  private let days = #"""
    {"near": [{"id": "A", "km": 9}, {"id": "B", "km": 2}, {"id": "C", "km": 5}], "days": [{"d": "2026-11-30", "hi": 5}]}
    """#

  private func now(
    _ value: String, flag: String = "V", time: String = "2026-11-30T11:00:00Z", at station: String? = nil
  )
    -> String
  {
    let own = station.map { #""station": "\#($0)", "# } ?? ""
    return #"""
      {\#(own)"time": "\#(time)", "t": {"value": \#(value), "unit": "C", "flag": "\#(flag)"}, "chill": {"value": 1, "unit": "C"}}
      """#
  }

  @Test func theFirstWithATemperatureCounts() async throws {
    let site = site()
    let forecast = try await site.forecast(
      .today, answers: ["/days": days, "/A": now("null"), "/B": now("7"), "/C": now("8")])
    #expect(forecast.current?.temperature == Temperature(7, .celsius))
    #expect(forecast.partURLs[.current] == "https://made.example/now/B")
    #expect(forecast.origins.first { $0.path == "current.temperature" }?.origin.selector == "t.value")
    #expect(await site.log.addresses.suffix(2) == ["https://made.example/now/A", "https://made.example/now/B"])
  }

  @Test func theNearestIsAskedFirstWhereDistancesAreKnown() async throws {
    let site = site(by: "$.near[*].km")
    let forecast = try await site.forecast(.today, answers: ["/days": days, "/B": now("7"), "/A": now("9")])
    #expect(forecast.current?.temperature == Temperature(7, .celsius))
  }

  @Test func oldOnesAndThoseOfOthersAreNone() async throws {
    let forecast = try await site().forecast(
      .today,
      answers: ["/days": days, "/A": now("7", time: "2026-11-30T08:59:00Z"), "/B": now("7", at: "X"), "/C": now("8")])
    #expect(forecast.current == nil)
    #expect(forecast.notes.count == 1)
    #expect(forecast.days.first?.high == Temperature(5, .celsius))
  }

  @Test func whatDoesNotPassIsUnknownWithWhatWasMadeOfIt() async throws {
    let site = site(["humidity": ["h"]])
    let answer = now("7", flag: "X").dropLast() + #", "h": 50}"#
    let forecast = try await site.forecast(.today, answers: ["/days": days, "/A": String(answer)])
    #expect(forecast.current?.temperature == nil)
    #expect(forecast.current?.feelsLike == nil)
    #expect(forecast.current?.humidity == 50)
  }

  @Test func aProblemDocumentSaysWhy() async {
    let problem = #"{"type": "https://made.example/problems/Gone", "title": "Gone", "detail": "No grid\n here."}"#
    await #expect(
      throws: ScrapingError.refused(
        site: "Made Up", status: 503, reason: "No grid here", url: "https://made.example/days")
    ) { try await site().forecast(status: 503, answers: ["/days": problem]) }
    await #expect(
      throws: ScrapingError.refused(
        site: "Made Up", status: 500, reason: "No grid here", url: "https://made.example/days")
    ) { try await site().forecast(answers: ["/days": problem]) }
  }

  @Test func anAddressThatIsNotGivenIsAMissingField() async {
    var site = site()
    site.definition.pages[1].isOptional = false
    site.definition.pages[1].tries = nil
    await #expect(
      throws: ScrapingError.missingField(
        site: "Made Up", field: "address of its station", tried: ["$.near[*].id"], url: "https://made.example/days")
    ) { try await site.forecast(.today, answers: ["/days": #"{"days": [{"d": "2026-11-30", "hi": 5}]}"#]) }
  }

  @Test func decimalsThatMeanNothingAreRounded() async throws {
    let site = site(["humidity": [.init("h", decimals: 0)]])
    let answer = now("7").dropLast() + #", "h": 39.487}"#
    let forecast = try await site.forecast(.today, answers: ["/days": days, "/A": String(answer)])
    #expect(forecast.current?.humidity == 39)
  }

  @Test func aBasisThatIsNoFieldIsAnError() {
    let site = site(["humidity": [.init("h", basis: "temperatur")]])
    #expect(throws: DefinitionErrors.self) { try site.definition.validate() }
  }
}
