import Basics
import Scraping
import Testing
import Weather

/// The keys of `page`, `refuse` and addresses, each in a file as a user writes it.
struct SiteFilePagesTests {
  private static let days = "days: {rows: '$[*]', date: d, units: C, high: t}\n"
  private let answer = #"[{"d": "2026-11-21", "t": 5}]"#

  @Test(arguments: [",", ";", "\t"])
  func aTableOfText(separator: String) async throws {
    let site = try WrittenSite(
      as: "csv",
      """
      days:
        rows: $[*]
        date: day
        units: C
        high: "['t max']"
        low: "['t-min']"
        description: sky
      """)
    let lines = [
      "day|t max|t-min|sky", "2026-11-21|5.5|-2|\"rain, ; \"\"heavy\"\"\"", "", "2026-11-22||NA|", "2026-11-23|7",
    ]
    let text = lines.joined(separator: "\r\n").replacing("|", with: separator)
    let days = try await site.forecast(answer: text).days
    #expect(days.map { $0.high?.value } == [5.5, nil, 7])
    #expect(days.map { $0.low?.value } == [-2, nil, nil])
    #expect(days.map(\.description) == ["rain, ; \"heavy\"", nil, nil])
  }

  @Test func aTimeInSeveralColumns() async throws {
    let site = try WrittenSite(
      as: "csv",
      """
      hours: {rows: '$[*]', time: {at: D, and: [H, Z], format: "yyyy-MM-dd HH Z"}, units: C, temperature: T}
      """)
    let text = "D;H;Z;T\n2026-11-21;11;CET;5\n2026-11-21;12;CET;6,5\n"
    let hours = try await site.forecast(.hourly, zone: "Europe/Berlin", answer: text).hours
    #expect(hours.map { "\($0.time)" } == ["2026-11-21T11:00:00+01:00", "2026-11-21T12:00:00+01:00"])
    #expect(hours.map { $0.temperature?.value } == [5, 6.5])
    await #expect(throws: ScrapingError.self) {
      try await site.forecast(.hourly, zone: "Europe/Berlin", answer: text.replacing(";12", with: ";"))
    }
  }

  @Test func theWeatherNowIsAllThatAFileWithoutDaysHas() async throws {
    let now = "current: {units: C, temperature: $.degrees}\n"
    let forecast = try await WrittenSite(as: "json", now).forecast(.today, answer: #"{"degrees": 8}"#)
    #expect(forecast.current?.temperature?.value == 8)
    // Where there are days, they are what was asked for.
    let site = try WrittenSite(as: "json", now + "days: {rows: '$.days[*]', date: day, units: C, high: high}\n")
    await #expect(throws: ScrapingError.self) { try await site.forecast(.today, answer: #"{"degrees": 8}"#) }
  }

  @Test func aTableOfColumnsSetApartByBlanks() async throws {
    let site = try WrittenSite(as: "csv", "days: {rows: '$[*]', date: DAY, units: C, high: MAX, description: SKY}\n")
    let text = "  DAY         MAX  SKY\n  2026-11-21   5.5  \"light rain\"  \n2026-11-22  -3  -\n"
    let days = try await site.forecast(answer: text).days
    #expect(days.map { $0.high?.value } == [5.5, -3])
    #expect(days.map(\.description) == ["light rain", nil])
  }

  @Test(
    arguments: [
      ("window.__data", "window.__data = {\"a\": [{\"d\": \"2026-11-21\", \"t\": 5}]};"),
      (
        "window.__data", "window.__data = JSON.parse(\"{\\\"a\\\": [{\\\"d\\\": \\\"2026-11-21\\\", \\\"t\\\": 5}]}\");"
      ),
      ("//script[@id='x']", "{\"a\": [{\"d\": \"2026-11-21\", \"t\": 5}]}"),
      ("//script[@id='x']", "JSON.parse(\"{\\\"a\\\": [{\\\"d\\\": \\\"2026-11-21\\\", \\\"t\\\": 5}]}\")"),
      ("(//script)[2]", "{\"a\": [{\"d\": \"2026-11-21\", \"t\": 5}]}"),
    ])
  func jsonInsideAPage(inside: String, script: String) async throws {
    let site = try WrittenSite(
      """
      page: {inside: "\(inside)", get: "https://site.example/x"}
      place: {name: //h1}
      days: {rows: "$.a[*]", date: d, units: C, high: t}
      """)
    let page = "<html><body><h1>Here</h1><script>1</script><script id='x'>\(script)</script></body></html>"
    let forecast = try await site.forecast(answer: page)
    #expect(forecast.days.first?.high == Temperature(5, .celsius))
    #expect(forecast.place.name == "Here")
  }

  @Test func rowsOfMarkupLookIntoJSONBeside() async throws {
    let site = try WrittenSite(
      """
      page: {inside: "//script", get: "https://site.example/x"}
      days: {rows: //li, date: b, units: $.unit, high: i}
      """)
    let page = """
      <html><body><script>{"unit": "F"}</script><ul><li><b>2026-11-21</b><i>41</i></li></ul></body></html>
      """
    #expect(try await site.forecast(answer: page).days.first?.high == Temperature(41, .fahrenheit))
  }

  @Test func theNextAddressIsAskedWhereOneLacksWhatItShouldTake() async throws {
    let site = try WrittenSite(
      """
      pages:
        list:
          as: json
          get: ["https://site.example/gone", "https://site.example/empty", "https://site.example/list"]
          headers: {Accept: application/json, X-Key: valley}
          take: {file: "$.files[-1]"}
        days: {as: json, get: "https://site.example/{file}/{latitude}/{longitude}/{days}"}
      days: {page: days, rows: '$[*]', date: d, units: C, high: t}
      """)
    let answers = ["/empty": "{}", "/list": #"{"files": ["a", "b c"]}"#, "/b%20c/10/20/5": answer]
    #expect(try await site.forecast(answers: answers).days.count == 1)
    let requests = await site.log.requests
    #expect(requests.map(\.url).last == "https://site.example/b%20c/10/20/5")
    #expect(requests.count == 4)
    #expect(requests[0].headers.sorted() == ["Accept: application/json", "X-Key: valley"])
    #expect(requests[3].headers.isEmpty)
  }

  @Test func addressesAreMadeOfPartsTablesAndClocks() async throws {
    let site = try WrittenSite(
      """
      areas: {form: town, pattern: "([a-z]{2})/([a-z]+)", parts: [state, town], example: ab/here}
      tables: {codes: {AB: x1}}
      page:
        as: json
        get: "https://site.example/{state|codes}/{town}/{utc-1h:yyyyMMddHH}/{utc:mm}/{today+1d:dd}/{today:y-M-d}/{area}"
      \(Self.days)
      """)
    _ = try await site.forecast(area: "ab/here", answer: answer)
    #expect(
      await site.log.requests.map(\.url) == ["https://site.example/x1/here/2026112109/00/22/2026-11-21/ab%2Fhere"])
    await #expect(throws: ScrapingError.outsideCoverage(site: "A site", area: "cd/here", coverage: "a valley")) {
      try await site.forecast(area: "cd/here", answer: answer)
    }
  }

  @Test(
    arguments: [
      ("blocked", ScrapingError.blocked(site: "A site", status: 200, url: "https://site.example/x")),
      ("unknown area", .unknownArea(site: "A site", area: "10,20", url: "https://site.example/x")),
      ("outside", .outsideCoverage(site: "A site", area: "10,20", coverage: "a valley", reason: "so it is")),
      ("login", .interstitial(site: "A site", page: "a login page", url: "https://site.example/x")),
      ("consent", .interstitial(site: "A site", page: "a consent page", url: "https://site.example/x")),
      ("busy", .refused(site: "A site", status: 200, reason: "so it is", url: "https://site.example/x")),
      ("rejected", .refused(site: "A site", status: 200, reason: "so it is", url: "https://site.example/x")),
      ("nothing", .unavailable(site: "A site", area: "10,20", reason: "so it is", url: "https://site.example/x")),
      ("unknown layout", .unknownLayout(site: "A site", tried: ["so it is"], url: "https://site.example/x")),
      ("other place", .otherPlace(site: "A site", asked: "10,20", answered: "so it is", url: "https://site.example/x")),
    ])
  func whatStandsInPlaceOfAForecast(means: String, error: ScrapingError) async throws {
    let lines = "refuse: [{has: $.no, says: $.why, means: \(means)}, {has: $.no, means: nothing}]\n"
    let site = try WrittenSite(as: "json", lines + Self.days)
    await #expect(throws: error) { try await site.forecast(answer: #"{"no": 1, "why": "so it is"}"#) }
  }

  @Test func allConditionsOfARefusalHold() async throws {
    let lines = """
      refuse:
        - {status: 503, address: "/x$", has: {at: $.code, match: "^E(7)$"}, reason: seven, means: nothing}
        - {status: 503, means: busy, reason: "of {match}", address: "[a-z]+$"}
        - {has: $.old, means: deprecated}

      """
    let site = try WrittenSite(as: "json", lines + Self.days)
    let url = "https://site.example/x"
    await #expect(throws: ScrapingError.unavailable(site: "A site", area: "10,20", reason: "seven", url: url)) {
      try await site.forecast(status: 503, answer: #"{"code": "E7"}"#)
    }
    await #expect(throws: ScrapingError.refused(site: "A site", status: 503, reason: "of x", url: url)) {
      try await site.forecast(status: 503, answer: #"{"code": "E8"}"#)
    }
    await #expect(throws: ScrapingError.refused(site: "A site", status: 500, url: url)) {
      try await site.forecast(status: 500, answer: "{}")
    }
    #expect(try await site.forecast(answer: answer).notes.isEmpty)
  }

  @Test func stationsAreTriedInTheOrderOfTheirDistances() async throws {
    let site = try WrittenSite(
      """
      pages:
        days: {as: json, get: "https://site.example/d", take: {station: {at: "$.near[*].id", by: "$.near[*].km"}}}
        now: {as: json, get: "https://site.example/now/{station}", tries: 2, optional: true}
      days: {rows: "$.days[*]", date: d, units: C, high: t}
      current:
        page: now
        time: time
        oldest: 1h
        interval: every
        quality: {at: flag, match: "^ok$"}
        units: unit
        temperature: {at: t.value, decimals: 1}
        feelsLike: {at: chill.value, basis: temperature}
      """)
    let days = #"""
      {"near": [{"id": "a", "km": 3}, {"id": "b", "km": 1}, {"id": "c", "km": 2}], "days": [{"d": "2026-11-21", "t": 5}]}
      """#
    func now(_ time: String, _ flag: String) -> String {
      #"""
      {"time": "2026-11-21T\#(time)Z", "every": 600, "t": {"value": 4.4444, "unit": "C", "flag": "\#(flag)"},
      "chill": {"value": 1, "unit": "C"}}
      """#
    }
    let forecast = try await site.forecast(
      .today, answers: ["/d": days, "/a": now("09:50", "ok"), "/b": now("08:50", "ok"), "/c": now("09:50", "ok")])
    #expect(forecast.current?.temperature == Temperature(4.4, .celsius))
    #expect(forecast.partURLs[.current] == "https://site.example/now/c")
    #expect(forecast.observationInterval == 600)
    let doubtful = try await site.forecast(
      .today, answers: ["/d": days, "/b": now("09:50", "bad"), "/c": now("08:00", "ok")])
    #expect(doubtful.current?.feelsLike == nil)
    #expect(doubtful.days.count == 1)
  }
}
