/// A number with its unit.
public struct Measured<Unit: MeasurementUnit>: Hashable, Sendable {
  /// The number, in `unit`.
  public var value: Double
  /// The unit that `value` is in.
  public var unit: Unit

  /// A number in a unit.
  public init(_ value: Double, _ unit: Unit) {
    self.value = value
    self.unit = unit
  }

  /// The same in another unit, rounded to that unit's decimals; untouched, to the digit, where it is in `unit` already.
  public func converted(to unit: Unit) -> Self {
    if unit == self.unit { return self }
    return Self(exactly(in: unit).rounded(decimals: unit.decimals), unit)
  }

  /// The unrounded number in another unit.
  public func exactly(in unit: Unit) -> Double {
    if unit == self.unit { return value }
    let base = (value - self.unit.scale.zero) / self.unit.scale.steps
    return base * unit.scale.steps + unit.scale.zero
  }
}

extension Double {
  /// Rounded half away from zero to so many decimals, and never to a negative zero.
  public func rounded(decimals: Int) -> Double {
    var power = 1.0
    for _ in 0..<decimals { power *= 10 }
    let rounded = (self * power).rounded(.toNearestOrAwayFromZero) / power
    return rounded == 0 ? 0 : rounded
  }
}

/// A temperature, a dew point or a temperature felt.
public typealias Temperature = Measured<TemperatureUnit>
/// A wind's or a gust's speed.
public typealias Speed = Measured<SpeedUnit>
/// An air pressure.
public typealias Pressure = Measured<PressureUnit>
/// A visibility.
public typealias Distance = Measured<DistanceUnit>
/// A depth of rain, or of snow's water.
public typealias Precipitation = Measured<PrecipitationUnit>
