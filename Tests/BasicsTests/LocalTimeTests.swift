import Basics
import Testing
import Weather

@Suite struct LocalTimeTests {
  @Test(arguments: [
    ("2021-04-25T15:00:00+0200", "2021-04-25T15:00:00+02:00"),
    ("2021-04-25T15:00:00.929+02:00", "2021-04-25T15:00:00+02:00"),
    ("2021-04-25T15:00Z", "2021-04-25T15:00:00+00:00"),
    ("2021-04-25 15:00:07-03", "2021-04-25T15:00:07-03:00"),
    ("2021-12-31T23:30:00-03:30", "2021-12-31T23:30:00-03:30"),
  ])
  func readsTimesWithTheirOffset(text: String, canonical: String) {
    #expect(LocalTime(text)?.description == canonical)
  }

  @Test(arguments: [
    "", "2021-04-25", "2021-04-25T15:00:00", "2021-04-25T24:00Z", "2021-04-25T15:60Z", "2021-02-29T10:00Z",
    "2021-04-25T15:00:00+2", "2021-04-25T15:00:00+02:00x", "2021-04-25T15:00:00+99:00",
  ])
  func refusesEverythingElse(text: String) {
    #expect(LocalTime(text) == nil)
  }

  @Test(arguments: [("2016-07-07", false), ("2016-07-08", true), ("2016-07-09", true), ("2016-07-10", false)])
  func aDayIsTodaySomewhere(day: String, isToday: Bool) throws {
    let moment = try #require(LocalTime("2016-07-08T12:40:00-05:00"))
    #expect(try moment.isTodaySomewhere(#require(CalendarDay(day))) == isToday)
  }

  @Test func readsATimeWithoutOffsetWhereTheOffsetIsGiven() {
    #expect(LocalTime("2021-04-25T15:00", offset: 7200)?.description == "2021-04-25T15:00:00+02:00")
    #expect(LocalTime("2021-04-25T15:00Z", offset: 7200) == nil)
  }

  @Test func itsDayIsThePlaces() throws {
    let time = try #require(LocalTime("2021-12-31T23:30:00-10:00"))
    #expect(time.day == CalendarDay("2021-12-31"))
    #expect(time.at(offset: 0).day == CalendarDay("2022-01-01"))
    #expect(time.at(offset: 0) <= time && time <= time.at(offset: 0))
    let before1970 = LocalTime(secondsSince1970: -1, offset: 0)
    #expect(before1970.description == "1969-12-31T23:59:59+00:00")
  }

  @Test func knowsTimeZones() throws {
    let summer = try #require(LocalTime("2026-07-01T10:00:00Z"))
    let winter = try #require(LocalTime("2026-01-01T10:00:00Z"))
    #expect(summer.at(timeZone: "Europe/Stockholm")?.description == "2026-07-01T12:00:00+02:00")
    #expect(winter.at(timeZone: "Europe/Stockholm")?.description == "2026-01-01T11:00:00+01:00")
    #expect(winter.at(timeZone: "Europe/Atlantis") == nil)
  }

  @Test func aTimeOfDayMayComeTwiceOrNever() throws {
    let back = try #require(CalendarDay("2026-10-25"))
    #expect(
      LocalTime.moments(on: back, seconds: 9000, timeZone: "Europe/Stockholm").map(\.description)
        == ["2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00"])
    let forward = try #require(CalendarDay("2026-03-29"))
    #expect(LocalTime.moments(on: forward, seconds: 9000, timeZone: "Europe/Stockholm").isEmpty)
    #expect(
      LocalTime.moments(on: forward, seconds: 3600, timeZone: "Europe/Stockholm").map(\.description)
        == ["2026-03-29T01:00:00+01:00"])
    #expect(
      LocalTime.moments(on: forward, seconds: 43_200, timeZone: "Pacific/Kiritimati").map(\.description)
        == ["2026-03-29T12:00:00+14:00"])
  }
}
