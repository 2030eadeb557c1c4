public import Weather

/// The approximate region that a source covers.
///
/// It must contain every covered place; it may contain others, since the source itself refuses those.
public struct Territory: Hashable, Sendable {
  /// A rectangle of latitudes and longitudes.
  public struct Box: Hashable, Sendable {
    /// Degrees north.
    public var latitudes: ClosedRange<Double>
    /// Degrees east; a box must not cross the 180th meridian.
    public var longitudes: ClosedRange<Double>

    /// Creates a rectangle from its edges.
    public init(_ latitudes: ClosedRange<Double>, _ longitudes: ClosedRange<Double>) {
      self.latitudes = latitudes
      self.longitudes = longitudes
    }
  }

  /// Rectangles that together contain the region, including its waters.
  public var boxes: [Box]

  /// Creates a territory from rectangles.
  public init(_ boxes: [Box]) { self.boxes = boxes }

  /// True if a point is inside one of the rectangles.
  public func contains(_ point: Coordinates) -> Bool {
    boxes.contains { $0.latitudes.contains(point.latitude) && $0.longitudes.contains(point.longitude) }
  }

  /// The United States and its territories: the 48 states, Alaska on both sides of the 180th meridian, Hawaii and Midway,
  /// Puerto Rico and the Virgin Islands, Guam and the Northern Marianas, American Samoa.
  public static let unitedStates = Territory([
    Box(20...50, -130...(-63)), Box(47...76, -180...(-125)), Box(47...66, 165...180), Box(15...32, -180...(-150)),
    Box(15...23, -72...(-61)), Box(9...24, 140...151), Box(-18...(-8), -176...(-163)),
  ])
}
