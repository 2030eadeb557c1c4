/// The units that values are to be shown in; nil leaves a quantity as the source gives it.
public struct UnitSystem: Hashable, Sendable {
  /// The unit of temperatures.
  public var temperature: TemperatureUnit?
  /// The unit of speeds.
  public var speed: SpeedUnit?
  /// The unit of pressures.
  public var pressure: PressureUnit?
  /// The unit of distances.
  public var distance: DistanceUnit?
  /// The unit of precipitation.
  public var precipitation: PrecipitationUnit?

  /// Units of each quantity; none left out is converted.
  public init(
    temperature: TemperatureUnit? = nil, speed: SpeedUnit? = nil, pressure: PressureUnit? = nil,
    distance: DistanceUnit? = nil, precipitation: PrecipitationUnit? = nil
  ) {
    self.temperature = temperature
    self.speed = speed
    self.pressure = pressure
    self.distance = distance
    self.precipitation = precipitation
  }

  /// °C, km/h, hPa, km, mm.
  public static let metric = UnitSystem(
    temperature: .celsius, speed: .kilometersPerHour, pressure: .hectopascals, distance: .kilometers,
    precipitation: .millimeters)

  /// °F, mph, inHg, mi, in.
  public static let imperial = UnitSystem(
    temperature: .fahrenheit, speed: .milesPerHour, pressure: .inchesOfMercury, distance: .miles, precipitation: .inches
  )

  /// This system, with the units of another where that one states them.
  public func overridden(by other: UnitSystem) -> UnitSystem {
    UnitSystem(
      temperature: other.temperature ?? temperature, speed: other.speed ?? speed, pressure: other.pressure ?? pressure,
      distance: other.distance ?? distance, precipitation: other.precipitation ?? precipitation)
  }
}
