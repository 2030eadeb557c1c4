import Basics
import Scraping
import Testing
import Weather

@Suite struct SelectionTests {
  private let weekend: Set<Weekday> = [.friday, .saturday, .sunday]

  /// 2026-11-21, a Saturday, late in the evening in New York: the next day in UTC.
  private let now = LocalTime(secondsSince1970: 1_795_320_000, offset: 0)

  private func forecast(from first: String, days: Int) throws -> Forecast {
    var forecast = Forecast()
    let first = try #require(CalendarDay(first))
    forecast.days = (0..<days).map { DayForecast(date: first + $0) }
    forecast.place.timeZone = "America/New_York"
    return forecast
  }

  @Test func todayIsThePlaces() throws {
    #expect(now.description == "2026-11-22T04:00:00+00:00")
    let chosen = try forecast(from: "2026-11-20", days: 15).selected(for: .today, weekend: weekend, now: now, site: "S")
    #expect(chosen.today == CalendarDay("2026-11-21"))
    #expect(chosen.forecast.days.map(\.date.description) == ["2026-11-21"])
  }

  @Test func daysAreChosenByDateAndNotByPosition() throws {
    let chosen = try forecast(from: "2026-11-20", days: 15).selected(
      for: .fiveDays, weekend: weekend, now: now, site: "S")
    #expect(chosen.forecast.days.first?.date == CalendarDay("2026-11-21"))
    #expect(chosen.forecast.days.count == 5)
    #expect(chosen.notes.isEmpty)
  }

  @Test func rowsAreCut() throws {
    var forecast = try forecast(from: "2026-11-21", days: 7)
    forecast.hours = (0..<30).map {
      HourForecast(time: LocalTime(secondsSince1970: now.secondsSince1970 + $0 * 3600, offset: 0))
    }
    func chosen(_ question: Question) throws -> Selection {
      try forecast.selected(for: question, weekend: weekend, now: now, site: "S", days: 2, hours: 12)
    }
    #expect(try chosen(.tenDays).forecast.days.map(\.date.description) == ["2026-11-21", "2026-11-22"])
    #expect(try chosen(.tenDays).notes.isEmpty)
    #expect(try chosen(.weekend).forecast.days.count == 2)
    #expect(try chosen(.today).forecast.days.count == 1)
    #expect(try chosen(.hourly).forecast.hours.count == 12)
    // The clock stands at 4, so that twenty hours of the first day are left.
    let first = try forecast.selected(for: .hourly, weekend: weekend, now: now, site: "S", days: 1)
    #expect(first.forecast.hours.count == 20)
  }

  @Test func fewerDaysThanAskedAreNoted() throws {
    let chosen = try forecast(from: "2026-11-21", days: 7).selected(
      for: .tenDays, weekend: weekend, now: now, site: "S")
    #expect(chosen.forecast.days.count == 7)
    #expect(chosen.notes == [SiteNote.fewerDays(site: "S", count: 7, wanted: 10).description])
  }

  @Test func theWeekendIsWhatRemainsOfIt() throws {
    let chosen = try forecast(from: "2026-11-21", days: 1).selected(
      for: .weekend, weekend: weekend, now: now, site: "S")
    #expect(chosen.forecast.days.map(\.date.description) == ["2026-11-21"])
    #expect(chosen.notes == [SiteNote.noDays(site: "S", days: "Sunday 2026-11-22").description])
  }

  @Test func nothingLeftIsAnError() throws {
    let old = try forecast(from: "2026-11-01", days: 3)
    for question in [Question.today, .fiveDays, .weekend, .hourly] {
      #expect(throws: ScrapingError.self) {
        try old.selected(for: question, weekend: weekend, now: now, site: "S")
      }
    }
  }

  @Test func hoursThatArePastAreLeftOut() throws {
    var forecast = Forecast()
    forecast.hours = [-7200, -3600, -1800, 0, 3600].map {
      HourForecast(time: LocalTime(secondsSince1970: now.secondsSince1970 + $0, offset: 0))
    }
    let chosen = try forecast.selected(for: .hourly, weekend: weekend, now: now, site: "S")
    #expect(chosen.forecast.hours.count == 3)
  }

  @Test func aStepThatIsUnderWayIsShown() throws {
    var forecast = Forecast()
    forecast.hours = [-43_200, -21_600, -18_000, 3600].map {
      var hour = HourForecast(time: LocalTime(secondsSince1970: now.secondsSince1970 + $0, offset: 0))
      hour.hours = 6
      return hour
    }
    let chosen = try forecast.selected(for: .hourly, weekend: weekend, now: now, site: "S")
    #expect(chosen.forecast.hours == Array(forecast.hours.suffix(2)))
  }

  @Test func whatTheSourceCallsTodayCounts() throws {
    var forecast = try forecast(from: "2026-11-01", days: 3)
    forecast.today = CalendarDay("2026-11-01")
    let chosen = try forecast.selected(for: .today, weekend: weekend, now: now, site: "S")
    #expect(chosen.forecast.days.map(\.date.description) == ["2026-11-01"])
  }
}
