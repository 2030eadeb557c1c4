import Basics
import Weather

/// A day or an hour, as far as tables and charts treat them alike. nil is unknown.
struct ForecastRow {
  /// The day.
  var day: CalendarDay
  /// The hour; nil for a whole day.
  var time: LocalTime?
  /// The hour that the day's values begin at; nil for a whole day, and for an hour.
  var from: LocalTime?
  /// How many hours the row of an hour holds, where the source says it.
  var hours: Int?
  /// How long it holds, in seconds.
  var length = 86_400
  /// Whether something is missing before it, so that no curve leads to it.
  var followsGap = false
  /// The source's words.
  var words: String?
  /// Whether it is known to be night.
  var isNight = false
  /// The day's high, or the hour's temperature.
  var high: Temperature?
  /// The day's low; an hour has none.
  var low: Temperature?
  /// The chance of precipitation.
  var chance: Percentage?
  /// How much precipitation falls.
  var amount: Precipitation?
  /// The wind.
  var wind: Wind
  /// What only tables show.
  var feelsLike: Temperature?
  var humidity: Percentage?
  var uvIndex: Double?
  var pressure: Pressure?
  var dewPoint: Temperature?
  var visibility: Distance?
  var cloudCover: Percentage?
  var sunrise: LocalTime?
  var sunset: LocalTime?
  var sunState: Sun.State?

  /// The rows of a report: its hours where hours were asked for, else its days.
  static func rows(of report: Report) -> [ForecastRow] {
    let daylight = Daylight(report)
    if report.kind == .hourly {
      return zip(report.hours, HourSteps.of(report.hours)).map { Self($0, $1, daylight) }
    }
    var rows = report.days.map { Self($0, daylight) }
    for index in rows.indices.dropFirst() { rows[index].followsGap = rows[index].day - rows[index - 1].day > 1 }
    return rows
  }

  /// A day.
  init(_ day: DayForecast, _ daylight: Daylight) {
    self.day = day.date
    from = day.from
    isNight = daylight.isNight(on: day)
    words = day.description
    (high, low) = (day.high, day.low)
    (chance, amount, wind) = (day.precipitationChance, day.precipitation, day.wind)
    (humidity, uvIndex, cloudCover) = (day.humidity, day.uvIndex, day.cloudCover)
    (sunrise, sunset, sunState) = (day.sunrise, day.sunset, day.sunState)
  }

  /// An hour, or a step of several.
  init(_ hour: HourForecast, _ step: HourSteps.Step, _ daylight: Daylight) {
    day = hour.time.day
    time = hour.time
    (length, followsGap) = step
    hours = hour.hours
    words = hour.description
    isNight = daylight.isNight(at: hour.time)
    high = hour.temperature
    (chance, amount, wind) = (hour.precipitationChance, hour.precipitation, hour.wind)
    (feelsLike, humidity, uvIndex) = (hour.feelsLike, hour.humidity, hour.uvIndex)
    (pressure, dewPoint, visibility) = (hour.pressure, hour.dewPoint, hour.visibility)
    cloudCover = hour.cloudCover
  }

  /// What is so now; from the day's row what is not known of now.
  init(_ now: CurrentConditions, _ report: Report) {
    let today = report.days.first
    let daylight = Daylight(report)
    self.init(today ?? DayForecast(date: report.today), daylight)
    words = now.description ?? words
    isNight = daylight.isNight(report)
    (high, low) = (now.temperature, nil)
    if now.wind.speed != nil || now.wind.direction != nil {
      let gust = now.wind.gust ?? wind.gust
      wind = now.wind
      wind.gust = gust
    }
    feelsLike = now.feelsLike
    humidity = now.humidity ?? humidity
    uvIndex = now.uvIndex ?? uvIndex
    (pressure, dewPoint, visibility) = (now.pressure, now.dewPoint, now.visibility)
    cloudCover = now.cloudCover ?? cloudCover
  }
}
