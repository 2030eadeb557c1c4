/// Which kept answers a request takes.
public struct CachePolicy: Hashable, Sendable {
  /// How kept answers and the network are weighed.
  public enum Mode: Hashable, Sendable {
    /// What still holds is taken as it is; the site is asked for the rest, and whether what does not hold any more has
    /// changed.
    case usual
    /// The site is asked each time, if only whether what is kept still holds.
    case confirm
    /// The site is asked for everything as if nothing were kept.
    case anew
    /// The site is not asked; what is kept is taken, however old it is.
    case offline
    /// The site is not asked; what is kept is taken unless the site forbids to use it once it is stale.
    case stale
  }

  /// How kept answers and the network are weighed.
  public var mode: Mode
  /// How long an answer holds of which the site says nothing, in seconds.
  public var floor: Int
  /// How long an answer is to hold at most, in seconds; it stands in for the floor, too.
  public var maxAge: Int?

  /// A policy.
  public init(mode: Mode = .usual, floor: Int, maxAge: Int? = nil) {
    self.mode = mode
    self.floor = floor
    self.maxAge = maxAge
  }
}
