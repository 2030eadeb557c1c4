/// A number with a unit.
public struct Measured: Hashable, Sendable {
  /// The number.
  public var value: Double
  /// The unit of `value`.
  public var unit: MeasurementUnit

  /// Creates a measured value.
  public init(_ value: Double, _ unit: MeasurementUnit) {
    (self.value, self.unit) = (value, unit)
  }

  /// Converts to another unit, rounded to that unit's decimals; unchanged if it is already in `unit`.
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
  /// Rounded half away from zero to a number of decimals; never returns negative zero.
  public func rounded(decimals: Int) -> Double {
    var power = 1.0
    for _ in 0..<decimals { power *= 10 }
    let rounded = (self * power).rounded(.toNearestOrAwayFromZero) / power
    return rounded == 0 ? 0 : rounded
  }
}

/// A temperature.
public typealias Temperature = Measured
/// A speed.
public typealias Speed = Measured
/// A pressure.
public typealias Pressure = Measured
/// A distance.
public typealias Distance = Measured
/// A depth of rain, or the water equivalent of snow.
public typealias Precipitation = Measured
/// A percentage, 0...100: relative humidity, precipitation chance, cloud cover.
public typealias Percentage = Double
