internal import Basics
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
    let times = columns["time"] ?? []
    // In a column of another length nobody knows which row a value belongs to.
    columns = columns.filter { $0.value.count == times.count }
    self.times = times
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
    // It always says when it is of: where that cannot be read it may be of any day.
    if time == nil { return nil }
    var current = CurrentConditions(row.hour(0, at: time ?? LocalTime(secondsSince1970: 0, offset: 0)))
    current.observed = time
    return current
  }

  func has(_ name: String) -> Bool { columns[name] != nil }

  func hour(_ row: Int, at time: LocalTime) -> HourForecast {
    var hour = HourForecast(time: time)
    hour.hours = 1
    hour.temperature = temperature("temperature_2m", row)
    hour.feelsLike = cell("apparent_temperature", row)?.feelsLike(label: unit("apparent_temperature"))
    hour.description = words(row)
    hour.precipitationChance = percentage("precipitation_probability", row)
    hour.precipitation = cell("precipitation", row)?.precipitation(label: unit("precipitation"))
    hour.wind = Wind(
      speed: speed("wind_speed_10m", row), gust: gust("wind_gusts_10m", row),
      degrees: degrees("wind_direction_10m", row))
    hour.humidity = percentage("relative_humidity_2m", row)
    hour.dewPoint = temperature("dew_point_2m", row)
    hour.pressure = cell("pressure_msl", row)?.pressure(label: unit("pressure_msl"))
    hour.visibility = cell("visibility", row)?.distance(label: unit("visibility"))
    hour.cloudCover = percentage("cloud_cover", row)
    hour.uvIndex = cell("uv_index", row)?.uvIndex(label: unit("uv_index"))
    return hour
  }

  func day(_ row: Int, of date: CalendarDay, _ clock: OpenMeteoClock) -> DayForecast {
    var day = DayForecast(date: date)
    day.high = temperature("temperature_2m_max", row)
    day.low = temperature("temperature_2m_min", row)
    day.description = words(row)
    day.precipitationChance = percentage("precipitation_probability_max", row)
    day.precipitation = cell("precipitation_sum", row)?.precipitation(label: unit("precipitation_sum"))
    day.wind = Wind(
      speed: speed("wind_speed_10m_max", row), gust: gust("wind_gusts_10m_max", row),
      degrees: degrees("wind_direction_10m_dominant", row))
    day.uvIndex = cell("uv_index_max", row)?.uvIndex(label: unit("uv_index_max"))
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

  private func cell(_ name: String, _ row: Int) -> Cell? { Cell(value(name, row)) }

  private func unit(_ name: String) -> String? {
    units?[name]?.string ?? units?.members.first { Self.newName($0.key) == name }?.value.string
  }

  private func temperature(_ name: String, _ row: Int) -> Temperature? {
    cell(name, row)?.temperature(label: unit(name))
  }

  private func speed(_ name: String, _ row: Int) -> Speed? { cell(name, row)?.speed(label: unit(name)) }

  private func gust(_ name: String, _ row: Int) -> Speed? { cell(name, row)?.gust(label: unit(name)) }

  private func percentage(_ name: String, _ row: Int) -> Percentage? { cell(name, row)?.percentage(label: unit(name)) }

  private func degrees(_ name: String, _ row: Int) -> Double? { cell(name, row)?.degrees(label: unit(name)) }

  private func words(_ row: Int) -> String? {
    cell("weather_code", row)?.code.flatMap { WeatherCode.words($0) }
  }
}
