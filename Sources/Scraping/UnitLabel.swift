public import Weather

/// Reads numbers beside which an answer names their unit (`"temperature_2m": "°C"`), where that unit is known; a label
/// that is missing or unknown leaves the number out, for a unit is never guessed.
public enum UnitLabel {
  /// A temperature in `°C`, `celsius`, `°F` or `fahrenheit`.
  public static func temperature(_ number: Double?, _ label: String?) -> Temperature? {
    guard let number else { return nil }
    return switch folded(label) {
    case "c", "celsius", "degc": Temperature(number, .celsius)
    case "f", "fahrenheit", "degf": Temperature(number, .fahrenheit)
    default: nil
    }
  }

  /// A speed in `km/h`, `mp/h`, `mph`, `m/s` or `kn`.
  public static func speed(_ number: Double?, _ label: String?) -> Speed? {
    guard let number else { return nil }
    return switch folded(label) {
    case "km/h", "kmh": Speed(number, .kilometersPerHour)
    case "mp/h", "mph": Speed(number, .milesPerHour)
    case "m/s", "ms": Speed(number, .metersPerSecond)
    case "kn", "kt", "knots": Speed(number, .knots)
    default: nil
    }
  }

  /// A pressure in `hPa`, `mb`, `Pa`, `kPa`, `inHg` or `mmHg`.
  public static func pressure(_ number: Double?, _ label: String?) -> Pressure? {
    guard let number else { return nil }
    return switch folded(label) {
    case "hpa", "mb", "mbar": Pressure(number, .hectopascals)
    case "pa": Pressure((number / 100).rounded(decimals: 1), .hectopascals)
    case "kpa": Pressure(shifted(number * 10), .hectopascals)
    case "inhg": Pressure(number, .inchesOfMercury)
    case "mmhg": Pressure(number, .millimetersOfMercury)
    default: nil
    }
  }

  /// A distance in `km`, `mi`, `m`, which become kilometres, or `ft`, which become miles.
  public static func distance(_ number: Double?, _ label: String?) -> Distance? {
    guard let number else { return nil }
    return switch folded(label) {
    case "km": Distance(number, .kilometers)
    case "m", "meters", "metres": Distance((number / 1000).rounded(decimals: 1), .kilometers)
    case "mi", "mile", "miles": Distance(number, .miles)
    // A mile is 5280 feet (NIST SP 811, B.8).
    case "ft", "feet": Distance((number / 5280).rounded(decimals: DistanceUnit.miles.decimals), .miles)
    default: nil
    }
  }

  /// A depth in `mm`, `kg/m2`, which of water is the same, `cm`, `in` or `inch`.
  public static func precipitation(_ number: Double?, _ label: String?) -> Precipitation? {
    guard let number else { return nil }
    return switch folded(label) {
    case "mm", "kg/m2", "kg/m^2": Precipitation(number, .millimeters)
    case "cm": Precipitation(shifted(number * 10), .millimeters)
    case "in", "inch", "inches": Precipitation(number, .inches)
    default: nil
    }
  }

  /// A label in lower case, without the degree sign.
  private static func folded(_ label: String?) -> String {
    (label ?? "").lowercased().filter { $0 != "°" && $0 != " " }
  }

  /// A number whose point was moved, without the noise that binary arithmetic leaves behind its digits.
  private static func shifted(_ number: Double) -> Double {
    abs(number) < 1e9 ? number.rounded(decimals: 6) : number
  }
}
