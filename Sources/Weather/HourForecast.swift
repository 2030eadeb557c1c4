public import Basics

/// The forecast for one hour, or for a step of several hours where the source's steps are longer. nil is unknown.
public struct HourForecast: Hashable, Sendable {
  /// The hour's beginning.
  public var time: LocalTime
  /// How many hours the row holds for, beginning at `time`: its words and its precipitation are those of all of them. 1 for
  /// an ordinary hour, 6 for a step of six hours.
  public var hours: Int?
  /// The air temperature.
  public var temperature: Temperature?
  /// What the temperature feels like.
  public var feelsLike: Temperature?
  /// The source's own words.
  public var description: String?
  /// The chance of precipitation, 0...100.
  public var precipitationChance: Percentage?
  /// How much precipitation falls in the row's hours.
  public var precipitation: Precipitation?
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
  /// How much of the sky is clouded, 0...100.
  public var cloudCover: Percentage?
  /// The UV index, 0 and up.
  public var uvIndex: Double?

  /// The most hours that a row can hold.
  public static let longest = 24

  /// An hour of which nothing is known yet.
  public init(time: LocalTime) { self.time = time }
}
