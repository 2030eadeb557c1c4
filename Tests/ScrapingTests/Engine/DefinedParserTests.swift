import Basics
import Scraping
import Testing
import Weather

/// What the engine makes of definitions and pages.
struct DefinedParserTests {
  private let days = #"{"days":[{"d":"2026-11-30","hi":5.5,"lo":-2,"w":3},{"d":"2026-12-01","hi":"7","lo":null}]}"#

  private func site(_ fields: [String: [SiteDefinition.Selector]], units: SiteDefinition.Units = .init(["C"]))
    -> TestSite
  {
    TestSite(units: units, [.days: [.init(rows: ["$.days[*]"], date: ["d"], fields: fields)]])
  }

  @Test func rowsAreReadByTheirDates() async throws {
    let site = site(["high": ["hi"], "low": ["lo"], "description": [.init("w", words: "wmo")]])
    let forecast = try await site.forecast(answer: days)
    #expect(forecast.days.map(\.date) == [CalendarDay("2026-11-30"), CalendarDay("2026-12-01")])
    #expect(forecast.days.map(\.high) == [Temperature(5.5, .celsius), Temperature(7, .celsius)])
    #expect(forecast.days.map(\.low) == [Temperature(-2, .celsius), nil])
    #expect(forecast.days.map(\.description) == ["Overcast", nil])
    #expect(forecast.origins.first { $0.path == "days.2026-11-30.high" }?.origin.selector == "hi")
    #expect(await site.log.addresses == ["https://made.example/10,20"])
  }

  @Test func aFieldIsALadder() async throws {
    let site = site(["high": [.init("hi", missing: ["5.5"]), "lo"]])
    #expect(try await site.forecast(answer: days).days[0].high?.value == -2)
  }

  @Test func stepsAreTakenInOrder() async throws {
    let site = site([
      "high": [.init("t", missing: ["NA"], drop: "about ", match: "([0-9]+)C")],
      "cloudCover": [.init("c", times: 12.5)],
      "low": [.init("l", unit: "F")],
    ])
    let row =
      #"{"days":[{"d":"2026-11-30","t":"about 12C","c":3,"l":40},{"d":"2026-12-01","t":"NA","c":null,"l":"5 °C"}]}"#
    let forecast = try await site.forecast(answer: row)
    #expect(forecast.days[0].high == Temperature(12, .celsius))
    #expect(forecast.days[0].cloudCover == 37.5)
    #expect(forecast.days[0].low == Temperature(40, .fahrenheit))
    #expect(forecast.days[1].high == nil)
    // The unit at the number decides.
    #expect(forecast.days[1].low == Temperature(5, .celsius))
  }

  @Test func anUnfitUnitMeansNotThisValue() async throws {
    let answer = #"{"u":{"hi":"hPa","lo":"°F"},"days":[{"d":"2026-11-30","hi":5,"lo":-2,"w":12}]}"#
    let site = site(["high": ["hi", "lo"], "low": ["hi"], "humidity": ["w"]], units: .init(["$.u"]))
    let day = try await site.forecast(answer: answer).days[0]
    #expect(day.high == Temperature(-2, .fahrenheit))
    #expect(day.low == nil)
    #expect(day.humidity == 12)
  }

  @Test func withoutAnyUnitAValueIsUnknown() async throws {
    let site = site(["high": ["hi"], "description": [.init("w", words: "wmo")]], units: .init())
    let day = try await site.forecast(answer: days).days[0]
    #expect(day.high == nil)
    #expect(day.description == "Overcast")
  }

