/// An answer, and whether it was kept from an earlier run.
public struct CachedAnswer: Sendable {
  /// The answer.
  public var response: TransferResponse
  /// How long ago the site gave or confirmed it, in seconds, the time counted in that it lay in a cache on the way; nil for
  /// one that it has just given.
  public let age: Int?
  /// Whether it is older than the site, or the user, allows.
  public let isStale: Bool
  /// Whether its body was kept from an earlier run, even if the site has just confirmed it.
  public let isReused: Bool
  /// Whether it is a failure that is remembered.
  public let isFailure: Bool
  /// The answer as it is, or is to be, kept; nil for one that is not.
  let kept: KeptAnswer?
  /// The key under which it is still to be kept; nil for one that is already.
  let newKey: CacheKey?

  /// An answer that does not come from our cache and is not for it; `floor` is how long it would hold if the site said
  /// nothing, in seconds.
  public init(_ response: TransferResponse, floor: Int) { self.init(arrived: response, floor: floor) }

  /// An answer that has just come, perhaps from a cache on the way.
  init(
    arrived response: TransferResponse, floor: Int, isReused: Bool = false, isFailure: Bool = false,
    kept: KeptAnswer? = nil, newKey: CacheKey? = nil
  ) {
    let age = Freshness.ageOnArrival(response)
    self.init(
      response, age: age == 0 ? nil : age, isStale: Freshness.isStaleOnArrival(response, floor: floor),
      isReused: isReused, isFailure: isFailure, kept: kept, newKey: newKey)
  }

  /// An answer; `newKey` is for one that is still to be kept.
  init(
    _ response: TransferResponse, age: Int? = nil, isStale: Bool = false, isReused: Bool = false,
    isFailure: Bool = false, kept: KeptAnswer? = nil, newKey: CacheKey? = nil
  ) {
    self.response = response
    self.age = age
    self.isStale = isStale
    self.isReused = isReused
    self.isFailure = isFailure
    self.kept = kept
    self.newKey = newKey
  }
}
