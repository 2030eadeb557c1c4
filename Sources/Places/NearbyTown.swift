public import Weather

/// A town and how far it lies from a point.
public struct NearbyTown: Hashable, Sendable {
  /// The town.
  public var town: Town
  /// The distance in kilometres.
  public var kilometers: Double
}
