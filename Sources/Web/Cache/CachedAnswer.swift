/// A response, and whether it was stored by an earlier run.
public struct CachedAnswer: Sendable {
  /// The response.
  public var response: TransferResponse
  /// How long ago the site gave or confirmed it, in seconds, time in caches on the way included; nil for one that it has
  /// just given.
  public let age: Int?
  /// Whether it is older than the site, or the user, allows.
  public let isStale: Bool
  /// Whether its body was stored by an earlier run, even if the site has just confirmed it.
  public let isReused: Bool
  /// Whether it is a failure that is remembered.
  public let isFailure: Bool
  /// The response as it is, or is to be, stored; nil for one that is not.
  let stored: StoredResponse?
  /// The key under which it is still to be stored; nil for one that is already.
  let newKey: CacheKey?

  /// A response that does not come from our cache and is not for it.
  public init(_ response: TransferResponse, defaultLifetime: Int) {
    self.init(arrived: response, defaultLifetime: defaultLifetime)
  }

  /// A response that has just come, perhaps from a cache on the way.
  init(
    arrived response: TransferResponse, defaultLifetime: Int, isReused: Bool = false, stored: StoredResponse? = nil,
    newKey: CacheKey? = nil
  ) {
    let age = Freshness.ageOnArrival(response)
    self.init(
      response, age: age == 0 ? nil : age,
      isStale: Freshness.isStaleOnArrival(response, defaultLifetime: defaultLifetime), isReused: isReused,
      stored: stored, newKey: newKey)
  }

  /// A response; `newKey` is for one that is still to be stored.
  init(
    _ response: TransferResponse, age: Int? = nil, isStale: Bool = false, isReused: Bool = false,
    isFailure: Bool = false, stored: StoredResponse? = nil, newKey: CacheKey? = nil
  ) {
    self.response = response
    self.age = age
    self.isStale = isStale
    self.isReused = isReused
    self.isFailure = isFailure
    self.stored = stored
    self.newKey = newKey
  }
}

/// Something that an earlier run made of responses.
public struct CachedNote: Hashable, Sendable {
  /// What was made of them.
  public let content: [UInt8]
  /// How long ago the site gave or confirmed the oldest of the responses, in seconds.
  public let age: Int
  /// Whether one of them is older than the site, or the user, allows.
  public let isStale: Bool
}
