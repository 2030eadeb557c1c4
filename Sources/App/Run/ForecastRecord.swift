import Basics
import Weather
import Web

/// Serializes a forecast; one description of the format serves both reading and writing.
///
/// Values are tagged with an index into a list of field keys at the start, so that a program with another catalogue
/// reads only the fields that it knows.
struct ForecastRecord {
  /// The bytes are not a serialized forecast.
  private struct Malformed: Error {}

  private let isReading: Bool
  private var reader: RecordReader
  private var writer = RecordWriter()
  /// The catalogue's fields in the order of the record's keys; nil for unknown keys.
  private var fields: [Field?]

  private init(reading bytes: [UInt8]?, fields: [Field?] = []) {
    isReading = bytes != nil
    reader = RecordReader(bytes ?? [])
    self.fields = fields
  }

  static func bytes(of forecast: Forecast) -> [UInt8] {
    var record = ForecastRecord(reading: nil)
    var forecast = forecast
    // Only reading throws.
    try? record.code(&forecast, withOrigins: true)
    return record.writer.bytes
  }

  /// Deserializes a forecast; nil for malformed bytes. Few runs need origins; the others skip them.
  static func forecast(_ bytes: [UInt8], withOrigins: Bool = false) -> Forecast? {
    var record = ForecastRecord(reading: bytes)
    var forecast = Forecast()
    guard (try? record.code(&forecast, withOrigins: withOrigins)) != nil, record.reader.isAtEnd else { return nil }
    return forecast
  }

  private mutating func code(_ forecast: inout Forecast, withOrigins: Bool) throws {
    var keys = isReading ? [] : Field.all.map { $0.key }
    try code(&keys, like: "") { try $0.code(&$1) }
    fields = keys.map { Field($0) }
    try code(&forecast.place.name, like: "") { try $0.code(&$1) }
    try code(&forecast.place.latitude, like: 0) { try $0.code(&$1) }
    try code(&forecast.place.longitude, like: 0) { try $0.code(&$1) }
    try code(&forecast.place.timeZone, like: "") { try $0.code(&$1) }
    try code(&forecast.current, like: CurrentConditions()) { try $0.code(&$1.values) }
    try code(&forecast.days, like: DayForecast(date: Self.epoch.day)) { try $0.code(&$1) }
    try code(&forecast.hours, like: HourForecast(time: Self.epoch)) { try $0.code(&$1) }
    try code(&forecast.today, like: Self.epoch.day) { try $0.code(&$1) }
    try code(&forecast.issued, like: Self.epoch) { try $0.code(&$1) }
    try code(&forecast.observationInterval, upTo: 1 << 40)
    try code(&forecast.lowFollowsHigh)
    try code(&forecast.url)
    try code(&forecast.notes, like: "") { try $0.code(&$1) }
    let origins = isReading ? try reader.data() : nil
    var record = ForecastRecord(reading: origins, fields: fields)
    if withOrigins { try record.codeOrigins(&forecast) }
    if !isReading { writer.add(record.writer.bytes) }
  }

  private mutating func code(_ day: inout DayForecast) throws {
    try code(&day.date)
    try code(&day.from, like: Self.epoch) { try $0.code(&$1) }
    let states = Sun.State.allCases
    var number = day.sunState.flatMap { states.firstIndex(of: $0) }.map { $0 + 1 }
    try code(&number, upTo: states.count)
    day.sunState = number.map { states[$0 - 1] }
    try code(&day.values)
  }

  private mutating func code(_ hour: inout HourForecast) throws {
    try code(&hour.time)
    try code(&hour.hours, upTo: HourForecast.longest)
    try code(&hour.values)
  }

  private mutating func code(_ values: inout FieldValues) throws {
    let known = values.known
    for index in 0..<(try count(known.count)) {
      var field = isReading ? nil : known[index].field
      var value = isReading ? .number(0) : known[index].value
      try code(&field)
      try code(&value)
      if isReading, let field { values[field] = value }
    }
  }

