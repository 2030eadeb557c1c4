/// A wind: how fast it is, in its gusts too, and where it blows from. Every part may be unknown.
public struct Wind: Hashable, Sendable {
  /// The mean speed.
  public var speed: Speed?
  /// The speed of the strongest gusts.
  public var gust: Speed?
  /// The point of the compass that it blows from.
  public var direction: CompassPoint?
  /// The bearing that it blows from, in degrees clockwise from north, 0...360.
  public var degrees: Double?

  /// A wind; where only the bearing is known, the point of the compass follows from it.
  public init(speed: Speed? = nil, gust: Speed? = nil, direction: CompassPoint? = nil, degrees: Double? = nil) {
    (self.speed, self.gust, self.degrees) = (speed, gust, degrees)
    self.direction = direction ?? degrees.flatMap { CompassPoint(degrees: $0) }
  }

  /// The bearing that it blows from; that of the point of the compass where only this is known.
  public var bearing: Double? { degrees ?? direction?.degrees }
}
