import Basics
import Testing

@testable import Scraping

@Suite struct GuessedDateTests {
  private static let clock = LocalTime("2026-11-21T09:00:00+01:00") ?? LocalTime(secondsSince1970: 0, offset: 0)

  @Test(
    arguments: [
      (["2026-11-21", "2026-11-22"], nil), (["20261121", "20261122"], "yyyyMMdd"),
      (["21.11.2026", "22.11.2026"], "d.M.yyyy"),
      (["Today", "Sun 22", "Mon 23"], "label"), (["Nov 21, 2026", "Nov 22, 2026"], "MMM d, yyyy"),
      (["13/11/2026", "14/11/2026"], "d/M/yyyy"), (["11/13/2026", "11/14/2026"], "M/d/yyyy"),
      (["14 Nov 12:54 pm PST", "14 Nov 1:54 pm PST"], "d MMM h:mm a Z"), (["1795252800", "1795339200"], nil),
    ] as [([String], String?)])
  func theFormatIsFound(texts: [String], format: String?) throws {
    let date = try #require(GuessedDate(texts, at: "d", clock: Self.clock))
    #expect(date.selector.steps["format"] == format)
    #expect(date.distinct == texts.count)
  }

  @Test(arguments: [["5", "6"], ["Cloudy", "Sunny"], ["15:00", "16:00"], ["SW 7", "W 4"], ["12°C", "13°C"], []])
  func whatIsNoDateIsNone(texts: [String]) {
    #expect(GuessedDate(texts, at: "d", clock: Self.clock) == nil)
  }
}
