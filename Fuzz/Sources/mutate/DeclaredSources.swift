import Oracle

/// What the documentation of sources says, and no page shows: all that the oracle is told beforehand.
enum DeclaredSources {
  /// The parsers of sources that know no days: theirs are put together from hours.
  static let madeOfHours: Set = ["SMHI", "MetNorway", "MetEireann"]

  /// Whether a run's answers are no ground for single changes: numbers in odd spellings, for which no conversion can be
  /// learned, and several stations, of which another one's values are right where the first one's fall away.
  static func isUnfit(_ run: String) -> Bool {
    let fixture = run.prefix { $0 != " " }
    return fixture.contains("numbers") || fixture.hasSuffix("twc-table-signs")
      || fixture.contains("observation-of-the-")
  }

  /// Whether a value needs no unit in the answers: the source's documentation or the name of an attribute fixes it.
  static func needsNoUnit(_ parser: String, _ path: String) -> Bool {
    switch parser {
    // Its parameters have units by their names (opendata.smhi.se).
    case "SMHI": true
    // `mps` is metres per second.
    case "MetEireann": path.contains(".wind")
    // Humidex has none.
    case "EnvironmentCanada": path.hasSuffix(".feelsLike")
    default: false
    }
  }

  /// Whether a finding is a value that another element gives for the same field, as the source means it.
  static func hasOtherElement(_ parser: String, _ finding: Finding) -> Bool {
    // A sentence names the units of its winds itself, and a number with a speed's unit in it is a wind's.
    if [.unit, .misfit].contains(finding.kind), ["WeatherGovXML", "WeatherGovPage"].contains(parser) {
      let isSentence = ["wordedforecast", "forecast-body"].contains { finding.change.contains($0) }
      if isSentence, finding.path.contains(".wind") { return true }
    }
    guard [.removed, .emptied, .edit, .rowRemoved].contains(finding.kind) else { return false }
    switch parser {
    // Stations without a sea level pressure give the barometer's.
    case "WeatherGov": return finding.path == "current..pressure"
    // `51°F (11°C)`, `29.83 in (1010.1 mb)`: the other unit beside it.
    case "WeatherGovPage":
      return ["current..dewPoint", "current..feelsLike", "current..pressure"].contains(finding.path)
    default: return false
    }
  }
}
