/// One of the sixteen points of the compass that a wind blows from.
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

  /// The point nearest to a bearing in degrees clockwise from north, each being 22.5° wide; nil outside 0...360.
  public init?(degrees: Double) {
    guard degrees >= 0, degrees <= 360 else { return nil }
    self = Self.allCases[Int((degrees / 22.5).rounded()) % 16]
  }

  /// Its bearing, in degrees clockwise from north.
  public var degrees: Double { Double(Self.allCases.firstIndex(of: self) ?? 0) * 22.5 }
}
