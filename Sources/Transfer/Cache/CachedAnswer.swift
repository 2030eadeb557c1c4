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
  /// What is to be kept of it: as the site gave it, and under which key.
  let kept: (key: CacheKey, answer: KeptAnswer)?

  /// An answer that does not come from a cache and is not for one.
  public init(_ response: TransferResponse) { self.init(response, age: nil) }

  /// An answer; `kept` is what is new in it.
  init(
    _ response: TransferResponse, age: Int? = nil, isStale: Bool = false, isReused: Bool = false,
    isFailure: Bool = false,
    kept: (CacheKey, KeptAnswer)? = nil
  ) {
    self.response = response
    self.age = age
    self.isStale = isStale
    self.isReused = isReused
    self.isFailure = isFailure
    self.kept = kept.map { (key: $0.0, answer: $0.1) }
  }
}
