/// The location of a forecast; nil is unknown.
public struct Place: Hashable, Sendable {
  /// The name as written by the source.
  public var name: String?
  /// Degrees north.
  public var latitude: Double?
  /// Degrees east.
  public var longitude: Double?
  /// The IANA time zone (`Europe/Stockholm`).
  public var timeZone: String?

  /// Creates a place without values.
  public init() {}

  /// The coordinates; nil if unknown or out of range.
  public var coordinates: Coordinates? {
    guard let latitude, let longitude else { return nil }
    return Coordinates(latitude: latitude, eastward: longitude)
  }

  /// Normalizes the longitude to -180...180, and removes coordinates that are out of range.
  public mutating func normalizeCoordinates() {
    let point = coordinates
    (latitude, longitude) = (point?.latitude, point?.longitude)
  }
}
