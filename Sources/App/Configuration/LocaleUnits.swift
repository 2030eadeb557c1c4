import Output
import Weather

/// The units that are usual where the user is.
enum LocaleUnits {
  /// The United States and its territories, which measure in °F, mph, in, inHg and mi.
  private static let american: Set = ["US", "PR", "VI", "GU", "AS", "MP", "UM"]

  /// The units of the first of `LC_ALL`, `LC_MEASUREMENT` and `LANG` that is set; nil for `C`, `POSIX` and names without a
  /// country.
  static func system(_ environment: [String: String]) -> UnitSystem? {
    let name = ["LC_ALL", "LC_MEASUREMENT", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    guard let identifier = name.flatMap({ LocaleName.identifier(of: $0) }),
      let country = identifier.split(separator: "_").dropFirst().last, country.count == 2
    else { return nil }
    if american.contains(String(country)) { return .imperial }
    // The United Kingdom measures roads and wind in miles (CLDR, measurementData).
    return country == "GB" ? UnitSystem.metric.overridden(by: UnitSystem(.milesPerHour, .miles)) : .metric
  }
}
