/// Where a forecast is for. nil is unknown.
public struct Place: Hashable, Sendable {
  /// The name, as the source writes it.
  public var name: String?
  /// Degrees north.
  public var latitude: Double?
  /// Degrees east.
  public var longitude: Double?
  /// The time zone's IANA name (`Europe/Stockholm`).
  public var timeZone: String?

  /// A place of which nothing is known yet.
  public init() {}

  /// Its point on the Earth; nil where it is not known, or off the globe.
  public var coordinates: Coordinates? {
    guard let latitude, let longitude else { return nil }
    return Coordinates(latitude: latitude, eastward: longitude)
  }

  /// Counts the longitude from -180 to 180, and forgets a point that is off the globe.
  public mutating func normalizeCoordinates() {
    let point = coordinates
    (latitude, longitude) = (point?.latitude, point?.longitude)
  }
}
