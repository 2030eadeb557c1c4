internal import Markup
internal import Scraping
internal import Weather

/// One part of an answer: arrays of one length, a row being what stands at the same position in each.
struct OpenMeteoRows {
  /// The rows' times.
  let times: [JSON]
  private var columns: [String: [JSON]] = [:]
  private let units: JSON?

  init(_ part: JSON?, units: JSON?) {
    for (name, column) in part?.members ?? [] { columns[Self.newName(name)] = column.elements }
    times = columns["time"] ?? []
    self.units = units
  }

  /// A single row, whose values stand bare: the `current` part, or `current_weather` as it was called.
  static func current(_ answer: JSON, _ clock: OpenMeteoClock) -> CurrentConditions? {
    let name = answer["current"] == nil ? "current_weather" : "current"
    guard let part = answer[name], part.count > 0 else { return nil }
    // The old part had no units of its own at first; then they are the hours', if those are there.
    var row = OpenMeteoRows(nil, units: answer["\(name)_units"] ?? answer["hourly_units"])
    for (name, value) in part.members { row.columns[newName(name)] = [value] }
    let time = clock.time(part["time"])
    var current = CurrentConditions(row.hour(0, at: time ?? LocalTime(secondsSince1970: 0, offset: 0)))
    current.observed = time
    return current
  }

  func has(_ name: String) -> Bool { columns[name] != nil }

  func hour(_ row: Int, at time: LocalTime) -> HourForecast {
    var hour = HourForecast(time: time)
    hour.temperature = temperature("temperature_2m", row)
    hour.feelsLike = temperature("apparent_temperature", row)
    hour.description = words(row)
    hour.precipitationChance = number("precipitation_probability", row)
    hour.precipitation = UnitLabel.precipitation(number("precipitation", row), unit("precipitation"))
    hour.wind = Wind(
      speed: speed("wind_speed_10m", row), gust: speed("wind_gusts_10m", row),
      degrees: number("wind_direction_10m", row))
    hour.humidity = number("relative_humidity_2m", row)
    hour.dewPoint = temperature("dew_point_2m", row)
    hour.pressure = UnitLabel.pressure(number("pressure_msl", row), unit("pressure_msl"))
    hour.visibility = UnitLabel.distance(number("visibility", row), unit("visibility"))
    hour.cloudCover = number("cloud_cover", row)
    hour.uvIndex = number("uv_index", row)
    return hour
  }

  func day(_ row: Int, of date: CalendarDay, _ clock: OpenMeteoClock) -> DayForecast {
    var day = DayForecast(date: date)
    day.high = temperature("temperature_2m_max", row)
    day.low = temperature("temperature_2m_min", row)
    day.description = words(row)
    day.precipitationChance = number("precipitation_probability_max", row)
    day.precipitation = UnitLabel.precipitation(number("precipitation_sum", row), unit("precipitation_sum"))
    day.wind = Wind(
      speed: speed("wind_speed_10m_max", row), gust: speed("wind_gusts_10m_max", row),
      degrees: number("wind_direction_10m_dominant", row))
    day.uvIndex = number("uv_index_max", row)
    day.sunrise = clock.time(value("sunrise", row))
    day.sunset = clock.time(value("sunset", row))
    return day
  }

  /// Today's name of a field that was called otherwise before 2024: `windspeed_10m` is `wind_speed_10m`.
  private static func newName(_ name: String) -> String {
    for (old, new) in oldNames where name.hasPrefix(old) { return new + name.dropFirst(old.count) }
    return bareNames[name] ?? name
  }

  private static let oldNames = [
    ("weathercode", "weather_code"), ("windspeed_10m", "wind_speed_10m"), ("windgusts_10m", "wind_gusts_10m"),
    ("winddirection_10m", "wind_direction_10m"), ("relativehumidity_2m", "relative_humidity_2m"),
    ("dewpoint_2m", "dew_point_2m"), ("cloudcover", "cloud_cover"),
  ]

  /// The names in `current_weather`, which say no height.
  private static let bareNames = [
    "temperature": "temperature_2m", "windspeed": "wind_speed_10m", "winddirection": "wind_direction_10m",
  ]

  private func value(_ name: String, _ row: Int) -> JSON? {
    guard let column = columns[name], column.indices.contains(row) else { return nil }
    return column[row]
  }

  private func number(_ name: String, _ row: Int) -> Double? { Cell(value(name, row))?.number }

  private func unit(_ name: String) -> String? {
    units?[name]?.string ?? units?.members.first { Self.newName($0.key) == name }?.value.string
  }

  private func temperature(_ name: String, _ row: Int) -> Temperature? {
    UnitLabel.temperature(number(name, row), unit(name))
  }

  private func speed(_ name: String, _ row: Int) -> Speed? { UnitLabel.speed(number(name, row), unit(name)) }

  private func words(_ row: Int) -> String? {
    number("weather_code", row).flatMap { Int(exactly: $0) }.flatMap { WeatherCode.words($0) }
  }
}
