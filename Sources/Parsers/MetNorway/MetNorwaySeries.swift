internal import Basics
internal import Markup
internal import Scraping
internal import Weather

/// Collects the steps of an answer, each of which looks ahead.
struct MetNorwaySeries {
  /// The labels of the answer's units, by field.
  let units: JSON?
  /// What the steps hold.
  var days = HoursIntoDays()
  /// The last step, whose rain is not known to be whole before the next step's time is known.
  private var pending: (data: JSON, time: LocalTime)?

  /// A series without steps.
  init(units: JSON?) { self.units = units }

  /// Adds a step of the answer.
  mutating func add(_ data: JSON, at time: LocalTime, of page: Page) throws(ScrapingError) {
    addRain(until: time)
    pending = (data, time)
    try days.add(hour(data, at: time), site: MetNorwayParser.facts.title, url: page.url)
    for (name, seconds) in [("next_6_hours", 21_600), ("next_12_hours", 43_200), ("next_1_hours", 3600)] {
      guard let period = data[name] else { continue }
      let end = LocalTime(secondsSince1970: time.secondsSince1970 + seconds, offset: time.offset)
      if let words = Self.words(period) { days.words.append(Spell(words, from: time, to: end)) }
      for field in ["air_temperature_max", "air_temperature_min"] {
        if let value = Cell(period.at("details", field))?.temperature(label: label(field)) {
          days.temperatures.append(Spell(value, from: time, to: end))
        }
      }
    }
  }

  /// Says that there are no more steps.
  mutating func finish() { addRain(until: nil) }

  /// The rain of the last step: of the next hour where the next step is an hour away, of six hours where it is further, so
  /// that none is counted twice. The step's row has it where it holds just as long.
  private mutating func addRain(until next: LocalTime?) {
    guard let (data, time) = pending else { return }
    let gap = next.map { $0.secondsSince1970 - time.secondsSince1970 } ?? 21_600
    for (name, seconds) in [("next_6_hours", 21_600), ("next_1_hours", 3600)] where seconds <= gap {
      guard let details = data.at(name, "details") else { continue }
      let amount = Cell(details["precipitation_amount"])?.precipitation(label: label("precipitation_amount"))
      let end = LocalTime(secondsSince1970: time.secondsSince1970 + seconds, offset: next?.offset ?? time.offset)
      days.rain.append(Spell(amount, from: time, to: end))
      if next == nil || seconds == gap { days.setPrecipitation(ofLastHour: amount, hours: seconds / 3600) }
      return
    }
  }

  private func hour(_ data: JSON, at time: LocalTime) -> HourForecast {
    let details = data.at("instant", "details")
    func cell(_ field: String) -> Cell? { Cell(details?[field]) }
    // A step of the later days looks six hours ahead. What falls in it is told when the next step's time is known.
    let period = data["next_1_hours"] ?? data["next_6_hours"] ?? data["next_12_hours"]
    var hour = HourForecast(time: time)
    hour.temperature = cell("air_temperature")?.temperature(label: label("air_temperature"))
    hour.description = period.flatMap { Self.words($0) }
    hour.precipitationChance = Cell(period?.at("details", "probability_of_precipitation"))?.percentage(
      label: label("probability_of_precipitation"))
    hour.wind = Wind(
      speed: cell("wind_speed")?.speed(label: label("wind_speed")),
      gust: cell("wind_speed_of_gust")?.gust(label: label("wind_speed_of_gust")),
      degrees: cell("wind_from_direction")?.degrees(label: label("wind_from_direction")))
    hour.humidity = cell("relative_humidity")?.percentage(label: label("relative_humidity"))
    hour.dewPoint = cell("dew_point_temperature")?.temperature(label: label("dew_point_temperature"))
    hour.pressure = cell("air_pressure_at_sea_level")?.pressure(label: label("air_pressure_at_sea_level"))
    hour.cloudCover = cell("cloud_area_fraction")?.percentage(label: label("cloud_area_fraction"))
    // What it would be under a clear sky, which is what warnings go by.
    hour.uvIndex = cell("ultraviolet_index_clear_sky")?.uvIndex(label: label("ultraviolet_index_clear_sky"))
    return hour
  }

  private func label(_ field: String) -> String? { units?[field]?.string }

  private static func words(_ period: JSON) -> String? {
    period.at("summary", "symbol_code")?.string.flatMap { MetSymbol.words($0) }
  }
}
