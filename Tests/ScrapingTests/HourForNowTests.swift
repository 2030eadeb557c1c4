import Basics
import Scraping
import Testing
import Weather

@Suite struct HourForNowTests {
  private func hours(_ starts: Int...) -> [HourForecast] {
    starts.map { start in
      var hour = HourForecast(time: LocalTime(secondsSince1970: start, offset: 3600))
      hour.temperature = Temperature(Double(start), .celsius)
      return hour
    }
  }

  private func temperature(_ hours: [HourForecast], at moment: Int) -> Double? {
    CurrentConditions(of: hours, at: LocalTime(secondsSince1970: moment, offset: 0))?.temperature?.value
  }

  @Test func itIsTheHourUnderWay() {
    #expect(temperature(hours(0, 3600, 7200), at: 3600) == 3600)
    #expect(temperature(hours(0, 3600, 7200), at: 7199) == 3600)
  }

  @Test func aStepOfSeveralHoursCountsForThree() {
    var steps = hours(0, 21_600)
    for index in steps.indices { steps[index].hours = 6 }
    #expect(temperature(steps, at: 3600) == 0)
    #expect(temperature(steps, at: 10_799) == 0)
    #expect(temperature(steps, at: 10_800) == nil)
    #expect(temperature(steps, at: 21_599) == 21_600)
    #expect(temperature(steps, at: 43_199) == nil)
  }

  @Test func elseTheOneThatBeginsWithinAnHour() {
    #expect(temperature(hours(7200, 10_800), at: 3600) == 7200)
    #expect(temperature(hours(7200, 10_800), at: 3599) == nil)
  }

  @Test func aForecastOfAnotherTimeIsNotNow() {
    #expect(temperature(hours(0, 3600), at: 7200) == nil)
    #expect(temperature(hours(0, 21_600), at: 9000) == nil)
    #expect(temperature([], at: 0) == nil)
  }
}
