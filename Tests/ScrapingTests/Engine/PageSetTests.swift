import Basics
import Scraping
import Testing
import Weather

/// Which pages are asked for, and what stands in place of a forecast.
struct PageSetTests {
  private let days = SiteDefinition.Section(
    page: "days", rows: ["$[*]"], date: ["d"], units: .init(["C"]), fields: ["high": ["t"]])
  private let answer = #"[{"d":"2026-11-30","t":5}]"#

  private func site(
    _ pages: [SiteDefinition.Page], areas: [AreaForm] = [.coordinates], hosts: [String] = [],
    refusals: [SiteDefinition.Refusal] = [], tables: [String: [String: String]] = [:],
    _ more: [SiteDefinition.Section.Kind: [SiteDefinition.Section]] = [:]
  ) -> TestSite {
    TestSite(
      areas: areas, hosts: hosts, pages: pages, refusals: refusals, tables: tables,
      more.merging([.days: [days]]) { own, _ in own })
  }

  private let codes = AreaForm(
    "code", pattern: "([A-Z]{2})/(s[0-9]+)", example: "ON/s1", parts: ["province", "site"],
    town: "{region|provinces}/{name}")

  @Test func addressesAreMadeOfPartsTablesAndTheClock() async throws {
    let page = SiteDefinition.Page(
      "days", get: ["https://made.example/{province|folder}/{site}/{utc-13h:yyyyMMdd-HH}/{days}?a={area}"], as: .json)
    let site = site([page], areas: [codes], tables: ["folder": ["on": "on tario"]])
    _ = try await site.forecast(.fiveDays, area: "ON/s7", answer: answer)
    #expect(await site.log.addresses == ["https://made.example/on%20tario/s7/20261129-23/5?a=ON%2Fs7"])
    await #expect(throws: ScrapingError.outsideCoverage(site: "Made Up", area: "QC/s7", coverage: "nowhere")) {
      try await site.forecast(area: "QC/s7", answer: answer)
    }
    await #expect(throws: ScrapingError.self) { try await site.forecast(area: "Q/s7", answer: answer) }
  }

  @Test func aPageLeadsToTheNext() async throws {
    let listing = SiteDefinition.Page(
      "listing", get: ["https://made.example/now/", "https://made.example/before/"],
      take: ["file": [.init("(//a/@href[contains(.,$latitude)])[last()]")]])
    let page = SiteDefinition.Page("days", get: ["https://made.example/{file}"], as: .json)
    let site = site([listing, page])
    let listed = "<html><body><a href='9.json'>a</a><a href='x10.json'>b</a><a href='y10.json'>c</a></body></html>"
    let empty = "<html><body></body></html>"
    let forecast = try await site.forecast(answers: ["/now/": empty, "/before/": listed, "/y10.json": answer])
    #expect(forecast.days.count == 1)
    #expect(
      await site.log.addresses == [
        "https://made.example/now/", "https://made.example/before/", "https://made.example/y10.json",
      ])
    await #expect(throws: ScrapingError.self) { try await site.forecast(answers: ["/now/": empty, "/before/": empty]) }
  }

  @Test(
    arguments: [
      ("https://made.example/b.json", true), ("https://other.example/b.json", false),
      ("http://made.example/b.json", false),
      ("https://made.example/../b.json", false), ("file:///etc/b.json", false),
      ("https://made.example@127.0.0.1/b.json", false),
    ])
  func anAnswerLeadsToTheSitesOwnHostsAlone(url: String, isAsked: Bool) async throws {
    let first = SiteDefinition.Page(
      "first", get: ["https://made.example/a.json"], as: .json, take: ["next": ["$.next"]])
    let site = site([first, .init("days", get: ["{next}"], as: .json)])
    let answers = ["a.json": "{\"next\":\"\(url)\"}", "b.json": answer]
    if isAsked {
      #expect(try await site.forecast(answers: answers).days.count == 1)
    } else {
      await #expect(throws: ScrapingError.self) { try await site.forecast(answers: answers) }
    }
    #expect(await site.log.addresses.count == (isAsked ? 2 : 1))
  }

  @Test func anOptionalPageCostsItsFieldsAlone() async throws {
    let pages = [
      SiteDefinition.Page("days", get: ["https://made.example/days"], as: .json),
      SiteDefinition.Page("now", get: ["https://made.example/now"], as: .json, isOptional: true),
    ]
    let current = SiteDefinition.Section(page: "now", rows: ["$"], units: .init(["C"]), fields: ["temperature": ["t"]])
    let site = site(pages, [.current: [current]])
    let both = try await site.forecast(.today, answers: ["/days": answer, "/now": #"{"t":4}"#])
    #expect(both.current?.temperature?.value == 4)
    #expect(both.partURLs[.current] == "https://made.example/now")
    #expect(both.url == "https://made.example/days")
    let one = try await site.forecast(.today, answers: ["/days": answer])
    #expect(one.current == nil)
    #expect(one.days.count == 1)
    // What the question does not need is not asked for.
    let other = self.site(pages, [.current: [current]])
    _ = try await other.forecast(.fiveDays, answers: ["/days": answer])
    #expect(await other.log.addresses == ["https://made.example/days"])
  }

  @Test func whatStandsInPlaceOfAForecastIsAnError() async throws {
    func error(_ refusal: SiteDefinition.Refusal, status: Int = 200) async -> ScrapingError? {
      let site = site(
        [.init("days", get: ["https://made.example/x"], as: .json)], refusals: [refusal])
      do {
        _ = try await site.forecast(status: status, answers: ["/x": #"{"error":true,"why":"no key"}"#])
        return nil
      } catch {
        return error as? ScrapingError
      }
    }
    let url = "https://made.example/x"
    let has = "$[?$.error == true]"
    #expect(
      await error(.init(.rejected, has: [.init(has)], says: ["$.why"]))
        == .refused(site: "Made Up", status: 200, reason: "no key", url: url))
    #expect(
      await error(.init(.rejected, status: 418, reason: "a reason of ours"), status: 418)
        == .refused(site: "Made Up", status: 418, reason: "a reason of ours", url: url))
    #expect(await error(.init(.blocked, has: [.init(has)])) == .blocked(site: "Made Up", status: 200, url: url))
    #expect(
      await error(.init(.unknownArea, has: [.init(has)])) == .unknownArea(site: "Made Up", area: "10,20", url: url))
    #expect(
      await error(.init(.unknownArea, has: [.init(has)])) == .unknownArea(site: "Made Up", area: "10,20", url: url))
    #expect(
      await error(.init(.outside, has: [.init(has)]))
        == .outsideCoverage(site: "Made Up", area: "10,20", coverage: "nowhere"))
    #expect(
      await error(.init(.nothing, has: [.init(has)], says: ["$.why"]))
        == .unavailable(site: "Made Up", area: "10,20", reason: "no key", url: url))
    #expect(
      await error(.init(.unknownLayout, has: [.init(has)])) == .unknownLayout(site: "Made Up", tried: [has], url: url))
    #expect(
      await error(.init(.login, has: [.init(has)])) == .interstitial(site: "Made Up", page: "a login page", url: url))
    #expect(await error(.init(.blocked, status: 404), status: 503) == .refused(site: "Made Up", status: 503, url: url))
  }

  @Test func aServiceThatWillEndIsReadAndNoted() async throws {
    let site = site(
      [.init("days", get: ["https://made.example/x"], as: .json)], refusals: [.init(.deprecated, status: 203)])
    let forecast = try await site.forecast(status: 203, answers: ["/x": answer])
    #expect(forecast.days.count == 1)
    #expect(forecast.notes.count == 1)
  }

  @Test func aTownMayBeCalledOtherwiseOrHaveANeighbor() async throws {
    func town(_ name: String, _ latitude: Double, region: String = "08") throws -> Town {
      let point = try #require(Coordinates(latitude: latitude, longitude: 0))
      return Town(
        name: name, region: nil, regionCode: region, country: "Canada", countryCode: "CA", population: 1,
        coordinates: point, timeZone: "UTC")
    }
    let form = AreaForm(
      "town", pattern: "([A-Z]+)/(.+)", example: "ON/Elk", parts: ["province", "town"],
      town: "{region|provinces}/{name}")
    var site = TestSite(
      areas: [form], countries: ["CA"], pages: [.init(get: ["https://made.example/{province}"], as: .xml)],
      tables: ["provinces": ["08": "ON", "10": "QC"]], units: .init(["C"]),
      place: .init(fields: ["known": ["//area/@name"]]),
      [.days: [.init(rows: ["//area[@name=$town]/day"], date: ["@d"], fields: ["high": ["."]])]])
    let answer =
      "<r><area name='Elk Crossing'><day d='2026-11-30'>5</day></area><area name='Moose'><day d='2026-11-30'>7</day></area></r>"
    let parser = DefinedParser(site.definition)
    #expect(try parser.area(of: town("Elk", 45)) == "ON/Elk")
    #expect(try parser.area(of: town("Elk", 45, region: "99")) == nil)
    let own = try await site.forecast(area: "ON/elk crossing", answers: ["/ON": answer])
    #expect(own.place.name == "Elk Crossing")
    #expect(own.days.first?.high?.value == 5)
    #expect(own.notes.isEmpty)
    let towns = try [
      town("Bear", 45), town("Deer", 45.1), town("Elk Crossing", 45.2, region: "10"), town("Moose", 45.3),
    ]
    let near = try await site.forecast(area: "ON/Bear", towns: towns, answers: ["/ON": answer])
    #expect(near.place.name == "Moose")
    #expect(near.notes.count == 1)
    await #expect(
      throws: ScrapingError.unknownPlace(
        site: "Made Up", area: "ON/Elm", known: ["Elk Crossing", "Moose"], url: "https://made.example/ON")
    ) { try await site.forecast(area: "ON/Elm", answers: ["/ON": answer]) }
    site.definition.facts.countries = ["US"]
    #expect(try DefinedParser(site.definition).area(of: town("Elk", 45)) == nil)
  }

  @Test func anAnswerSaysWhereAndWhenItIsOf() async throws {
    var site = site([.init("days", get: ["https://made.example/x"], as: .json)])
    site.definition.sections[.place] = [
      .init(
        point: ["$"],
        fields: ["latitude": ["$.lat"], "longitude": ["$.lon"], "issued": ["$.made"], "timeZone": ["$.zone"]])
    ]
    site.definition.sections[.days]?[0].rows = ["$.days[*]"]
    let answer = #"""
      {"lat":10.1,"lon":19.9,"made":"2026-11-30T06:00:00Z","zone":"Asia/Tokyo","geometry":{"coordinates":[20.5,10.5]},
      "days":[{"d":"2026-11-30","t":5}]}
      """#
    let forecast = try await site.forecast(zone: "Europe/Berlin", answers: ["/x": answer])
    #expect(forecast.place.latitude == 10.1)
    #expect(forecast.place.timeZone == "Asia/Tokyo")
    #expect(forecast.issued == LocalTime("2026-11-30T15:00:00+09:00"))
    #expect(forecast.answeredPoints.map(\.text) == ["10.1,19.9", "10.5,20.5"])
  }
}
