import Basics
import Parsers
import Scraping
import Testing
import Weather

/// weather.com's days and hours out of order: which of them is right, nobody knows.
struct OrderTests {
  /// 2026-11-21T10:00:00Z, as ``Asked`` has it, is a Saturday.
  private static func state(days: [String]) -> String {
    let dates = days.map { "\"\($0)T07:00:00+0100\"" }.joined(separator: ",")
    let (highs, lows) = (days.map { _ in "5" }.joined(separator: ","), days.map { _ in "1" }.joined(separator: ","))
    return """
      <html><body><h1>Weather</h1><script>window.__data={"dal":{"getSunV3DailyForecastUrlConfig":
      {"duration:10day;geocode:59.33,18.07;units:m":{"loaded":true,"data":
      {"validTimeLocal":[\(dates)],"temperatureMax":[\(highs)],"temperatureMin":[\(lows)]}}}}};</script></body></html>
      """
  }

  private static func state(hours: [String]) -> String {
    let times = hours.map { "\"\($0):00:00+0100\"" }.joined(separator: ",")
    let temperatures = hours.map { _ in "5" }.joined(separator: ",")
    return """
      <html><body><h1>Weather</h1><script>window.__data={"dal":{"getSunV3HourlyForecastUrlConfig":
      {"duration:2day;geocode:59.33,18.07;units:m":{"loaded":true,"data":
      {"validTimeLocal":[\(times)],"temperature":[\(temperatures)]}}}}};</script></body></html>
      """
  }

  @Test func daysInOrderAreRead() async throws {
    let page = Self.state(days: ["2026-11-21", "2026-11-22", "2026-11-24"])
    let forecast = try await Asked().forecast("WeatherCom", "59.33,18.07", .fiveDays, answer: page)
    #expect(forecast.days.map(\.date.date.day) == [21, 22, 24])
    let hours = Self.state(hours: ["2026-11-21T12", "2026-11-21T13", "2026-11-21T15"])
    let hourly = try await Asked().forecast("WeatherCom", "59.33,18.07", .hourly, answer: hours)
    #expect(hourly.hours.map(\.time.clock.hour) == [12, 13, 15])
    #expect(hourly.hours.allSatisfy { $0.hours == 1 })
  }

  @Test(
    arguments: [
      ["2026-11-21", "2026-11-22", "2026-11-22"], ["2026-11-22", "2026-11-21", "2026-11-23"],
      ["2026-11-21", "2026-11-23", "2026-11-22", "2026-11-24"],
    ])
  func daysOutOfOrderAreRefused(_ days: [String]) async throws {
    for question in [Question.today, .fiveDays, .tenDays, .weekend] {
      await #expect(throws: ScrapingError.self) {
        try await Asked().forecast("WeatherCom", "59.33,18.07", question, answer: Self.state(days: days))
      }
    }
  }

  @Test(
    arguments: [
      ["2026-11-21T12", "2026-11-21T13", "2026-11-21T13"], ["2026-11-21T13", "2026-11-21T12", "2026-11-21T14"],
    ])
  func hoursOutOfOrderAreRefused(_ hours: [String]) async throws {
    await #expect(throws: ScrapingError.self) {
      try await Asked().forecast("WeatherCom", "59.33,18.07", .hourly, answer: Self.state(hours: hours))
    }
  }

  @Test func todayIsTheClocksDay() async throws {
    // The page is twelve days old; its rows are, too.
    let page = Self.state(days: ["2026-11-09", "2026-11-10", "2026-11-11"])
    let forecast = try await Asked().forecast("WeatherCom", "59.33,18.07", .fiveDays, answer: page)
    #expect(forecast.today == CalendarDay("2026-11-21"))
  }
}
