internal import Basics
internal import Weather

/// A field's value, in the type that rows hold it in.
enum FoundValue: Hashable, Sendable {
  case temperature(Temperature)
  case speed(Speed)
  case pressure(Pressure)
  case distance(Distance)
  case precipitation(Precipitation)
  case number(Double)
  case words(String)
  case compass(CompassPoint)
  case time(LocalTime)
  case wind(Wind)
}

/// The values that were read of a row, by the fields' names, and where each was found.
struct FoundValues: Sendable {
  private(set) var values: [String: (value: FoundValue, origin: Origin)] = [:]

  /// Whether nothing was read.
  var isEmpty: Bool { values.isEmpty }

  /// Whether a field was read.
  func has(_ name: String) -> Bool { values[name] != nil }

  /// Sets a field that is not known yet.
  mutating func set(_ name: String, _ value: FoundValue, _ origin: Origin) {
    guard case .wind(let wind) = value else {
      if values[name] == nil { values[name] = (value, origin) }
      return
    }
    if let speed = wind.speed { set("windSpeed", .speed(speed), origin) }
    if let gust = wind.gust { set("windGust", .speed(gust), origin) }
    if let direction = wind.direction { set("windDirection", .compass(direction), origin) }
  }

  mutating func remove(_ name: String) { values[name] = nil }

  /// Takes what another layout has and this one lacks.
  mutating func fill(from other: FoundValues) { values.merge(other.values) { own, _ in own } }

  func temperature(_ name: String) -> Temperature? {
    if case .temperature(let value)? = values[name]?.value { value } else { nil }
  }
  func speed(_ name: String) -> Speed? { if case .speed(let value)? = values[name]?.value { value } else { nil } }
  func pressure(_ name: String) -> Pressure? {
    if case .pressure(let value)? = values[name]?.value { value } else { nil }
  }
  func distance(_ name: String) -> Distance? {
    if case .distance(let value)? = values[name]?.value { value } else { nil }
  }
  func precipitation(_ name: String) -> Precipitation? {
    if case .precipitation(let value)? = values[name]?.value { value } else { nil }
  }
  func number(_ name: String) -> Double? { if case .number(let value)? = values[name]?.value { value } else { nil } }
  func words(_ name: String) -> String? { if case .words(let value)? = values[name]?.value { value } else { nil } }
  func time(_ name: String) -> LocalTime? { if case .time(let value)? = values[name]?.value { value } else { nil } }
  private func compass(_ name: String) -> CompassPoint? {
    if case .compass(let value)? = values[name]?.value { value } else { nil }
  }
  private var wind: Wind {
    Wind(
      speed: speed("windSpeed"), gust: speed("windGust"), direction: compass("windDirection"),
      degrees: number("windDegrees"))
  }
}

extension FoundValue {
  /// The value as rows hold it; nil for a wind, which is several.
  var fieldValue: FieldValue? {
    switch self {
    case .temperature(let value), .speed(let value), .pressure(let value), .distance(let value),
      .precipitation(let value):
      .measured(value)
    case .number(let number): .number(number)
    case .words(let words): .words(words)
    case .compass(let point): .direction(point)
    case .time(let time): .time(time)
    case .wind: nil
    }
  }
}

extension FoundValues {
  /// Fills in every field that the row has.
  private func fill<R: Row>(_ row: inout R) {
    for field in R.kind.fields {
      guard let found = values[field.key], let value = found.value.fieldValue else { continue }
      row.values.set(value, of: field, from: found.origin)
    }
    row.wind = wind
  }

  /// The values as conditions of the moment.
  var conditions: CurrentConditions {
    var now = CurrentConditions()
    fill(&now)
    return now
  }

  /// The values as a day.
  func day(_ date: CalendarDay) -> DayForecast {
    var day = DayForecast(date: date)
    fill(&day)
    // The source must mean the day itself.
    if day.sunrise?.day != date { day.sunrise = nil }
    if day.sunset?.day != date { day.sunset = nil }
    return day
  }

  /// The values as a day or a night.
  func half(_ date: CalendarDay, isNight: Bool) -> HalfDay {
    var half = HalfDay(date: date, isNight: isNight)
    half.temperature = temperature("temperature")
    half.description = words("description")
    half.precipitationChance = number("precipitationChance")
    half.wind = wind
    half.humidity = number("humidity")
    half.uvIndex = number("uvIndex")
    return half
  }

  /// The values as an hour.
  func hour(_ time: LocalTime) -> HourForecast {
    var hour = HourForecast(time: time)
    fill(&hour)
    return hour
  }
}
