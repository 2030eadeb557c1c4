import Basics
import Weather

/// Reports made by hand.
enum SampleReport {
  static let clock = LocalTime(secondsSince1970: 1_619_356_020, offset: 7200)

  static func report(
    _ question: Question, name: String? = "Stockholm, Sweden", units: ReportUnits = ReportUnits(),
    current: CurrentConditions? = nil, days: [DayForecast] = [], hours: [HourForecast] = [],
    today: CalendarDay = clock.day, failure: ReportFailure? = nil
  ) -> Report {
    var place = Place()
    place.name = name
    return Report(
      query: "SWXX2372", question: question,
      source: Source(
        parser: "WeatherCom", name: "The Weather Channel", url: "https://weather.com/weather/today/l/SWXX2372",
        fetched: clock, attribution: "weather.com"),
      place: place, units: units, current: current, days: days, hours: hours, today: today, failure: failure)
  }

  static func day(_ date: String, high: Double?, low: Double?, _ description: String?) -> DayForecast {
    var day = DayForecast(date: CalendarDay(date) ?? CalendarDay(number: 0))
    day.high = high.map { Temperature($0, .celsius) }
    day.low = low.map { Temperature($0, .celsius) }
    day.description = description
    return day
  }
}
