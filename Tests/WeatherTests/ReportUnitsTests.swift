import Basics
import Testing
import Weather

@Suite struct ReportUnitsTests {
  private func forecast() throws -> Forecast {
    var forecast = Forecast()
    var now = CurrentConditions()
    now.temperature = Temperature(92, .fahrenheit)
    now.wind = Wind(speed: Speed(17, .milesPerHour), gust: Speed(10, .metersPerSecond))
    forecast.current = now
    var day = DayForecast(date: try #require(CalendarDay("2026-11-21")))
    day.high = Temperature(20, .celsius)
    forecast.days = [day]
    return forecast
  }

  @Test func aReportHasOneUnitAQuantityTheFirstOfTheSource() throws {
    var forecast = try forecast()
    let units = forecast.unify(to: UnitSystem())
    #expect(units == UnitSystem(.fahrenheit, .milesPerHour))
    #expect(forecast.current?.temperature == Temperature(92, .fahrenheit))
    #expect(forecast.current?.wind.gust == Speed(22.4, .milesPerHour))
    #expect(forecast.days[0].high == Temperature(68, .fahrenheit))
  }

  @Test func aQuantityThatIsNotThereHasNoUnit() throws {
    var forecast = try forecast()
    let units = forecast.unify(to: .metric)
    #expect(units == UnitSystem(.celsius, .kilometersPerHour))
    #expect(forecast.current?.temperature == Temperature(33.3, .celsius))
    #expect(forecast.days[0].high == Temperature(20, .celsius))
  }

  @Test func aReportTakesTheUnitsOfAnotherAndKeepsThoseThatTheOtherLacks() throws {
    var forecast = try forecast()
    let units = forecast.unify(to: .metric)
    let now = LocalTime(secondsSince1970: 0, offset: 0)
    var report = Report(
      query: "", question: .today, source: Source(parser: "", name: "", url: "", fetched: now, attribution: ""),
      place: Place(), units: units, current: forecast.current, days: forecast.days, hours: [], today: now.day)
    report.unify(to: UnitSystem(.fahrenheit, .inchesOfMercury))
    #expect(report.units == UnitSystem(.fahrenheit, .kilometersPerHour))
    #expect(report.days[0].high == Temperature(68, .fahrenheit))
    #expect(report.current?.wind.speed == forecast.current?.wind.speed)
    let same = report
    report.unify(to: UnitSystem())
    #expect(report.days == same.days && report.units == same.units)
  }

  @Test func singleQuantitiesGoOverASystem() {
    let units = UnitSystem.metric.overridden(by: UnitSystem(.metersPerSecond))
    #expect(units[.speed] == .metersPerSecond)
    #expect(units[.temperature] == .celsius)
  }
}
