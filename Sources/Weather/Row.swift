public import Basics

/// A row of a forecast: the weather now, a day or an hour.
///
/// Its accessors are short for the values of the catalogue's fields; nil is unknown.
public protocol Row: Hashable, Sendable {
  /// Its kind, which says which fields it has.
  static var kind: RowKinds { get }
  /// The values.
  var values: FieldValues { get set }
}

/// What has the weather now, days and hours.
public protocol HasRows {
  /// The weather now.
  var current: CurrentConditions? { get set }
  /// The days.
  var days: [DayForecast] { get set }
  /// The hours.
  var hours: [HourForecast] { get set }
}

extension HasRows {
  /// Lets `update` change the values of all rows, field by field, of the fields that are wanted.
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

// The values of the fields that the program speaks of by name: the help of the fields says what they are.
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

  /// The lowest temperature: of the night that follows, or of the calendar day (``Forecast/lowFollowsHigh``).
  public var low: Temperature? {
    get { self[measured: .low] }
    set { self[measured: .low] = newValue }
  }

  /// The source's own words (`Mostly Cloudy`); of a day that is over those of its night.
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
