/// A response, and whether it was stored by an earlier run.
public struct CachedAnswer: Sendable {
  /// The response.
  public var response: TransferResponse
  /// Seconds since the site gave or confirmed it, time in caches on the way included; nil for one that it has just given.
  public internal(set) var age: Int?
  /// Whether it is older than the site, or the user, allows.
  public internal(set) var isStale = false
  /// Whether its body was stored by an earlier run, even if the site has just confirmed it.
  public internal(set) var isReused = false
  /// Whether it is a failure that is remembered.
  public internal(set) var isFailure = false
  /// The response as it is, or is to be, stored; nil for one that is not.
  var stored: StoredResponse?
  /// The key under which it is still to be stored; nil for one that is already.
  var newKey: CacheKey?
}

extension CachedAnswer {
  /// A response that has just come, perhaps from a cache on the way, and is not to be stored.
  public init(_ response: TransferResponse, defaultLifetime: Int) {
    let age = response.ageOnArrival
    self.init(
      response: response, age: age == 0 ? nil : age,
      isStale: Freshness.isStaleOnArrival(response, defaultLifetime: defaultLifetime))
  }

  /// A response that has just come and is to be stored under a key.
  init(new stored: StoredResponse, _ key: CacheKey, defaultLifetime: Int, isReused: Bool = false) {
    self.init(stored.response, defaultLifetime: defaultLifetime)
    self.isReused = isReused
    self.stored = stored
    newKey = key
  }
}

/// Something that an earlier run made of responses.
public struct CachedNote: Hashable, Sendable {
  /// What was made of them.
  public let content: [UInt8]
  /// Seconds since the site gave or confirmed the oldest of the responses.
  public let age: Int
  /// Whether one of them is older than the site, or the user, allows.
  public let isStale: Bool
}
