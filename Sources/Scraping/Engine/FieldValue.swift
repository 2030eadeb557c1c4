internal import Basics
internal import Weather

/// Where a value was found.
public struct Origin: Hashable, Sendable {
  /// The layout's name; empty where the site has one only.
  public var layout: String
  /// The selector's expression.
  public var selector: String
  /// What stands there.
  public var text: String
}

/// A field's value, in the type that rows hold it in.
enum FieldValue: Hashable, Sendable {
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
struct FieldValues: Sendable {
  private(set) var values: [String: (value: FieldValue, origin: Origin)] = [:]

  /// Whether nothing was read.
  var isEmpty: Bool { values.isEmpty }

  /// Whether a field was read.
  func has(_ name: String) -> Bool { values[name] != nil }

  /// Sets a field that is not known yet.
  mutating func set(_ name: String, _ value: FieldValue, _ origin: Origin) {
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
  mutating func fill(from other: FieldValues) { values.merge(other.values) { own, _ in own } }

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

extension FieldValues {
  /// The values as conditions of the moment.
  var conditions: CurrentConditions {
    var now = CurrentConditions()
    now.observed = time("observed")
    now.temperature = temperature("temperature")
    now.feelsLike = temperature("feelsLike")
    now.description = words("description")
    now.wind = wind
    now.humidity = number("humidity")
    now.dewPoint = temperature("dewPoint")
    now.pressure = pressure("pressure")
    now.visibility = distance("visibility")
    now.uvIndex = number("uvIndex")
    now.cloudCover = number("cloudCover")
    return now
  }

  /// The values as a day.
  func day(_ date: CalendarDay) -> DayForecast {
    var day = DayForecast(date: date)
    day.high = temperature("high")
    day.low = temperature("low")
    day.description = words("description")
    day.precipitationChance = number("precipitationChance")
    day.precipitation = precipitation("precipitation")
    day.wind = wind
    day.humidity = number("humidity")
    day.uvIndex = number("uvIndex")
    day.cloudCover = number("cloudCover")
    // The source must mean the day itself.
    day.sunrise = time("sunrise").flatMap { $0.day == date ? $0 : nil }
    day.sunset = time("sunset").flatMap { $0.day == date ? $0 : nil }
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
    hour.temperature = temperature("temperature")
    hour.feelsLike = temperature("feelsLike")
    hour.description = words("description")
    hour.precipitationChance = number("precipitationChance")
    hour.precipitation = precipitation("precipitation")
    hour.wind = wind
    hour.humidity = number("humidity")
    hour.dewPoint = temperature("dewPoint")
    hour.pressure = pressure("pressure")
    hour.visibility = distance("visibility")
    hour.cloudCover = number("cloudCover")
    hour.uvIndex = number("uvIndex")
    return hour
  }
}
