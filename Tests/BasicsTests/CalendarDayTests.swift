import Basics
import Testing
import Weather

@Suite struct CalendarDayTests {
  @Test(arguments: [
    (1970, 1, 1, 0), (2000, 2, 29, 11_016), (2000, 3, 1, 11_017), (1969, 12, 31, -1), (2026, 11, 21, 20_778),
    (1, 1, 1, -719_162), (9999, 12, 31, 2_932_896),
  ])
  func numbersDaysFrom1970(year: Int, month: Int, day: Int, number: Int) throws {
    let date = try #require(CalendarDay(year: year, month: month, day: day))
    #expect(date.number == number)
    #expect(date.date == (year, month, day))
  }

  @Test(arguments: ["2023-02-29", "1900-02-29", "2024-04-31", "2024-13-01", "2024-00-10", "0000-01-01", "0000-99-99"])
  func refusesDaysThatTheCalendarLacks(text: String) {
    #expect(CalendarDay(text) == nil)
  }

  @Test(arguments: [
    "", "2024-1-01", "24-01-01", "2024-01-01T00:00", "2024/01/01", "+024-01-01", "2024--1-01", "２０２４-01-01",
  ])
  func refusesWhatIsNotWrittenAsADate(text: String) {
    #expect(CalendarDay(text) == nil)
  }

  @Test func countsAcrossMonthsYearsAndLeapDays() throws {
    #expect(try #require(CalendarDay("2024-02-28")) + 1 == CalendarDay("2024-02-29"))
    #expect(try #require(CalendarDay("2023-02-28")) + 1 == CalendarDay("2023-03-01"))
    #expect(try #require(CalendarDay("2023-12-31")) + 1 == CalendarDay("2024-01-01"))
    #expect(try #require(CalendarDay("2024-01-01")) - #require(CalendarDay("2023-01-01")) == 365)
  }

  @Test(arguments: [("1970-01-01", Weekday.thursday), ("1969-12-28", .sunday), ("2026-11-21", .saturday)])
  func knowsItsWeekday(text: String, weekday: Weekday) throws {
    #expect(try #require(CalendarDay(text)).weekday == weekday)
  }

  @Test func writesItselfAsISO8601() {
    #expect(CalendarDay(year: 7, month: 3, day: 9)?.description == "0007-03-09")
  }
}
