import Basics
import Weather
import Web

/// Reads a forecast as `RecordWriter.add(_:)` writes it.
struct ForecastReader {
  /// The bytes are no forecast.
  private struct Malformed: Error {}

  private var record: RecordReader

  /// The forecast; nil for bytes that are none.
  static func forecast(_ bytes: [UInt8]) -> Forecast? {
    var reader = ForecastReader(record: RecordReader(bytes))
    guard let forecast = try? reader.forecast(), reader.record.isAtEnd else { return nil }
    return forecast
  }

  private mutating func forecast() throws -> Forecast {
    var forecast = Forecast()
    forecast.place.name = try optionalText()
    forecast.place.latitude = try optionalNumber()
    forecast.place.longitude = try optionalNumber()
    forecast.place.timeZone = try optionalText()
    if try isThere() { forecast.current = try current() }
    for _ in 0..<(try count()) { forecast.days.append(try day()) }
    for _ in 0..<(try count()) { forecast.hours.append(try hour()) }
    if try isThere() { forecast.today = try calendarDay() }
    forecast.issued = try optionalTime()
    let interval = try whole(0...1 << 40)
    forecast.observationInterval = interval == 0 ? nil : interval
    forecast.lowFollowsHigh = try isThere()
    forecast.url = try text()
    for _ in 0..<(try count()) { forecast.notes.append(try text()) }
    return forecast
  }

  private mutating func current() throws -> CurrentConditions {
    var now = CurrentConditions()
    now.observed = try optionalTime()
    now.temperature = try measured()
    now.feelsLike = try measured()
    now.description = try optionalText()
    now.wind = try wind()
    now.humidity = try optionalNumber()
    now.dewPoint = try measured()
    now.pressure = try measured()
    now.visibility = try measured()
    now.uvIndex = try optionalNumber()
    now.cloudCover = try optionalNumber()
    return now
  }

  private mutating func day() throws -> DayForecast {
    var day = DayForecast(date: try calendarDay())
    day.from = try optionalTime()
    day.high = try measured()
    day.low = try measured()
    day.description = try optionalText()
    day.precipitationChance = try optionalNumber()
    day.precipitation = try measured()
    day.wind = try wind()
    day.humidity = try optionalNumber()
    day.uvIndex = try optionalNumber()
    day.cloudCover = try optionalNumber()
    day.sunrise = try optionalTime()
    day.sunset = try optionalTime()
    day.sunState = try oneOf(Sun.State.allCases)
    return day
  }

  private mutating func hour() throws -> HourForecast {
    var hour = HourForecast(time: try time())
    let hours = try whole(0...HourForecast.longest)
    hour.hours = hours == 0 ? nil : hours
    hour.temperature = try measured()
    hour.feelsLike = try measured()
    hour.description = try optionalText()
    hour.precipitationChance = try optionalNumber()
    hour.precipitation = try measured()
    hour.wind = try wind()
    hour.humidity = try optionalNumber()
    hour.dewPoint = try measured()
    hour.pressure = try measured()
    hour.visibility = try measured()
    hour.cloudCover = try optionalNumber()
    hour.uvIndex = try optionalNumber()
    return hour
  }

  private mutating func wind() throws -> Wind {
    var wind = Wind()
    wind.speed = try measured()
    wind.gust = try measured()
    wind.direction = try oneOf(CompassPoint.allCases)
    wind.degrees = try optionalNumber()
    return wind
  }

  private mutating func measured<Unit>() throws -> Measured<Unit>? {
    try oneOf(Array(Unit.allCases)).map { Measured(try number(), $0) }
  }

  /// The one of a list whose place, from 1 on, comes next; nil for 0.
  private mutating func oneOf<Value>(_ values: [Value]) throws -> Value? {
    let place = try whole(0...values.count)
    return place == 0 ? nil : values[place - 1]
  }

  private mutating func optionalTime() throws -> LocalTime? { try isThere() ? try time() : nil }

  private mutating func optionalNumber() throws -> Double? { try isThere() ? try number() : nil }

  private mutating func optionalText() throws -> String? { try isThere() ? try text() : nil }

  private mutating func time() throws -> LocalTime {
    LocalTime(secondsSince1970: try whole(-1 << 40...1 << 40), offset: try whole(-86_400...86_400))
  }

  /// A day of the years that a calendar day has, and a few more.
  private mutating func calendarDay() throws -> CalendarDay { CalendarDay(number: try whole(-1_000_000...4_000_000)) }

  private mutating func isThere() throws -> Bool { try whole(0...1) == 1 }

  private mutating func number() throws -> Double {
    guard let bits = record.number() else { throw Malformed() }
    return Double(bitPattern: UInt64(bitPattern: Int64(bits)))
  }

  private mutating func whole(_ range: ClosedRange<Int>) throws -> Int {
    guard let number = record.number(), range.contains(number) else { throw Malformed() }
    return number
  }

  private mutating func count() throws -> Int {
    guard let count = record.count() else { throw Malformed() }
    return count
  }

  private mutating func text() throws -> String {
    guard let text = record.text() else { throw Malformed() }
    return text
  }
}
