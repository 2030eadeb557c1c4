import Basics
import Weather

/// A metric: its name with the base unit (prometheus.io, "Metric and label naming"), what it means, and its samples of a
/// report.
struct PrometheusMetric {
  /// The name.
  let name: String
  /// What stands behind `# HELP`.
  let help: String
  /// The samples of one report.
  let samples: (Report) -> [PrometheusSample]

  /// All metrics, in the order in which they are written.
  static var all: [PrometheusMetric] { source + current + days + hours }

  /// What is said of the source.
  private static var source: [PrometheusMetric] {
    [
      PrometheusMetric("weather_up", "Whether the source gave a forecast.") { $0.failure == nil ? 1 : 0 },
      PrometheusMetric("weather_fetched_timestamp_seconds", "When the source was asked, in Unix time.") { report in
        report.failure == nil ? Double(report.source.fetched.secondsSince1970) : nil
      },
      PrometheusMetric("weather_age_seconds", "How old the source's answer is.") { report in
        report.failure == nil ? Double(report.source.age) : nil
      },
      PrometheusMetric("weather_stale", "Whether the answer is older than the source allows.") { report in
        report.failure == nil ? (report.source.stale ? 1 : 0) : nil
      },
    ]
  }

  /// What is so now.
  private static var current: [PrometheusMetric] {
    [
      now("weather_observed_timestamp_seconds", "When the current conditions were observed, in Unix time.") {
        $0.observed.map { Double($0.secondsSince1970) }
      },
      now("weather_temperature_celsius", "The air temperature now.") { celsius($0.temperature) },
      now("weather_feels_like_celsius", "What the temperature feels like now.") { celsius($0.feelsLike) },
      now("weather_dew_point_celsius", "The dew point now.") { celsius($0.dewPoint) },
      now("weather_humidity_ratio", "The relative humidity now, 0 to 1.") { ratio($0.humidity) },
      now("weather_wind_speed_meters_per_second", "The wind's mean speed now.") { metersPerSecond($0.wind.speed) },
      now("weather_wind_gust_meters_per_second", "The speed of the gusts now.") { metersPerSecond($0.wind.gust) },
      now("weather_wind_direction_degrees", "Where the wind blows from now, clockwise from north.") {
        bearing($0.wind)
      },
      now("weather_pressure_pascals", "The air pressure now, reduced to sea level.") {
        $0.pressure.map { $0.exactly(in: .hectopascals) * 100 }
      },
      now("weather_visibility_meters", "How far one can see now.") {
        $0.visibility.map { $0.exactly(in: .kilometers) * 1000 }
      },
      now("weather_uv_index", "The UV index now.") { $0.uvIndex },
      now("weather_cloud_cover_ratio", "How much of the sky is clouded now, 0 to 1.") { ratio($0.cloudCover) },
    ]
  }

  /// What days will bring, the label counting them from today, which is 0.
  private static var days: [PrometheusMetric] {
    [
      day("high_celsius", "The highest temperature of a day.") { celsius($0.high) },
      day("low_celsius", "The lowest temperature of a day or its night.") { celsius($0.low) },
      day("precipitation_chance_ratio", "The chance of precipitation on a day, 0 to 1.") {
        ratio($0.precipitationChance)
      },
      day("precipitation_meters", "How much precipitation falls on a day.") { meters($0.precipitation) },
      day("wind_speed_meters_per_second", "The wind's speed on a day.") { metersPerSecond($0.wind.speed) },
      day("wind_gust_meters_per_second", "The speed of the gusts on a day.") { metersPerSecond($0.wind.gust) },
      day("wind_direction_degrees", "Where the wind blows from on a day, clockwise from north.") { bearing($0.wind) },
      day("humidity_ratio", "The relative humidity on a day, 0 to 1.") { ratio($0.humidity) },
      day("uv_index", "The highest UV index of a day.") { $0.uvIndex },
      day("cloud_cover_ratio", "How much of the sky is clouded on a day, 0 to 1.") { ratio($0.cloudCover) },
      day("sunrise_timestamp_seconds", "When the sun rises on a day, in Unix time.") {
        $0.sunrise.map { Double($0.secondsSince1970) }
      },
      day("sunset_timestamp_seconds", "When the sun sets on a day, in Unix time.") {
        $0.sunset.map { Double($0.secondsSince1970) }
      },
    ]
  }

