import Basics
import Weather

/// Situations that an overview has to show well, each a report with current conditions, 24 hours and a week.
enum OverviewReport: String, CaseIterable, Sendable {
  case spring, night, frost, heat, storm, unknown, polarNight, amounts

  var report: Report {
    switch self {
    case .spring: return Self.report(14, warmest: 15, "Partly cloudy", later: "Slight rain", chances: [0, 5, 40, 80])
    case .night: return Self.report(23, warmest: 9, "Clear sky", later: "Mainly clear", chances: [0, 0, 0, 0])
    case .frost:
      return Self.report(8, warmest: -18, "Heavy snowfall", later: "Slight snowfall", chances: [90, 70, 60, 55])
    case .heat:
      var report = Self.report(13, warmest: 41, "Clear sky", later: "Clear sky", chances: [0, 0, 0, 0])
      report.unify(to: .imperial)
      return report
    case .storm:
      return Self.report(16, warmest: 24, "Thunderstorm", later: "Violent rain showers", chances: [95, 90, 30, 10])
    case .unknown: return Self.unknownReport
    case .polarNight:
      var report = Self.report(11, warmest: -6, "Fog", later: "Overcast", chances: [10, 10, 30, 20])
      for index in report.days.indices {
        (report.days[index].sunrise, report.days[index].sunset) = (nil, nil)
        report.days[index].sunState = .downAllDay
      }
      return report
    case .amounts:
      var report = Self.report(6, warmest: 12, "Drizzle", later: "Rain", chances: [0, 0, 0, 0])
      for index in report.hours.indices {
        report.hours[index].precipitationChance = nil
        report.hours[index].precipitation = Precipitation(Double(index % 7) / 2, .millimeters)
      }
      return report
    }
  }

  /// A report at an hour of 25 April; `chances` are those of each quarter of the coming day.
  private static func report(
    _ hour: Int, warmest: Double, _ now: String, later: String, chances: [Double]
  ) -> Report {
    let start = LocalTime(SampleReport.clock.day, seconds: hour * 3600, offset: 7200)
    /// A course that is warmest in the afternoon, and 8 degrees colder twelve hours later.
    func temperature(_ hour: Int) -> Double { warmest - 8 * Double(abs((hour + 9) % 24 - 12)) / 12 }
    var current = CurrentConditions()
    current.observed = start + 300
    current.temperature = Temperature(temperature(hour), .celsius)
    current.feelsLike = Temperature(temperature(hour) - 3, .celsius)
    current.description = now
    current.humidity = 64
    current.pressure = Pressure(1008.4, .hectopascals)
    current.wind = Wind(
      speed: Speed(now == "Thunderstorm" ? 58 : 14, .kilometersPerHour),
      gust: Speed(now == "Thunderstorm" ? 91 : 27, .kilometersPerHour), direction: .southwest)
    let hours = (0..<24).map { index in
      var row = HourForecast(time: start + index * 3600)
      row.temperature = Temperature(temperature((hour + index) % 24), .celsius)
      row.precipitationChance = chances[index / 6]
      row.description = index < 12 ? now : later
      return row
    }
    let days = (0..<7).map { index in
      let high = warmest + Double([0, 2, -3, 1, 4, -1, 0][index])
      var day = SampleReport.day("2021-04-25", high: high, low: high - 8, index.isMultiple(of: 2) ? now : later)
      day.date = day.date + index
      day.precipitationChance = chances[index % 4]
      day.precipitation = Precipitation(chances[index % 4] / 20, .millimeters)
      day.wind = Wind(speed: Speed(Double(9 + index * 4), .kilometersPerHour), direction: .northeast)
      day.sunrise = LocalTime(day.date, seconds: 18_900 - 140 * index, offset: 7200)
      day.sunset = LocalTime(day.date, seconds: 73_800 + 140 * index, offset: 7200)
      return day
    }
    let units = UnitSystem.metric
    var report = SampleReport.report(
      .overview, units: units, current: current, days: days, hours: hours, today: SampleReport.clock.day)
    report.source.fetched = start + 360
    report.unify(to: units)
    return report
  }

  /// Half of everything is missing, and words are not known.
  private static var unknownReport: Report {
    var report = report(9, warmest: 10, "Plague of locusts", later: "Overcast", chances: [0, 50, 0, 0])
    report.current = CurrentConditions()
    report.current?.temperature = Temperature(6, .celsius)
    for index in report.hours.indices where index % 5 < 2 {
      report.hours[index] = HourForecast(time: report.hours[index].time)
    }
    report.days[1].high = nil
    report.days[2].low = nil
    report.days[3] = DayForecast(date: report.days[3].date)
    report.days[4].precipitationChance = nil
    (report.days[0].sunrise, report.place.name) = (nil, nil)
    return report
  }
}
