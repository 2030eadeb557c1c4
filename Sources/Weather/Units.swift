/// Units of temperature; the base is the degree Celsius.
public enum TemperatureUnit: String, MeasurementUnit {
  case celsius = "C"
  case fahrenheit = "F"

  /// Temperature.
  public static var quantity: Quantity { .temperature }

  /// 32 °F at 0 °C, 9/5 °F a degree Celsius (NIST SP 811, B.8).
  public var scale: (steps: Double, zero: Double) {
    switch self {
    case .celsius: (1, 0)
    case .fahrenheit: (9 / 5, 32)
    }
  }
}

/// Units of speed; the base is the metre a second.
public enum SpeedUnit: String, MeasurementUnit {
  case kilometersPerHour = "km/h"
  case milesPerHour = "mph"
  case metersPerSecond = "m/s"
  case knots = "kn"

  /// Speed.
  public static var quantity: Quantity { .speed }

  /// The international mile is 1609.344 m, the nautical mile 1852 m (NIST SP 811, B.8).
  public var scale: (steps: Double, zero: Double) {
    switch self {
    case .kilometersPerHour: (3.6, 0)
    case .milesPerHour: (3600 / 1609.344, 0)
    case .metersPerSecond: (1, 0)
    case .knots: (3600 / 1852, 0)
    }
  }
}

/// Units of pressure; the base is the hectopascal, which is a millibar.
public enum PressureUnit: String, MeasurementUnit {
  case hectopascals = "hPa"
  case inchesOfMercury = "inHg"
  case millimetersOfMercury = "mmHg"

  /// Pressure.
  public static var quantity: Quantity { .pressure }

  /// Conventional mercury: 33.86389 hPa an inch, 1.333224 hPa a millimetre (NIST SP 811, B.8).
  public var scale: (steps: Double, zero: Double) {
    switch self {
    case .hectopascals: (1, 0)
    case .inchesOfMercury: (1 / 33.86389, 0)
    case .millimetersOfMercury: (1 / 1.333224, 0)
    }
  }

  /// Two for inches, whose tenth would be 3 hPa.
  public var decimals: Int { self == .inchesOfMercury ? 2 : 1 }
}

/// Units of distance; the base is the kilometre.
public enum DistanceUnit: String, MeasurementUnit {
  case kilometers = "km"
  case miles = "mi"

  /// Distance.
  public static var quantity: Quantity { .distance }

  /// The international mile is 1609.344 m (NIST SP 811, B.8).
  public var scale: (steps: Double, zero: Double) {
    switch self {
    case .kilometers: (1, 0)
    case .miles: (1 / 1.609344, 0)
    }
  }
}

/// Units of precipitation; the base is the millimetre.
public enum PrecipitationUnit: String, MeasurementUnit {
  case millimeters = "mm"
  case inches = "in"

  /// Precipitation.
  public static var quantity: Quantity { .precipitation }

  /// The inch is 25.4 mm (NIST SP 811, B.8).
  public var scale: (steps: Double, zero: Double) {
    switch self {
    case .millimeters: (1, 0)
    case .inches: (1 / 25.4, 0)
    }
  }

  /// Two for inches, whose tenth would be 2.5 mm.
  public var decimals: Int { self == .inches ? 2 : 1 }
}
