import Basics
import Weather
import Web

/// How a forecast is written, as ``ForecastReader`` reads it. Where each value was found is left out: who wants to know
/// that reads the pages.
extension RecordWriter {
  /// Writes a forecast.
  mutating func add(_ forecast: Forecast) {
    add(forecast.place.name)
    add(forecast.place.latitude)
    add(forecast.place.longitude)
    add(forecast.place.timeZone)
    add(forecast.current == nil ? 0 : 1)
    if let current = forecast.current { add(current) }
    add(forecast.days.count)
    for day in forecast.days { add(day) }
    add(forecast.hours.count)
    for hour in forecast.hours { add(hour) }
    add(forecast.today == nil ? 0 : 1)
    if let today = forecast.today { add(today.number) }
    add(forecast.issued)
    add(forecast.observationInterval ?? 0)
    add(forecast.lowFollowsHigh ? 1 : 0)
    add(forecast.url)
    add(forecast.notes.count)
    for note in forecast.notes { add(note) }
  }

  private mutating func add(_ now: CurrentConditions) {
    add(now.observed)
    add(now.temperature)
    add(now.feelsLike)
    add(now.description)
    add(now.wind)
    add(now.humidity)
    add(now.dewPoint)
    add(now.pressure)
    add(now.visibility)
    add(now.uvIndex)
    add(now.cloudCover)
  }

  private mutating func add(_ day: DayForecast) {
    add(day.date.number)
    add(day.from)
    add(day.high)
    add(day.low)
    add(day.description)
    add(day.precipitationChance)
    add(day.precipitation)
    add(day.wind)
    add(day.humidity)
    add(day.uvIndex)
    add(day.cloudCover)
    add(day.sunrise)
    add(day.sunset)
    add(day.sunState.flatMap { Sun.State.allCases.firstIndex(of: $0) }.map { $0 + 1 } ?? 0)
  }

  private mutating func add(_ hour: HourForecast) {
    add(hour.time.secondsSince1970)
    add(hour.time.offset)
    add(hour.hours ?? 0)
    add(hour.temperature)
    add(hour.feelsLike)
    add(hour.description)
    add(hour.precipitationChance)
    add(hour.precipitation)
    add(hour.wind)
    add(hour.humidity)
    add(hour.dewPoint)
    add(hour.pressure)
    add(hour.visibility)
    add(hour.cloudCover)
    add(hour.uvIndex)
  }

  private mutating func add(_ wind: Wind) {
    add(wind.speed)
    add(wind.gust)
    add(wind.direction.flatMap { CompassPoint.allCases.firstIndex(of: $0) }.map { $0 + 1 } ?? 0)
    add(wind.degrees)
  }

  /// The unit's place among all of its quantity, from 1 on, and the number; 0 for nothing.
  private mutating func add<Unit>(_ measured: Measured<Unit>?) {
    guard let measured, let unit = Array(Unit.allCases).firstIndex(of: measured.unit) else { return add(0) }
    add(unit + 1)
    add(bits: measured.value)
  }

  private mutating func add(_ time: LocalTime?) {
    add(time == nil ? 0 : 1)
    guard let time else { return }
    add(time.secondsSince1970)
    add(time.offset)
  }

  private mutating func add(_ number: Double?) {
    add(number == nil ? 0 : 1)
    if let number { add(bits: number) }
  }

  private mutating func add(_ text: String?) {
    add(text == nil ? 0 : 1)
    if let text { add(text) }
  }

  private mutating func add(bits number: Double) { add(Int(truncatingIfNeeded: number.bitPattern)) }
}
