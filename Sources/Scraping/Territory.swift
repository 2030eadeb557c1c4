public import Weather

/// The part of the world that a source covers, as roughly as it can be told without asking it.
///
/// It must hold every place that the source covers; that it holds others beside them does no harm, since the source itself
/// refuses these.
public struct Territory: Hashable, Sendable {
  /// A rectangle of the map.
  public struct Box: Hashable, Sendable {
    /// Degrees north.
    public var latitudes: ClosedRange<Double>
    /// Degrees east; none of them crosses the 180th meridian.
    public var longitudes: ClosedRange<Double>

    /// A rectangle by its edges.
    public init(_ latitudes: ClosedRange<Double>, _ longitudes: ClosedRange<Double>) {
      self.latitudes = latitudes
      self.longitudes = longitudes
    }
  }

  /// Rectangles that hold all of it, its waters too.
  public var boxes: [Box]

  /// A territory by the rectangles that hold it.
  public init(_ boxes: [Box]) { self.boxes = boxes }

  /// Whether a point may lie in it.
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
