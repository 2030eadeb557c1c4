import Oracle

/// Facts from the sources' documentation that pages do not show: the oracle's only prior knowledge.
enum DeclaredSources {
  /// The parsers that compute days from hours.
  static let madeOfHours: Set = ["SMHI", "MetNorway", "MetEireann"]

  /// True if a run's answers are unsuitable for single changes: numbers in unusual spellings, from which conversions
  /// cannot be learned, and several stations, where another station's values are correct if the first one's are
  /// missing.
  static func isUnfit(_ run: String) -> Bool {
    let fixture = run.prefix { $0 != " " }
    return fixture.contains("numbers") || fixture.hasSuffix("twc-table-signs")
      || fixture.contains("observation-of-the-")
  }

  /// True if a value needs no unit in answers, because the documentation or an attribute name fixes it.
  static func needsNoUnit(_ parser: String, _ path: String) -> Bool {
    switch parser {
    // Units are fixed by parameter name (opendata.smhi.se).
    case "SMHI": true
    // `mps` is metres per second.
    case "MetEireann": path.contains(".wind")
    // Humidex has none.
    case "EnvironmentCanada": path.hasSuffix(".feelsLike")
    default: false
    }
  }

  /// True if a finding is the value of another element that the source provides for the same field.
  static func hasOtherElement(_ parser: String, _ finding: Finding) -> Bool {
    // Sentences have units for their winds, and a number with a unit of speed is a wind.
    if [.unit, .misfit].contains(finding.kind), ["WeatherGovXML", "WeatherGovPage"].contains(parser) {
      let isSentence = ["wordedforecast", "forecast-body"].contains { finding.change.contains($0) }
      if isSentence, finding.path.contains(".wind") { return true }
    }
    guard [.removed, .emptied, .edit, .rowRemoved].contains(finding.kind) else { return false }
    switch parser {
    // Stations without sea level pressure give the barometer's.
    case "WeatherGov": return finding.path == "current..pressure"
    // `51°F (11°C)`, `29.83 in (1010.1 mb)`: the other unit is used.
    case "WeatherGovPage":
      return ["current..dewPoint", "current..feelsLike", "current..pressure"].contains(finding.path)
    default: return false
    }
  }
}
