import Basics
import Weather
import Web

/// How a forecast is written, as ``ForecastReader`` reads it. Values are tagged with the place of their field in a list of
/// keys at the beginning, so that a program with another catalogue takes the fields that it knows and no others.
extension RecordWriter {
  /// Writes a forecast.
  mutating func add(_ forecast: Forecast) {
    add(Field.all.count)
    for field in Field.all { add(field.key) }
    add(forecast.place.name)
    add(forecast.place.latitude)
    add(forecast.place.longitude)
    add(forecast.place.timeZone)
    add(forecast.current == nil ? 0 : 1)
    if let current = forecast.current { add(current.values) }
    add(forecast.days.count)
    for day in forecast.days {
      add(day.date.number)
      add(day.from)
      add(day.sunState.flatMap { Sun.State.allCases.firstIndex(of: $0) }.map { $0 + 1 } ?? 0)
      add(day.values)
    }
    add(forecast.hours.count)
    for hour in forecast.hours {
      add(hour.time.secondsSince1970)
      add(hour.time.offset)
      add(hour.hours ?? 0)
      add(hour.values)
    }
    add(forecast.today == nil ? 0 : 1)
    if let today = forecast.today { add(today.number) }
    add(forecast.issued)
    add(forecast.observationInterval ?? 0)
    add(forecast.lowFollowsHigh ? 1 : 0)
    add(forecast.url)
    add(forecast.notes.count)
    for note in forecast.notes { add(note) }
    add(origins: forecast)
  }

  /// The values of a row: how many, then for each its field, its kind and what it is.
  private mutating func add(_ values: FieldValues) {
    let known = values.known
    add(known.count)
    for (field, value) in known {
      add(field.index)
      switch value {
      case .measured(let measured):
        add(0)
        add(measured.unit.rawValue)
        add(bits: measured.value)
      case .number(let number):
        add(1)
        add(bits: number)
      case .direction(let point):
        add(2)
        add(point.rawValue)
      case .words(let words):
        add(3)
        add(words)
      case .time(let time):
        add(4)
        add(time.secondsSince1970)
        add(time.offset)
      }
    }
  }

  /// Where each value was found, as a record of its own: few runs want to know, and the others skip it.
  private mutating func add(origins forecast: Forecast) {
    var record = RecordWriter()
    for values in [forecast.current?.values].compactMap({ $0 }) + forecast.days.map(\.values)
      + forecast.hours.map(\.values)
    {
      record.add(values.origins.count)
      for (field, origin) in values.origins {
        record.add(field.index)
        record.add(origin.layout)
        record.add(origin.selector)
        record.add(origin.text)
      }
    }
    add(record.bytes)
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
