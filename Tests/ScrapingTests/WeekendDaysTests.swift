import Basics
import Scraping
import Testing
import Weather

@Suite struct WeekendDaysTests {
  /// 2026-11-20 is a Friday.
  @Test(arguments: [
    ("2026-11-17", ["2026-11-20", "2026-11-21", "2026-11-22"]),
    ("2026-11-20", ["2026-11-20", "2026-11-21", "2026-11-22"]),
    ("2026-11-21", ["2026-11-21", "2026-11-22"]), ("2026-11-22", ["2026-11-22"]),
    ("2026-11-23", ["2026-11-27", "2026-11-28", "2026-11-29"]),
  ])
  func fridayToSunday(today: String, days: [String]) throws {
    let weekend = WeekendDays([.sunday, .friday, .saturday])
    #expect(weekend.days(from: try #require(CalendarDay(today))).map(\.description) == days)
  }

  @Test func otherWeekends() throws {
    let wednesday = try #require(CalendarDay("2026-11-18"))
    #expect(WeekendDays([.saturday]).days(from: wednesday).map(\.description) == ["2026-11-21"])
    #expect(WeekendDays([.friday, .thursday]).days(from: wednesday).map(\.weekday) == [.thursday, .friday])
    // Across the turn of the week, and with a day between.
    #expect(WeekendDays([.monday, .sunday]).days(from: wednesday).map(\.weekday) == [.sunday, .monday])
    let sunday = try #require(CalendarDay("2026-11-22"))
    #expect(WeekendDays([.monday, .saturday]).days(from: sunday).map(\.weekday) == [.monday])
    #expect(WeekendDays([]).days(from: wednesday).map(\.weekday) == [.friday, .saturday, .sunday])
  }
}
