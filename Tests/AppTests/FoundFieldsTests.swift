import Basics
import Scraping
import Testing
import Weather

@testable import App

struct FoundFieldsTests {
  private static func site() -> SiteDefinition {
    SiteDefinition(
      name: "Valley",
      facts: SiteFacts(
        title: "Valley", homePage: "", hosts: [], areaForms: [], areaHelp: "", coverage: "", attribution: "", terms: "",
        days: 1), pages: [],
      sections: [
        .place: [.init(fields: ["name": ["$.name"], "timeZone": ["$.zone"], "region": ["$.region"]])],
        .current: [.init("now", fields: ["wind": ["w"], "windSpeed": ["speed"], "humidity": ["h"]])],
        .halves: [
          .init("halves", fields: ["temperature": ["t"], "humidity": ["h"]]), .init("old", fields: ["uvIndex": ["uv"]]),
        ],
        .hours: [.init(fields: ["temperature": ["t"]])],
      ])
  }

  @Test func countsRowsBySelectorAndNamesWhatNoTestFound() {
    var forecast = Forecast()
    forecast.place.name = "Valley"
    var now = CurrentConditions()
    now.values.set(
      .measured(Measured(3, .metersPerSecond)), of: .windSpeed, from: Origin(layout: "now", selector: "w", text: "3"))
    now.values[.windDirection] = .direction(.north)
    forecast.current = now
    for (day, selector) in [(1, "t"), (2, "t"), (3, "other"), (4, nil)] as [(Int, String?)] {
      var row = DayForecast(date: CalendarDay(number: 20_000 + day))
      let value = FieldValue.measured(Measured(Double(day), .celsius))
      if let selector {
        row.values.set(value, of: .high, from: Origin(layout: "halves", selector: selector, text: "\(day)"))
      }
      forecast.days.append(row)
    }
    let found = FoundFields(Self.site(), ownLayouts: [.place: 1, .current: 1, .halves: 1, .hours: 1], [forecast])
    #expect(
      found.findings == [
        .init(section: "current", field: "windSpeed", selector: "now: w", found: 1, rows: 1),
        .init(section: "current", field: "windDirection", selector: "", found: 1, rows: 1),
        .init(section: "halves", field: "high", selector: "halves: t", found: 2, rows: 4),
        .init(section: "days", field: "high", selector: "halves: other", found: 1, rows: 4),
      ])
    // Layouts of what the file extends are not its own.
    #expect(found.missing == ["place.timeZone", "current.humidity", "halves.humidity", "hours.temperature"])
  }
}