  @Test func columnsAreParallelLists() async throws {
    let site = TestSite(
      units: .init(["$.units"]), place: .init(fields: ["timeZone": ["$.zone"]]),
      [
        .days: [
          .init(
            columns: ["$.daily"], date: ["time"], zone: ["$.offset"],
            fields: ["high": ["max"], "low": ["min"], "sunrise": ["up"]])
        ]
      ])
    let answer = #"""
      {"zone":"Europe/Berlin","offset":3600,"units":{"max":"°C","min":"°C"},"daily":{"time":["2026-11-30","2026-12-01"],
      "max":[1,2],"min":[0],"up":["2026-11-30T07:40","2026-11-29T07:41"]}}
      """#
    let forecast = try await site.forecast(answer: answer)
    #expect(forecast.days.map { $0.high?.value } == [1, 2])
    // In a list of another length nobody knows which row a value belongs to.
    #expect(forecast.days.map(\.low) == [nil, nil])
    #expect(forecast.days.map(\.sunrise) == [LocalTime("2026-11-30T07:40:00+01:00"), nil])
    #expect(forecast.place.timeZone == "Europe/Berlin")
  }

  @Test func aTableWithAHeaderIsReadByItsColumns() async throws {
    let site = TestSite(
      as: .csv, units: .init(["C"]),
      [.days: [.init(rows: ["$[*]"], date: ["['The day']"], fields: ["high": ["max"], "description": ["sky"]])]])
    let answer = "The day,max,sky\r\n2026-11-30,5.5,\"Rain, \"\"heavy\"\"\"\r\n2026-12-01,-1,\n"
    let forecast = try await site.forecast(answer: answer)
    #expect(forecast.days.map { $0.high?.value } == [5.5, -1])
    #expect(forecast.days.map(\.description) == ["Rain, \"heavy\"", nil])
  }

  @Test func labelsAreDatedAndLayoutsTriedFieldByField() async throws {
    let first = SiteDefinition.Section(
      "cards", rows: ["//li"], date: [.init("b", format: "label")], fields: ["high": ["i"], "description": ["u"]])
    var second = SiteDefinition.Section(
      "table", rows: ["//tr"], date: [.init("th", format: "label")], lowsAreNights: true,
      fields: ["high": ["td[1]"], "low": ["td[2]"]])
    second.units = .init(byQuantity: ["temperature": ["//em"]])
    let site = TestSite(as: .html, [.days: [first, second]])
    let answer = """
      <html><body><em>All values in °F</em><ul><li><b>Today</b><i>5 °C</i><u>Sunny</u></li><li><b>Tue</b><i>6</i></li></ul>
      <table><tr><th>Today</th><td>41</td><td>30</td></tr><tr><th>Tue 1</th><td>43</td></tr></table></body></html>
      """
    let forecast = try await site.forecast(zone: "Europe/Berlin", answer: answer)
    #expect(forecast.days.map(\.high) == [Temperature(5, .celsius), Temperature(43, .fahrenheit)])
    #expect(forecast.days.map(\.low) == [Temperature(30, .fahrenheit), nil])
    #expect(forecast.days.map(\.description) == ["Sunny", nil])
    #expect(forecast.lowFollowsHigh)
    #expect(forecast.today == CalendarDay("2026-11-30"))
    #expect(
      forecast.origins.first { $0.path == "days.2026-11-30.low" }.map { [$0.origin.layout, $0.origin.selector] } == [
        "table", "td[2]",
      ])
  }

  @Test func daysAndNightsArePaired() async throws {
    let site = TestSite(
      as: .xml,
      [
        .halves: [
          .init(
            rows: ["//p"], date: [.init("@n", format: "label")], units: .init(["@u"]),
            fields: ["temperature": ["t"], "wind": ["w"]])
        ]
      ])
    let answer = """
      <r><p n="Tonight"><t u="F">20</t><w>Calm wind.</w></p><p n="Tuesday"><t u="F">40</t><w>South wind 5 to 10 mph.</w></p>
      <p n="Tuesday Night"><t u="F">22</t></p></r>
      """
    let forecast = try await site.forecast(zone: "America/Chicago", answer: answer)
    #expect(forecast.days.map(\.date.date.day) == [30, 1])
    #expect(forecast.days.map { $0.high?.value } == [nil, 40])
    #expect(forecast.days.map { $0.low?.value } == [20, 22])
    #expect(forecast.days.map { $0.wind.speed?.value } == [0, 10])
    #expect(forecast.days[0].wind.speed?.unit == .milesPerHour)
  }

  @Test func theMomentNeedsItsTimeWhereItAlwaysHasOne() async throws {
    let current = SiteDefinition.Section(
      rows: ["$.now"], date: ["time"], units: .init(["C"]), fields: ["temperature": ["t"], "interval": ["every"]])
    let site = TestSite([
      .current: [current],
      .days: [.init(rows: ["$.days[*]"], date: ["d"], units: .init(["C"]), fields: ["high": ["hi"]])],
    ])
    let now = #"{"now":{"time":"2026-11-30T11:45:00Z","t":3,"every":900},"days":[{"d":"2026-11-30","hi":5}]}"#
    let forecast = try await site.forecast(.today, zone: "Europe/Berlin", answer: now)
    #expect(forecast.current?.temperature == Temperature(3, .celsius))
    #expect(forecast.current?.observed == LocalTime("2026-11-30T12:45:00+01:00"))
    #expect(forecast.observationInterval == 900)
    let undated = try await site.forecast(.today, answer: now.replacing("11:45:00Z", with: "noon"))
    #expect(undated.current == nil)
    #expect(undated.days.count == 1)
  }
}
