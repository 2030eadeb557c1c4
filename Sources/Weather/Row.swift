public import Basics

/// A row of a forecast: current conditions, a day or an hour.
///
/// The properties are shortcuts for the values of catalogue fields; nil is unknown.
public protocol Row: Hashable, Sendable {
  /// The kind, which determines the fields.
  static var kind: RowKinds { get }
  /// The values.
  var values: FieldValues { get set }
}

/// A type with current, daily and hourly rows.
public protocol HasRows {
  /// Current conditions.
  var current: CurrentConditions? { get set }
  /// Daily rows.
  var days: [DayForecast] { get set }
  /// Hourly rows.
  var hours: [HourForecast] { get set }
}

extension HasRows {
  /// Calls `update` for each selected field of each row.
  mutating func updateValues(where isWanted: (Field) -> Bool, _ update: (inout FieldValues, Field) -> Void) {
    let (dayFields, hourFields) = (RowKinds.day.fields.filter(isWanted), RowKinds.hour.fields.filter(isWanted))
    if var now = current {
      for field in RowKinds.current.fields where isWanted(field) { update(&now.values, field) }
      current = now
    }
    for index in days.indices { for field in dayFields { update(&days[index].values, field) } }
    for index in hours.indices { for field in hourFields { update(&hours[index].values, field) } }
  }
}

// Shortcuts for fields that code refers to by name; the fields' help texts explain them.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Row {
  private subscript(measured field: Field) -> Measured? {
    get { values[field]?.measured }
    set { values[field] = newValue.map { .measured($0) } }
  }

  private subscript(number field: Field) -> Double? {
    get { values[field]?.number }
    set { values[field] = newValue.map { .number($0) } }
  }

  private subscript(time field: Field) -> LocalTime? {
    get { values[field]?.time }
    set { values[field] = newValue.map { .time($0) } }
  }

  public var observed: LocalTime? {
    get { self[time: .observed] }
    set { self[time: .observed] = newValue }
  }

  public var temperature: Temperature? {
    get { self[measured: .temperature] }
    set { self[measured: .temperature] = newValue }
  }

  public var feelsLike: Temperature? {
    get { self[measured: .feelsLike] }
    set { self[measured: .feelsLike] = newValue }
  }

  public var high: Temperature? {
    get { self[measured: .high] }
    set { self[measured: .high] = newValue }
  }

  /// The lowest temperature: of the following night, or of the calendar day (``Forecast/lowFollowsHigh``).
  public var low: Temperature? {
    get { self[measured: .low] }
    set { self[measured: .low] = newValue }
  }

  /// The source's description (`Mostly Cloudy`); for a day already over, the night's.
  public var description: String? {
    get { values[.description]?.words }
    set { values[.description] = newValue.map { .words($0) } }
  }

  public var precipitationChance: Percentage? {
    get { self[number: .precipitationChance] }
    set { self[number: .precipitationChance] = newValue }
  }

  public var precipitation: Precipitation? {
    get { self[measured: .precipitation] }
    set { self[measured: .precipitation] = newValue }
  }

  public var humidity: Percentage? {
    get { self[number: .humidity] }
    set { self[number: .humidity] = newValue }
  }

  public var dewPoint: Temperature? {
    get { self[measured: .dewPoint] }
    set { self[measured: .dewPoint] = newValue }
  }

  public var pressure: Pressure? {
    get { self[measured: .pressure] }
    set { self[measured: .pressure] = newValue }
  }

  public var visibility: Distance? {
    get { self[measured: .visibility] }
    set { self[measured: .visibility] = newValue }
  }

  public var uvIndex: Double? {
    get { self[number: .uvIndex] }
    set { self[number: .uvIndex] = newValue }
  }

  public var cloudCover: Percentage? {
    get { self[number: .cloudCover] }
    set { self[number: .cloudCover] = newValue }
  }

  public var sunrise: LocalTime? {
    get { self[time: .sunrise] }
    set { self[time: .sunrise] = newValue }
  }

  public var sunset: LocalTime? {
    get { self[time: .sunset] }
    set { self[time: .sunset] = newValue }
  }

  public var wind: Wind {
    get {
      var wind = Wind(speed: self[measured: .windSpeed], gust: self[measured: .windGust])
      wind.direction = values[.windDirection]?.direction
      wind.degrees = self[number: .windDegrees]
      return wind
    }
    set {
      self[measured: .windSpeed] = newValue.speed
      self[measured: .windGust] = newValue.gust
      values[.windDirection] = newValue.direction.map { .direction($0) }
      self[number: .windDegrees] = newValue.degrees
    }
  }
}
