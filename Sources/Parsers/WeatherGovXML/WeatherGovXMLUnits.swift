internal import Markup
internal import Weather

/// The units that the document names in full.
enum WeatherGovXMLUnits {
  /// The unit of an element's temperature; nil where it names none that is known.
  static func temperature(_ node: Node) -> TemperatureUnit? {
    switch unit(node) {
    case "fahrenheit": .fahrenheit
    case "celsius": .celsius
    default: nil
    }
  }

  /// The unit of an element's speed.
  static func speed(_ node: Node) -> SpeedUnit? {
    switch unit(node) {
    case "knots": .knots
    case "mph", "miles/hour": .milesPerHour
    case "kilometers/hour": .kilometersPerHour
    case "meters/second": .metersPerSecond
    default: nil
    }
  }

  /// The unit of an element's pressure.
  static func pressure(_ node: Node) -> PressureUnit? {
    switch unit(node) {
    case "inches of mercury": .inchesOfMercury
    case "millibars", "hectopascals": .hectopascals
    default: nil
    }
  }

  /// The unit of an element's distance.
  static func distance(_ node: Node) -> DistanceUnit? {
    switch unit(node) {
    case "statute miles": .miles
    case "kilometers": .kilometers
    default: nil
    }
  }

  private static func unit(_ node: Node) -> String { node.attribute("units")?.lowercased() ?? "" }
}
