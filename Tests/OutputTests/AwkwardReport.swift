import Basics
import Weather

@testable import Output

/// Reports that a drawing has to get right: a plain one, and those that break what was made for plain ones.
enum AwkwardReport: String, CaseIterable, Sendable {
  case tenDays
  case unknown
  case today
  case evening
  case fifteenDays
  case longName
  case tokyo
  case frost
  case hours
  case chancesOnly
  case hostile
  case empty

  /// The report.
  var report: Report {
    switch self {
    case .tenDays: return SampleReport.report(.tenDays, days: Self.days(10))
    case .unknown: return SampleReport.report(.tenDays, name: nil, days: Self.unknownDays)
    case .today: return SampleReport.report(.today, current: Self.now, days: Self.days(1))
    case .evening: return SampleReport.report(.fiveDays, days: Self.eveningDays)
    case .fifteenDays: return SampleReport.report(.tenDays, days: Self.days(15))
    case .longName:
      return SampleReport.report(
        .weekend, name: "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch, UK", days: Self.days(3))
    case .tokyo: return SampleReport.report(.fiveDays, name: "東京", days: Self.tokyoDays)
    case .frost: return Self.hourly(name: "Abisko", latitude: 68.35, longitude: 18.83, warmest: -18.4)
    case .hours: return Self.hourly(name: "Stockholm", latitude: 59.33, longitude: 18.07, warmest: 13.9)
    case .chancesOnly: return SampleReport.report(.fiveDays, days: Self.chances)
    case .hostile: return Self.hostileReport
    case .empty: return SampleReport.report(.weekend)
    }
  }

  /// So many days of spring with every value.
  private static func days(_ count: Int) -> [DayForecast] {
    let words = ["Partly Cloudy", "Showers", "Sunny", "Thunderstorms", "AM Clouds/PM Sun", "Fog", "Light Snow"]
    return (0..<count).map { index in
      let high = Double([12, 9, 14, 17, 15, 7, 3][index % 7])
      var day = SampleReport.day("2021-04-25", high: high, low: high - 8, words[index % 7])
      day.date = day.date + index
      day.precipitationChance = Double(index * 37 % 100)
      day.precipitation = Precipitation(Double(index * 23 % 70) / 10, .millimeters)
      day.wind = Wind(
        speed: Speed(Double(5 + index * 13 % 60), .kilometersPerHour),
        gust: index.isMultiple(of: 2) ? Speed(Double(20 + index * 11 % 70), .kilometersPerHour) : nil,
        direction: CompassPoint.allCases[index * 5 % 16])
      day.humidity = Double(50 + index * 7 % 50)
      day.sunrise = LocalTime(day.date, seconds: 18_900 - 140 * index, offset: 7200)
      day.sunset = LocalTime(day.date, seconds: 73_800 + 140 * index, offset: 7200)
      return day
    }
  }

  private static var now: CurrentConditions {
    var now = CurrentConditions()
    now.observed = LocalTime("2021-04-25T22:05:00+02:00")
    now.temperature = Temperature(9.6, .celsius)
    now.feelsLike = Temperature(7, .celsius)
    now.description = "Mostly Clear"
    now.wind = Wind(speed: Speed(16.1, .kilometersPerHour), gust: Speed(30, .kilometersPerHour), direction: .southwest)
    now.humidity = 53
    now.pressure = Pressure(1013.2, .hectopascals)
    return now
  }

  /// Days of which nothing, little, and words without a sign are known.
  private static var unknownDays: [DayForecast] {
    var some = days(4)
    some[0] = DayForecast(date: some[0].date)
    some[1].high = nil
    some[1].description = "Plague of locusts"
    some[1].precipitation = nil
    some[2].low = nil
    some[2].wind = Wind(direction: .north)
    some[3].description = nil
    some[3].precipitationChance = nil
    some[3].sunset = nil
    return some
  }

  /// The day is over, so that it has no high; and a day is missing.
  private static var eveningDays: [DayForecast] {
    var some = days(5)
    some[0].high = nil
    some[0].description = "Clear"
    some.remove(at: 2)
    return some
  }

  private static var tokyoDays: [DayForecast] {
    var some = days(5)
    for (index, words) in ["晴れ", "曇り", "雨", "晴れのち曇り一時雨", "雪"].enumerated() {
      some[index].description = words
    }
    return some
  }

  private static var chances: [DayForecast] {
    days(5).map { day in
      var day = day
      day.precipitation = nil
      return day
    }
  }

  /// Two days of hours, of which some are missing and some unknown, with the sun's times from the place.
  private static func hourly(name: String, latitude: Double, longitude: Double, warmest: Double) -> Report {
    let start = SampleReport.clock.secondsSince1970 / 3600 * 3600
    var hours: [HourForecast] = []
    for index in 0..<48 where !(30..<38).contains(index) {
      var hour = HourForecast(time: LocalTime(secondsSince1970: start + index * 3600, offset: 7200))
      let local = (hour.time.clock.hour + 24 - 15) % 24
      hour.temperature = Temperature((warmest - Double(min(local, 24 - local))).rounded(decimals: 1), .celsius)
      hour.description = local < 12 ? "Partly Cloudy" : "Snow Showers"
      hour.precipitation = Precipitation(index % 9 > 5 ? Double(index % 4) / 2 : 0, .millimeters)
      hour.wind = Wind(speed: Speed(Double(index % 25), .metersPerSecond), degrees: Double(index * 15 % 360))
      if index.isMultiple(of: 13) { hour = HourForecast(time: hour.time) }
      hours.append(hour)
    }
    var report = SampleReport.report(.hourly, name: name, hours: hours)
    report.place.latitude = latitude
    report.place.longitude = longitude
    return report
  }

  /// Text that would be markup if it were let.
  private static var hostileReport: Report {
    var day = days(1)[0]
    day.description = "</desc><script>alert('\"&1\"')</script>"
    var report = SampleReport.report(.today, name: "<b onload=\"x\">A & B</b>", days: [day])
    report.source.name = "\"Site\" & <Co>"
    report.source.attribution = "]]> © '<i>'"
    report.source.url = "javascript:alert(1)//https://example.org"
    return report
  }
}
