/// A number with its unit.
public struct Measured: Hashable, Sendable {
  /// The number, in `unit`.
  public var value: Double
  /// The unit that `value` is in.
  public var unit: MeasurementUnit

  /// A number in a unit.
  public init(_ value: Double, _ unit: MeasurementUnit) {
    (self.value, self.unit) = (value, unit)
  }

  /// The same in another unit, rounded to that unit's decimals; untouched, to the digit, where it is in `unit` already.
  public func converted(to unit: MeasurementUnit) -> Self {
    if unit == self.unit { return self }
    return Self(exactly(in: unit).rounded(decimals: unit.decimals), unit)
  }

  /// The unrounded number in another unit of the same quantity.
  public func exactly(in unit: MeasurementUnit) -> Double {
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

/// A number in a unit of temperature.
public typealias Temperature = Measured
/// A number in a unit of speed.
public typealias Speed = Measured
/// A number in a unit of pressure.
public typealias Pressure = Measured
/// A number in a unit of distance.
public typealias Distance = Measured
/// A depth of rain, or of snow's water.
public typealias Precipitation = Measured
/// A share of a hundred, 0...100: relative humidity, a chance of rain, cloud cover.
public typealias Percentage = Double
