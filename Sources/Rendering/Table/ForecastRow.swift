import Display
import Weather

/// A day or an hour, as far as tables and charts treat them alike. nil is unknown.
struct ForecastRow {
  /// The day.
  var day: CalendarDay
  /// The hour; nil for a whole day.
  var time: LocalTime?
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

  /// The rows of a report: its hours where hours were asked for, else its days.
  static func rows(of report: Report) -> [ForecastRow] {
    report.kind == .hourly ? report.hours.map { Self($0, report.place) } : report.days.map { Self($0) }
  }

  /// A day.
  init(_ day: DayForecast) {
    self.day = day.date
    // A day that is over has no high any more, and the words of its night.
    isNight = day.high == nil && day.low != nil
    words = day.description
    (high, low) = (day.high, day.low)
    (chance, amount, wind) = (day.precipitationChance, day.precipitation, day.wind)
    (humidity, uvIndex, cloudCover) = (day.humidity, day.uvIndex, day.cloudCover)
    (sunrise, sunset) = (day.sunrise, day.sunset)
  }

  /// An hour at a place.
  init(_ hour: HourForecast, _ place: Place) {
    day = hour.time.day
    time = hour.time
    words = hour.description
    isNight = Daylight.isNight(at: hour.time, latitude: place.latitude, longitude: place.longitude) ?? false
    high = hour.temperature
    (chance, amount, wind) = (hour.precipitationChance, hour.precipitation, hour.wind)
    (feelsLike, humidity, uvIndex) = (hour.feelsLike, hour.humidity, hour.uvIndex)
    (pressure, dewPoint, visibility) = (hour.pressure, hour.dewPoint, hour.visibility)
    cloudCover = hour.cloudCover
  }

  /// What is so now; from the day's row what is not known of now.
  init(_ now: CurrentConditions, _ report: Report) {
    let today = report.days.first
    self.init(today ?? DayForecast(date: report.today))
    words = now.description ?? words
    isNight =
      Daylight.isNight(
        at: now.observed ?? report.source.fetched, latitude: report.place.latitude, longitude: report.place.longitude)
      ?? false
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
