/// One of the sixteen compass points.
public enum CompassPoint: String, CaseIterable, Sendable {
  case north = "N"
  case northNortheast = "NNE"
  case northeast = "NE"
  case eastNortheast = "ENE"
  case east = "E"
  case eastSoutheast = "ESE"
  case southeast = "SE"
  case southSoutheast = "SSE"
  case south = "S"
  case southSouthwest = "SSW"
  case southwest = "SW"
  case westSouthwest = "WSW"
  case west = "W"
  case westNorthwest = "WNW"
  case northwest = "NW"
  case northNorthwest = "NNW"

  /// The nearest point to a bearing in degrees clockwise from north; nil outside 0...360.
  public init?(degrees: Double) {
    guard degrees >= 0, degrees <= 360 else { return nil }
    self = Self.allCases[Int((degrees / 22.5).rounded()) % 16]
  }

  /// Bearing in degrees clockwise from north.
  public var degrees: Double { Double(Self.allCases.firstIndex(of: self) ?? 0) * 22.5 }
}