  /// What hours will bring, the label counting them from the running one, which is 0.
  private static var hours: [PrometheusMetric] {
    [
      hour("temperature_celsius", "The air temperature of an hour.") { celsius($0.temperature) },
      hour("feels_like_celsius", "What the temperature of an hour feels like.") { celsius($0.feelsLike) },
      hour("dew_point_celsius", "The dew point of an hour.") { celsius($0.dewPoint) },
      hour("precipitation_chance_ratio", "The chance of precipitation in an hour, 0 to 1.") {
        ratio($0.precipitationChance)
      },
      hour("precipitation_meters", "How much precipitation falls in an hour.") { meters($0.precipitation) },
      hour("wind_speed_meters_per_second", "The wind's mean speed of an hour.") { metersPerSecond($0.wind.speed) },
      hour("wind_gust_meters_per_second", "The speed of the gusts of an hour.") { metersPerSecond($0.wind.gust) },
      hour("wind_direction_degrees", "Where the wind blows from in an hour, clockwise from north.") {
        bearing($0.wind)
      },
      hour("humidity_ratio", "The relative humidity of an hour, 0 to 1.") { ratio($0.humidity) },
      hour("pressure_pascals", "The air pressure of an hour, reduced to sea level.") {
        $0.pressure.map { $0.exactly(in: .hectopascals) * 100 }
      },
      hour("visibility_meters", "How far one can see in an hour.") {
        $0.visibility.map { $0.exactly(in: .kilometers) * 1000 }
      },
      hour("uv_index", "The UV index of an hour.") { $0.uvIndex },
      hour("cloud_cover_ratio", "How much of the sky is clouded in an hour, 0 to 1.") { ratio($0.cloudCover) },
    ]
  }

  private init(_ name: String, _ help: String, value: @escaping (Report) -> Double?) {
    self.init(name: name, help: help) { report in PrometheusSample(value(report), report).map { [$0] } ?? [] }
  }

  private init(name: String, help: String, samples: @escaping (Report) -> [PrometheusSample]) {
    self.name = name
    self.help = help
    self.samples = samples
  }

  private static func now(_ name: String, _ help: String, value: @escaping (CurrentConditions) -> Double?) -> Self {
    PrometheusMetric(name, help) { $0.current.flatMap(value) }
  }

  private static func day(_ name: String, _ help: String, value: @escaping (DayForecast) -> Double?) -> Self {
    PrometheusMetric(name: "weather_day_\(name)", help: help) { report in
      report.days.compactMap { PrometheusSample(value($0), report, [("days_ahead", String($0.date - report.today))]) }
    }
  }

  private static func hour(_ name: String, _ help: String, value: @escaping (HourForecast) -> Double?) -> Self {
    PrometheusMetric(name: "weather_hour_\(name)", help: help) { report in
      report.hours.compactMap { hour in
        let seconds = hour.time.secondsSince1970 - report.source.fetched.secondsSince1970
        // The running hour began up to an hour before the clock was read.
        let ahead = Int((Double(seconds) / 3600).rounded(.up))
        return PrometheusSample(value(hour), report, [("hours_ahead", String(ahead))])
      }
    }
  }

  private static func celsius(_ value: Temperature?) -> Double? { value?.exactly(in: .celsius) }

  private static func metersPerSecond(_ value: Speed?) -> Double? { value?.exactly(in: .metersPerSecond) }

  private static func ratio(_ value: Percentage?) -> Double? { value.map { $0 / 100 } }

  /// The bearing; that of the point of the compass where only this is known.
  private static func bearing(_ wind: Wind) -> Double? {
    wind.degrees ?? wind.direction.flatMap { CompassPoint.allCases.firstIndex(of: $0) }.map { Double($0) * 22.5 }
  }

  /// Depths are lengths, and the base unit of lengths is the metre.
  private static func meters(_ value: Precipitation?) -> Double? { value.map { $0.exactly(in: .millimeters) / 1000 } }
}
