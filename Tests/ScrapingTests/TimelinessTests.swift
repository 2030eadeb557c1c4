import Scraping
import Testing
import Weather

struct TimelinessTests {
  private func forecast(day: String, hour: String) throws -> Forecast {
    var forecast = Forecast()
    forecast.url = "https://site.example/page"
    forecast.days = [DayForecast(date: try #require(CalendarDay(day)))]
    forecast.hours = [HourForecast(time: try #require(LocalTime(hour)))]
    return forecast
  }

  private func now() throws -> LocalTime { try #require(LocalTime("2026-05-17T12:00:00+02:00")) }

  @Test(arguments: [
    ("2026-05-17", "2026-05-17T12:00:00+02:00"), ("2026-06-06", "2026-06-06T23:00:00+02:00"),
    ("2026-04-27", "2026-04-27T00:00:00+02:00"),
  ])
  func whatIsNearPasses(day: String, hour: String) throws {
    try forecast(day: day, hour: hour).judged(near: now(), site: "Site")
  }

  @Test(arguments: [
    ("9999-05-17", "2026-05-17T12:00:00+02:00"), ("2026-05-17", "9999-05-17T12:00:00+02:00"),
    ("2026-06-07", "2026-05-17T12:00:00+02:00"), ("2026-05-17", "2026-04-26T12:00:00+02:00"),
  ])
  func anotherTimeIsRefused(day: String, hour: String) throws {
    let error = #expect(throws: ScrapingError.self) {
      try forecast(day: day, hour: hour).judged(near: now(), site: "Site")
    }
    let text = try #require(error).description
    #expect(text.contains("2026-05-17"))
    #expect(text.contains("https://site.example/page"))
  }
}
