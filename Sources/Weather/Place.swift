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
}
