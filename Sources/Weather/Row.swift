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

  /// When it was observed.
  public var observed: LocalTime? {
    get { self[time: .observed] }
    set { self[time: .observed] = newValue }
  }

  /// The air temperature.
  public var temperature: Temperature? {
    get { self[measured: .temperature] }
    set { self[measured: .temperature] = newValue }
  }

  /// What the temperature feels like.
  public var feelsLike: Temperature? {
    get { self[measured: .feelsLike] }
    set { self[measured: .feelsLike] = newValue }
  }

  /// The highest temperature.
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

  /// The chance of precipitation, 0...100.
  public var precipitationChance: Percentage? {
    get { self[number: .precipitationChance] }
    set { self[number: .precipitationChance] = newValue }
  }

  /// How much precipitation falls in the row's time.
  public var precipitation: Precipitation? {
    get { self[measured: .precipitation] }
    set { self[measured: .precipitation] = newValue }
  }

  /// The relative humidity, 0...100.
  public var humidity: Percentage? {
    get { self[number: .humidity] }
    set { self[number: .humidity] = newValue }
  }

  /// The dew point.
  public var dewPoint: Temperature? {
    get { self[measured: .dewPoint] }
    set { self[measured: .dewPoint] = newValue }
  }

  /// The air pressure, reduced to sea level.
  public var pressure: Pressure? {
    get { self[measured: .pressure] }
    set { self[measured: .pressure] = newValue }
  }

  /// How far one can see.
  public var visibility: Distance? {
    get { self[measured: .visibility] }
    set { self[measured: .visibility] = newValue }
  }

  /// The UV index, 0 and up.
  public var uvIndex: Double? {
    get { self[number: .uvIndex] }
    set { self[number: .uvIndex] = newValue }
  }

  /// How much of the sky is clouded, 0...100.
  public var cloudCover: Percentage? {
    get { self[number: .cloudCover] }
    set { self[number: .cloudCover] = newValue }
  }

  /// When the sun rises.
  public var sunrise: LocalTime? {
    get { self[time: .sunrise] }
    set { self[time: .sunrise] = newValue }
  }

  /// When the sun sets.
  public var sunset: LocalTime? {
    get { self[time: .sunset] }
    set { self[time: .sunset] = newValue }
  }

  /// The wind.
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
