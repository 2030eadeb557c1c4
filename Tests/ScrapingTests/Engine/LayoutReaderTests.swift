import Basics
import Markup
import Scraping
import Testing
import Weather

/// A layout that a parser in Swift reads.
struct LayoutReaderTests {
  private let page = Page(url: "https://made.example", status: 200, body: [], fetched: TestSite.now)
  private let today = CalendarDay("2026-11-30") ?? CalendarDay(number: 0)

  private func reader(_ fields: [String: [SiteDefinition.Selector]], as format: SiteDefinition.Page.Format = .html)
    -> LayoutReader
  {
    LayoutReader(
      SiteDefinition.Section("cards", rows: format == .html ? ["//li"] : [], date: ["b"], fields: fields), as: format)
  }

  @Test func fieldsThatARowLacksAreRead() throws {
    let document = try Document(
      html: Array("<ul><li><b>Mon</b><i>5°</i><u>6:30 am</u><em style='transform:rotate(90deg)'></em></li></ul>".utf8))
    let reader = reader([
      "high": ["i"], "low": ["i"], "sunrise": ["u"], "windDegrees": ["em/@style"], "temperature": ["i"],
    ])
    let row = try #require(try reader.rows(in: document).first)
    #expect(try reader.label(of: row) == "Mon")
    var day = DayForecast(date: today)
    day.low = Temperature(1, .celsius)
    let context = LayoutReader.Context(page, offset: 3600) { UnitSystem.metric }
    try reader.fill(&day, day: today, context) { .node(row) }
    #expect(day.high == Temperature(5, .celsius))
    #expect(day.low == Temperature(1, .celsius))
    #expect(day.sunrise == LocalTime("2026-11-30T06:30:00+01:00"))
    // No day has it.
    #expect(day.temperature == nil)
    day.nameWindDirection()
    #expect(day.wind.direction == .east)
    #expect(
      day.values.origins.contains {
        $0.field == .high && $0.origin == Origin(layout: "cards", selector: "i", text: "5°")
      })
  }

  @Test func nothingIsSoughtThatIsNotMissing() throws {
    var day = DayForecast(date: today)
    day.high = Temperature(1, .celsius)
    let context = LayoutReader.Context(page) { UnitSystem() }
    try reader(["high": ["i"]]).fill(&day, context) {
      Issue.record("the row was sought")
      return nil
    }
    try reader(["high": ["i"], "low": ["i"]]).fill(&day, only: [.high], context) {
      Issue.record("the row was sought")
      return nil
    }
  }

  @Test func recordsOfJSONAreRead() throws {
    let json = try JSON(parsing: Array(#"{"a":[1,2,3],"b":[4,5],"c":[6,null,8]}"#.utf8))
    var day = DayForecast(date: today)
    let context = LayoutReader.Context(page) { UnitSystem.imperial }
    try reader(["high": ["a"], "low": ["b"], "humidity": ["c"]], as: .json).fill(&day, context) {
      .position(1, of: 3, in: json)
    }
    #expect(day.high == Temperature(2, .fahrenheit))
    #expect(day.low == nil)
    #expect(day.humidity == nil)
  }

  @Test func brokenExpressionsAreErrors() throws {
    let broken = reader(["high": ["i["], "low": ["u"]])
    #expect(throws: DefinitionErrors.self) { try broken.validate() }
    var day = DayForecast(date: today)
    #expect(throws: DefinitionErrors.self) {
      try broken.fill(&day, LayoutReader.Context(page) { UnitSystem() }) { nil }
    }
  }
}
