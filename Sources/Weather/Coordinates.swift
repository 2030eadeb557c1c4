private import Foundation

/// A point on the Earth.
public struct Coordinates: Hashable, Sendable {
  /// Degrees north, -90...90.
  public var latitude: Double
  /// Degrees east, -180...180.
  public var longitude: Double

  /// Creates a point; nil if a coordinate is out of range.
  public init?(latitude: Double, longitude: Double) {
    guard (-90...90).contains(latitude), (-180...180).contains(longitude) else { return nil }
    (self.latitude, self.longitude) = (latitude, longitude)
  }

  /// Parses `59.33,18.07`, with optional blanks after the comma; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, let latitude = Self.degrees(parts[0]), let longitude = Self.degrees(parts[1]) else {
      return nil
    }
    self.init(latitude: latitude, longitude: longitude)
  }

  /// Creates a point whose longitude may be in 0...360; nil if a coordinate is out of range.
  public init?(latitude: Double, eastward longitude: Double) {
    self.init(latitude: latitude, longitude: longitude > 180 ? longitude - 360 : longitude)
  }

  /// `59.3294,18.0687`: at most four decimals (11 m), as several sites require, without trailing zeros.
  public var text: String { "\(Self.text(latitude)),\(Self.text(longitude))" }

  /// Degrees with at most four decimals and without trailing zeros.
  public static func text(_ degrees: Double) -> String {
    let rounded = degrees.rounded(decimals: 4)
    return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
  }

  /// Great-circle distance in kilometres (haversine formula, mean Earth radius 6371.0 km).
  public func kilometers(to other: Coordinates) -> Double {
    let radians = Double.pi / 180
    let dLatitude = (other.latitude - latitude) * radians / 2
    let dLongitude = (other.longitude - longitude) * radians / 2
    let a =
      sin(dLatitude) * sin(dLatitude)
      + cos(latitude * radians) * cos(other.latitude * radians) * sin(dLongitude) * sin(dLongitude)
    return 2 * 6371.0 * asin(min(1, a.squareRoot()))
  }

  /// Plain decimal degrees: an optional sign, digits, at most one decimal point.
  private static func degrees(_ text: some StringProtocol) -> Double? {
    let text = text.drop { $0 == " " }
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E].contains($0) }) else {
      return nil
    }
    return Double(text)
  }
}
