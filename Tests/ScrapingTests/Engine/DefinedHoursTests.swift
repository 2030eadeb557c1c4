import Basics
import Scraping
import Testing
import Weather

/// What the engine makes of hours.
struct DefinedHoursTests {
  private let units = SiteDefinition.Units(byQuantity: ["temperature": ["C"], "precipitation": ["mm"]])

  private func hours(_ section: SiteDefinition.Section, place: SiteDefinition.Section? = nil) -> TestSite {
    TestSite(units: units, place: place, [.hours: [section], .days: [.fromHours], .current: [.fromHours]])
  }

  @Test func daysAndTheMomentAreMadeOfHours() async throws {
    let site = hours(.init(rows: ["$[*]"], date: ["t"], fields: ["temperature": ["c"]]))
    let parser = DefinedParser(site.definition)
    #expect(parser.facts.makesDaysOfHours && parser.facts.needsTowns)
    #expect(parser.facts.hosts == ["made.example"])
    let rows = (0..<36).map { "{\"t\":\(TestSite.now.secondsSince1970 + $0 * 3600),\"c\":\($0)}" }
    let answer = "[\(rows.joined(separator: ","))]"
    let forecast = try await site.forecast(.today, zone: "UTC", answer: answer)
    #expect(forecast.current?.temperature == Temperature(0, .celsius))
    let tomorrow = forecast.days.first { $0.date == CalendarDay("2026-12-01") }
    #expect(tomorrow?.high == Temperature(35, .celsius))
    #expect(tomorrow?.low == Temperature(12, .celsius))
    #expect(forecast.hours.count == 36)
    await #expect(throws: ScrapingError.noTimeZone(site: "Made Up", area: "10,20")) {
      try await site.forecast(answer: answer)
    }
  }

  @Test func whatFellSinceBelongsToTheRowBefore() async throws {
    let site = hours(
      .init(
        rows: ["$[*]"], date: ["t"],
        fields: [
          "temperature": ["c"], "precipitation": [.init("r", since: "s")], "precipitationChance": ["p"],
        ]))
    let answer = #"""
      [{"t":"2026-11-30T12:00:00Z","s":"2026-11-30T11:00:00Z","c":1,"r":9,"p":90},
      {"t":"2026-11-30T13:00:00Z","s":"2026-11-30T12:00:00Z","c":2,"r":0.5,"p":40},
      {"t":"2026-11-30T14:00:00Z","s":"2026-11-30T14:00:00Z","c":2,"r":1.5,"p":70}]
      """#
    let hours = try await site.forecast(.hourly, answer: answer).hours
    #expect(hours.map { $0.precipitation?.value } == [0.5, 1.5, nil])
    #expect(hours.map(\.precipitationChance) == [40, 70, nil])
    #expect(hours.map(\.hours) == [1, 1, nil])
  }

  @Test func aRowSaysWhatIsAhead() async throws {
    let site = hours(
      .init(
        rows: ["$[*]"], date: ["t"],
        ahead: [
          .init(hours: 1, fields: ["description": [.init("n1.w", words: "wmo")], "precipitation": ["n1.r"]]),
          .init(
            hours: 6,
            fields: ["description": [.init("n6.w", words: "wmo")], "precipitation": ["n6.r"], "high": ["n6.h"]]),
        ], fields: ["temperature": ["c"]]))
    let answer = #"""
      [{"t":"2026-11-30T12:00:00Z","c":1,"n1":{"w":0,"r":0.1},"n6":{"w":3,"r":2,"h":8}},
      {"t":"2026-11-30T13:00:00Z","c":2,"n6":{"w":3,"r":4}}]
      """#
    let hours = try await site.forecast(.hourly, answer: answer).hours
    #expect(hours.map(\.description) == ["Clear sky", "Overcast"])
    #expect(hours.map { $0.precipitation?.value } == [0.1, 4])
    #expect(hours.map(\.hours) == [1, 6])
  }

  @Test func stretchesMayHaveRowsOfTheirOwn() async throws {
    let site = TestSite(
      as: .xml, units: units,
      [
        .hours: [
          .init(
            rows: ["//t[@from=@to]"], date: ["@from"],
            ahead: [
              .init(
                rows: ["//t[@from!=@to]"], from: ["@from"], until: ["@to"],
                fields: ["precipitation": ["@rain"], "description": ["@sky"]])
            ], fields: ["temperature": ["@c"]])
        ]
      ])
    let answer = """
      <r><t from="2026-11-30T12:00:00Z" to="2026-11-30T12:00:00Z" c="1"/>
      <t from="2026-11-30T12:00:00Z" to="2026-11-30T15:00:00Z" rain="3" sky="Rain"/>
      <t from="2026-11-30T12:00:00Z" to="2026-11-30T13:00:00Z" rain="1" sky="Snow"/>
      <t from="2026-11-30T13:00:00Z" to="2026-11-30T13:00:00Z" c="2"/></r>
      """
    let hours = try await site.forecast(.hourly, answer: answer).hours
    // Of two that begin together the shorter one stays.
    #expect(hours.map(\.description) == ["Snow", nil])
    #expect(hours.map { $0.precipitation?.value } == [1, nil])
  }

  @Test func clocksGoOnFromRowToRow() async throws {
    let site = TestSite(
      as: .html, units: units,
      [.hours: [.init(rows: ["//li"], date: [.init("b", format: "clock")], fields: ["temperature": ["i"]])]])
    let rows = ["1 pm", "11:00 pm", "12:00 am", "6 am Tue", "6 am Thu"].map { "<li><b>\($0)</b><i>4</i></li>" }
    let page = "<html><body>\(rows.joined())</body></html>"
    let hours = try await site.forecast(.hourly, zone: "Europe/Berlin", answer: page).hours
    #expect(
      hours.map(\.time.description) == [
        "2026-11-30T13:00:00+01:00", "2026-11-30T23:00:00+01:00", "2026-12-01T00:00:00+01:00",
        "2026-12-01T06:00:00+01:00", "2026-12-03T06:00:00+01:00",
      ])
    // Without the place's clocks no time of day is a moment.
    await #expect(throws: ScrapingError.self) { try await site.forecast(.hourly, answer: page) }
  }

  @Test func aSiteWithoutHoursIsNotAskedForThem() async throws {
    let site = TestSite([.days: [.init(rows: ["$"], date: ["d"])]])
    await #expect(throws: ScrapingError.unsupported(site: "Made Up", wanted: "hourly")) {
      try await site.forecast(.hourly, answer: "{}")
    }
    #expect(await site.log.addresses.isEmpty)
  }
}
