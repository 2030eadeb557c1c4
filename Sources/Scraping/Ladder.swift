import Basics
public import Weather

/// The rungs on which the fields of one row are sought, the best first: what one lacks is sought on the next.
public struct Ladder {
  private let rungs: [Rung]
  /// Tells the offset of the place's clocks, for times of day that come without one; nil where it is not known.
  private let offset: () -> Int?
  /// The name of the rung that gave each field.
  public private(set) var found: [Field: String] = [:]

  /// A ladder of rungs, for a row whose place has an offset.
  public init(_ rungs: [Rung], offset: @escaping () -> Int? = { nil }) {
    self.rungs = rungs
    self.offset = offset
  }

  /// The first value that a rung gives for a field.
  public mutating func value<Value>(_ field: Field, _ read: (Cell, PageUnits) -> Value?) -> Value? {
    for rung in rungs {
      guard rung.offers(field), let cell = rung.cell(field), let value = read(cell, rung.units()) else { continue }
      found[field] = rung.name
      return value
    }
    return nil
  }

  /// Fills in the conditions of the moment.
  public mutating func fill(_ now: inout CurrentConditions) {
    now.observed = value(.observed) { cell, _ in cell.words.flatMap { LocalTime($0) } }
    now.temperature = value(.temperature) { $0.temperature($1) }
    now.feelsLike = value(.feelsLike) { $0.feelsLike($1) }
    now.description = value(.description) { cell, _ in cell.condition }
    now.wind = wind()
    now.humidity = value(.humidity) { cell, _ in cell.percentage }
    now.dewPoint = value(.dewPoint) { $0.temperature($1) }
    now.pressure = value(.pressure) { $0.pressure($1) }
    now.visibility = value(.visibility) { $0.distance($1) }
    now.uvIndex = value(.uvIndex) { cell, _ in cell.uvIndex }
    now.cloudCover = value(.cloudCover) { cell, _ in cell.percentage }
  }

  /// Fills in a day.
  public mutating func fill(_ day: inout DayForecast) {
    let date = day.date
    day.high = value(.high) { $0.temperature($1) }
    day.low = value(.low) { $0.temperature($1) }
    day.description = value(.description) { cell, _ in cell.condition }
    day.precipitationChance = value(.precipitationChance) { cell, _ in cell.percentage }
    day.precipitation = value(.precipitation) { $0.precipitation($1) }
    day.wind = wind()
    day.humidity = value(.humidity) { cell, _ in cell.percentage }
    day.uvIndex = value(.uvIndex) { cell, _ in cell.uvIndex }
    day.cloudCover = value(.cloudCover) { cell, _ in cell.percentage }
    let offset = offset
    day.sunrise = value(.sunrise) { cell, _ in Self.time(cell, on: date, offset: offset) }
    day.sunset = value(.sunset) { cell, _ in Self.time(cell, on: date, offset: offset) }
  }

  /// Fills in an hour.
  public mutating func fill(_ hour: inout HourForecast) {
    hour.temperature = value(.temperature) { $0.temperature($1) }
    hour.feelsLike = value(.feelsLike) { $0.feelsLike($1) }
    hour.description = value(.description) { cell, _ in cell.condition }
    hour.precipitationChance = value(.precipitationChance) { cell, _ in cell.percentage }
    hour.precipitation = value(.precipitation) { $0.precipitation($1) }
    hour.wind = wind()
    hour.humidity = value(.humidity) { cell, _ in cell.percentage }
    hour.dewPoint = value(.dewPoint) { $0.temperature($1) }
    hour.pressure = value(.pressure) { $0.pressure($1) }
    hour.visibility = value(.visibility) { $0.distance($1) }
    hour.cloudCover = value(.cloudCover) { cell, _ in cell.percentage }
    hour.uvIndex = value(.uvIndex) { cell, _ in cell.uvIndex }
  }

  private mutating func wind() -> Wind {
    Wind(
      speed: value(.windSpeed) { $0.speed($1) }, gust: value(.windGust) { $0.gust($1) },
      direction: value(.windDirection) { cell, _ in cell.compassPoint },
      degrees: value(.windDegrees) { cell, _ in cell.rotation })
  }

  /// A whole time, or a time of day where the place's offset is known; the source must mean the day itself.
  private static func time(_ cell: Cell, on day: CalendarDay, offset: () -> Int?) -> LocalTime? {
    guard let text = cell.words else { return nil }
    if let time = LocalTime(text) { return time.day == day ? time : nil }
    guard let seconds = TimeOfDay.seconds(text), let offset = offset() else { return nil }
    return LocalTime(day, seconds: seconds, offset: offset)
  }
}