  private mutating func code(_ value: inout FieldValue) throws {
    var kind =
      switch value {
      case .measured: 0
      case .number: 1
      case .direction: 2
      case .words: 3
      case .time: 4
      }
    try code(&kind, 0...4)
    switch kind {
    case 0:
      var measured = value.measured ?? Measured(0, .celsius)
      try code(&measured.unit)
      try code(&measured.value)
      value = .measured(measured)
    case 1: value = .number(try coded(value.number ?? 0) { try $0.code(&$1) })
    case 2: value = .direction(try coded(value.direction ?? .north) { try $0.code(&$1) })
    case 3: value = .words(try coded(value.words ?? "") { try $0.code(&$1) })
    default: value = .time(try coded(value.time ?? Self.epoch) { try $0.code(&$1) })
    }
  }

  // MARK: - Where values were found

  private mutating func codeOrigins(_ forecast: inout Forecast) throws {
    if var current = forecast.current {
      try codeOrigins(&current.values)
      forecast.current = current
    }
    for index in forecast.days.indices { try codeOrigins(&forecast.days[index].values) }
    for index in forecast.hours.indices { try codeOrigins(&forecast.hours[index].values) }
  }

  private mutating func codeOrigins(_ values: inout FieldValues) throws {
    let known = values.origins
    for index in 0..<(try count(known.count)) {
      var field = isReading ? nil : known[index].field
      var origin = isReading ? Origin(layout: "", selector: "", text: "") : known[index].origin
      try code(&field)
      try code(&origin.layout)
      try code(&origin.selector)
      try code(&origin.text)
      if isReading, let field, let value = values[field] { values.set(value, of: field, from: origin) }
    }
  }

  // MARK: - Parts

  private static let epoch = LocalTime(secondsSince1970: 0, offset: 0)

  private mutating func coded<Value>(
    _ value: Value, _ code: (inout Self, inout Value) throws -> Void
  ) throws -> Value {
    var value = value
    try code(&self, &value)
    return value
  }

  /// `like` is a placeholder for an item that is yet to be read.
  private mutating func code<Item>(
    _ items: inout [Item], like empty: Item, _ code: (inout Self, inout Item) throws -> Void
  ) throws {
    for index in 0..<(try count(items.count)) {
      if isReading { items.append(empty) }
      try code(&self, &items[index])
    }
  }

  private mutating func code<Value>(
    _ value: inout Value?, like empty: Value, _ code: (inout Self, inout Value) throws -> Void
  ) throws {
    let isThere = try coded(value != nil) { try $0.code(&$1) }
    value = isThere ? try coded(value ?? empty, code) : nil
  }

  private mutating func code(_ field: inout Field?) throws {
    guard !fields.isEmpty else { throw Malformed() }
    let last = fields.count - 1
    field = fields[try coded(field?.index ?? 0) { try $0.code(&$1, 0...last) }]
  }

  private mutating func code(_ time: inout LocalTime) throws {
    try code(&time.secondsSince1970, -1 << 40...1 << 40)
    try code(&time.offset, -86_400...86_400)
  }

  /// Accepts somewhat more than the valid range of dates.
  private mutating func code(_ day: inout CalendarDay) throws {
    day = CalendarDay(number: try coded(day.number) { try $0.code(&$1, -1_000_000...4_000_000) })
  }

  private mutating func code<Value: RawRepresentable<String>>(_ value: inout Value) throws {
    guard let read = Value(rawValue: try coded(value.rawValue, { try $0.code(&$1) })) else { throw Malformed() }
    value = read
  }

  private mutating func code(_ flag: inout Bool) throws {
    flag = try coded(flag ? 1 : 0) { try $0.code(&$1, 0...1) } == 1
  }

  /// A positive number; nil is stored as 0.
  private mutating func code(_ number: inout Int?, upTo most: Int) throws {
    let whole = try coded(number ?? 0) { try $0.code(&$1, 0...most) }
    number = whole == 0 ? nil : whole
  }

  private mutating func code(_ number: inout Double) throws {
    let bits = try coded(Int(truncatingIfNeeded: number.bitPattern)) { try $0.code(&$1, Int.min...Int.max) }
    number = Double(bitPattern: UInt64(bitPattern: Int64(bits)))
  }

  private mutating func code(_ number: inout Int, _ range: ClosedRange<Int>) throws {
    if isReading { number = try reader.number(in: range) } else { writer.add(number) }
  }

  private mutating func code(_ text: inout String) throws {
    if isReading { text = try reader.text() } else { writer.add(text) }
  }

  private mutating func count(_ written: Int) throws -> Int {
    if isReading { return try reader.count() }
    writer.add(written)
    return written
  }
}
