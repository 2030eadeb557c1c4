import Weather

/// Reports that are hard to lay out.
enum AwkwardReports {
  /// All of them, by what is hard about them.
  static let all: [(what: String, report: Report)] = [
    ("a week", week), ("unknown values", unknown), ("one day", oneDay), ("fifteen days", fifteenDays),
    ("a long name", longName), ("Tokyo", tokyo), ("frost", frost), ("an evening", evening), ("hours", hours),
    ("sixth hours", sixthHours), ("nothing", nothing),
  ]

  /// Metric units of all quantities.
  static let metric = ReportUnits(
    temperature: .celsius, speed: .kilometersPerHour, pressure: .hectopascals, distance: .kilometers,
    precipitation: .millimeters)

  /// A day of which much is known.
  static func day(
    _ date: String, _ high: Double, _ low: Double, _ words: String, rain: Double?, wind: Double,
    _ direction: CompassPoint
  ) -> DayForecast {
    var day = SampleReport.day(date, high: high, low: low, words)
    day.precipitationChance = rain
    day.wind = Wind(speed: Speed(wind, .kilometersPerHour), direction: direction)
    day.humidity = 60
    return day
  }

  /// Five days of spring.
  static var week: Report {
    SampleReport.report(
      .fiveDays, units: metric,
      days: [
        day("2021-04-25", 10, 3, "Partly Cloudy", rain: 10, wind: 20, .northNortheast),
        day("2021-04-26", 12.5, 4, "Sunny", rain: 0, wind: 7, .west),
        day("2021-04-27", 9, 5, "Rain/Wind", rain: 90, wind: 48, .southwest),
        day("2021-04-28", 7, -1, "Rain/Snow Showers Late", rain: 55, wind: 25, .north),
        day("2021-04-29", 14, 2, "Mostly Sunny", rain: nil, wind: 10, .south),
      ])
  }

  /// Days of which hardly anything is known.
  static var unknown: Report {
    var known = SampleReport.day("2021-04-26", high: 12, low: nil, "Schauer")
    known.precipitation = Precipitation(1.2, .millimeters)
    return SampleReport.report(
      .fiveDays, name: nil, units: metric,
      days: [
        SampleReport.day("2021-04-25", high: nil, low: nil, nil), known,
        SampleReport.day("2021-04-27", high: nil, low: 4, "Rain"),
      ])
  }

  static var oneDay: Report {
    var report = week
    report.days = [report.days[0]]
    return report
  }

  static var fifteenDays: Report {
    var report = week
    report.kind = .tenDays
    report.days = (0..<15).map { index in
      var day = week.days[index % 5]
      day.date = week.days[0].date + index
      return day
    }
    return report
  }

  static var longName: Report {
    var report = week
    report.place.name = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch, Wales"
    return report
  }

  static var tokyo: Report {
    var report = week
    report.place.name = "東京, 日本"
    report.days[0].description = "晴れ時々曇り、所により一時雨か雪"
    return report
  }

  static var frost: Report {
    var report = week
    report.units.temperature = .fahrenheit
    for index in report.days.indices {
      report.days[index].high = Temperature(-9.6, .fahrenheit)
      report.days[index].low = Temperature(-40, .fahrenheit)
      report.days[index].description = "Snow Showers"
    }
    return report
  }

  /// Today when its high is over, by night.
  static var evening: Report {
    var now = CurrentConditions()
    now.observed = LocalTime("2021-04-25T22:50:00+02:00")
    now.temperature = Temperature(4.4, .celsius)
    now.feelsLike = Temperature(1, .celsius)
    now.description = "Clear"
    now.wind = Wind(speed: Speed(9, .kilometersPerHour))
    var day = SampleReport.day("2021-04-25", high: nil, low: 2, "Mostly Clear")
    day.precipitationChance = 0
    day.humidity = 71
    var report = SampleReport.report(.today, units: metric, current: now, days: [day])
    (report.place.latitude, report.place.longitude) = (59.33, 18.07)
    return report
  }

  static var hours: Report { hours(count: 30, every: 1) }

  static var sixthHours: Report {
    var report = hours
    report.hours = Array(report.hours.prefix(12)) + hours(count: 20, every: 6).hours.dropFirst(3)
    return report
  }

  /// Hours from an afternoon on, into the night.
  private static func hours(count: Int, every step: Int) -> Report {
    let start = LocalTime("2021-04-25T15:00:00+02:00") ?? SampleReport.clock
    let hours = (0..<count).map { index in
      let time = LocalTime(secondsSince1970: start.secondsSince1970 + index * step * 3600, offset: start.offset)
      var hour = HourForecast(time: time)
      let distance = Double(abs(time.clock.hour - 15))
      hour.temperature = Temperature(12 - distance / 2, .celsius)
      hour.description = time.clock.hour % 7 == 0 ? "Light Rain" : "Clear"
      hour.precipitationChance = time.clock.hour % 7 == 0 ? 60 : 5
      hour.wind = Wind(speed: Speed(10 + distance, .kilometersPerHour), direction: .west)
      return hour
    }
    var report = SampleReport.report(.hourly, units: metric, hours: hours)
    (report.place.latitude, report.place.longitude) = (59.33, 18.07)
    return report
  }

  static var nothing: Report { SampleReport.report(.fiveDays) }
}
