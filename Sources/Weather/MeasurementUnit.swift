/// Quantities whose unit the user can choose.
public enum Quantity: String, CaseIterable, Sendable {
  case temperature
  case speed
  case pressure
  case distance
  case precipitation

  /// Its units in the order of the JSON schema.
  public var units: [MeasurementUnit] {
    switch self {
    case .temperature: [.celsius, .fahrenheit]
    case .speed: [.kilometersPerHour, .milesPerHour, .metersPerSecond, .knots]
    case .pressure: [.hectopascals, .inchesOfMercury, .millimetersOfMercury]
    case .distance: [.kilometers, .miles]
    case .precipitation: [.millimeters, .inches]
    }
  }

  /// The unit of plausible ranges.
  public var baseUnit: MeasurementUnit { self == .speed ? .metersPerSecond : units[0] }
}

/// A unit with its JSON spelling.
public enum MeasurementUnit: String, CaseIterable, Sendable {
  case celsius = "C"
  case fahrenheit = "F"
  case kilometersPerHour = "km/h"
  case milesPerHour = "mph"
  case metersPerSecond = "m/s"
  case knots = "kn"
  case hectopascals = "hPa"
  case inchesOfMercury = "inHg"
  case millimetersOfMercury = "mmHg"
  case kilometers = "km"
  case miles = "mi"
  case millimeters = "mm"
  case inches = "in"

  /// The quantity that it measures.
  public var quantity: Quantity {
    switch self {
    case .celsius, .fahrenheit: .temperature
    case .kilometersPerHour, .milesPerHour, .metersPerSecond, .knots: .speed
    case .hectopascals, .inchesOfMercury, .millimetersOfMercury: .pressure
    case .kilometers, .miles: .distance
    case .millimeters, .inches: .precipitation
    }
  }

  /// Conversion from the base unit: `value = base * steps + zero` (NIST SP 811, B.8: the mile is 1609.344 m, the
  /// nautical mile 1852 m, the inch 25.4 mm, an inch of mercury 33.86389 hPa).
  public var scale: (steps: Double, zero: Double) {
    switch self {
    case .celsius, .metersPerSecond, .hectopascals, .kilometers, .millimeters: (1, 0)
    case .fahrenheit: (9 / 5, 32)
    case .kilometersPerHour: (3.6, 0)
    case .milesPerHour: (3600 / 1609.344, 0)
    case .knots: (3600 / 1852, 0)
    case .inchesOfMercury: (1 / 33.86389, 0)
    case .millimetersOfMercury: (1 / 1.333224, 0)
    case .miles: (1 / 1.609344, 0)
    case .inches: (1 / 25.4, 0)
    }
  }

  /// Decimals of a converted value: two for inches, because a tenth of an inch is 3 hPa or 2.5 mm.
  public var decimals: Int { self == .inchesOfMercury || self == .inches ? 2 : 1 }
}
