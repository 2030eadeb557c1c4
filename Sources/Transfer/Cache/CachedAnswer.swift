/// An answer, and whether it was kept from an earlier run.
public struct CachedAnswer: Sendable {
  /// The answer.
  public var response: TransferResponse
  /// How long ago the site gave or confirmed it, in seconds; nil for one that it has just given.
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

  /// An answer that does not come from a cache and is not for one.
  public init(_ response: TransferResponse) { self.init(response, age: nil) }

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
