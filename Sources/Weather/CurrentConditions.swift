public import Basics

/// What the weather is now, as the source observed or computed it. nil is unknown.
public struct CurrentConditions: Hashable, Sendable {
  /// When it was observed.
  public var observed: LocalTime?
  /// The air temperature.
  public var temperature: Temperature?
  /// What the temperature feels like.
  public var feelsLike: Temperature?
  /// The source's own words (`Mostly Cloudy`).
  public var description: String?
  /// The wind.
  public var wind = Wind()
  /// The relative humidity, 0...100.
  public var humidity: Percentage?
  /// The dew point.
  public var dewPoint: Temperature?
  /// The air pressure, reduced to sea level.
  public var pressure: Pressure?
  /// How far one can see.
  public var visibility: Distance?
  /// The UV index, 0 and up.
  public var uvIndex: Double?
  /// How much of the sky is clouded, 0...100.
  public var cloudCover: Percentage?

  /// Conditions of which nothing is known yet.
  public init() {}
}
