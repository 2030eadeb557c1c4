import Basics
import Scraping
import Testing
import Weather

@Suite struct ZoneAbbreviationTests {
  private let noonUTC = LocalTime(secondsSince1970: 1_467_892_800, offset: 0)  // 2016-07-07T12:00:00Z

  @Test func oneZoneNeedsNoClock() {
    #expect(ZoneAbbreviation.offset("CDT", showing: nil, at: noonUTC) == -18_000)
    #expect(ZoneAbbreviation.offset("XYZ", showing: nil, at: noonUTC) == nil)
    #expect(ZoneAbbreviation.offset("", showing: nil, at: noonUTC) == nil)
  }

  @Test func theTimeBesideItTellsWhichIsMeant() {
    #expect(ZoneAbbreviation.offset("CST", showing: 5 * 3600 + 1800, at: noonUTC) == -6 * 3600)
    #expect(ZoneAbbreviation.offset("CST", showing: 19 * 3600, at: noonUTC) == 8 * 3600)
    #expect(ZoneAbbreviation.offset("CST", showing: 0, at: noonUTC) == nil)
    #expect(ZoneAbbreviation.offset("CST", showing: nil, at: noonUTC) == nil)
  }

  @Test func anAbbreviationEndsWithTheSeason() throws {
    let summer = try #require(CalendarDay("2026-10-20"))
    let winter = try #require(CalendarDay("2026-10-30"))
    #expect(ZoneAbbreviation.holds("CEST", offset: 7200, on: summer))
    #expect(!ZoneAbbreviation.holds("CEST", offset: 7200, on: winter))
    #expect(ZoneAbbreviation.holds("JST", offset: 32_400, on: winter))
  }
}
