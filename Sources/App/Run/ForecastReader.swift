import Basics
import Weather
import Web

/// Reads a forecast as `RecordWriter.add(_:)` writes it.
struct ForecastReader {
  /// The bytes are no forecast.
  private struct Malformed: Error {}

  private var record: RecordReader
  /// The catalogue's fields in the order of the record's keys; nil for those that it does not have.
  private var fields: [Field?] = []

  /// The forecast; nil for bytes that are none.
  ///
  /// - Parameter withOrigins: whether it is told where each value was found.
  static func forecast(_ bytes: [UInt8], withOrigins: Bool = false) -> Forecast? {
    var reader = ForecastReader(record: RecordReader(bytes))
    guard let forecast = try? reader.forecast(withOrigins: withOrigins), reader.record.isAtEnd else { return nil }
    return forecast
  }

  private mutating func forecast(withOrigins: Bool) throws -> Forecast {
    for _ in 0..<(try count()) { fields.append(Field(try text())) }
    var forecast = Forecast()
    forecast.place.name = try optionalText()
    forecast.place.latitude = try optionalNumber()
    forecast.place.longitude = try optionalNumber()
    forecast.place.timeZone = try optionalText()
    if try isThere() {
      var current = CurrentConditions()
      current.values = try values()
      forecast.current = current
    }
    for _ in 0..<(try count()) { forecast.days.append(try day()) }
    for _ in 0..<(try count()) { forecast.hours.append(try hour()) }
    if try isThere() { forecast.today = try calendarDay() }
    forecast.issued = try optionalTime()
    let interval = try whole(0...1 << 40)
    forecast.observationInterval = interval == 0 ? nil : interval
    forecast.lowFollowsHigh = try isThere()
    forecast.url = try text()
    for _ in 0..<(try count()) { forecast.notes.append(try text()) }
    guard let origins = record.data() else { throw Malformed() }
    if withOrigins { try read(origins, into: &forecast) }
    return forecast
  }

  private mutating func day() throws -> DayForecast {
    var day = DayForecast(date: try calendarDay())
    day.from = try optionalTime()
    day.sunState = try oneOf(Sun.State.allCases)
    day.values = try values()
    return day
  }

  private mutating func hour() throws -> HourForecast {
    var hour = HourForecast(time: try time())
    let hours = try whole(0...HourForecast.longest)
    hour.hours = hours == 0 ? nil : hours
    hour.values = try values()
    return hour
  }

  private mutating func values() throws -> FieldValues {
    var values = FieldValues()
    for _ in 0..<(try count()) {
      let field = try field()
      let value: FieldValue
      switch try whole(0...4) {
      case 0:
        guard let unit = MeasurementUnit(rawValue: try text()) else { throw Malformed() }
        value = .measured(Measured(try number(), unit))
      case 1: value = .number(try number())
      case 2:
        guard let point = CompassPoint(rawValue: try text()) else { throw Malformed() }
        value = .direction(point)
      case 3: value = .words(try text())
      default: value = .time(try time())
      }
      if let field { values[field] = value }
    }
    return values
  }

  /// The field of the next value; nil for one that the catalogue does not have.
  private mutating func field() throws -> Field? {
    guard !fields.isEmpty else { throw Malformed() }
    return fields[try whole(0...fields.count - 1)]
  }

  /// Reads where each value was found.
  private func read(_ origins: [UInt8], into forecast: inout Forecast) throws {
    var reader = ForecastReader(record: RecordReader(origins), fields: fields)
    if var current = forecast.current {
      try reader.addOrigins(to: &current.values)
      forecast.current = current
    }
    for index in forecast.days.indices { try reader.addOrigins(to: &forecast.days[index].values) }
    for index in forecast.hours.indices { try reader.addOrigins(to: &forecast.hours[index].values) }
  }

  private mutating func addOrigins(to values: inout FieldValues) throws {
    for _ in 0..<(try count()) {
      let field = try field()
      let origin = Origin(layout: try text(), selector: try text(), text: try text())
      if let field, let value = values[field] { values.set(value, of: field, from: origin) }
    }
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
