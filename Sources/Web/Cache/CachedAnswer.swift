/// A response, and whether it comes from the cache.
public struct CachedAnswer: Sendable {
  /// The response.
  public var response: TransferResponse
  /// Age in seconds, including time in caches on the way, since the site sent or revalidated it; nil for a response
  /// without age.
  public internal(set) var age: Int?
  /// True if it is older than the site, or the user, allows.
  public internal(set) var isStale = false
  /// True if its body was stored by an earlier run, even if just revalidated.
  public internal(set) var isReused = false
  /// True for a remembered failure.
  public internal(set) var isFailure = false
  /// The response as it is, or will be, stored; nil if it is not.
  var stored: StoredResponse?
  /// The key under which it has yet to be stored; nil if it already is.
  var newKey: CacheKey?
}

extension CachedAnswer {
  /// A response from the network, possibly from a cache on the way, that will not be stored.
  public init(_ response: TransferResponse, defaultLifetime: Int) {
    let age = response.ageOnArrival
    self.init(
      response: response, age: age == 0 ? nil : age,
      isStale: Freshness.isStaleOnArrival(response, defaultLifetime: defaultLifetime))
  }

  /// A response from the network that will be stored under a key.
  init(new stored: StoredResponse, _ key: CacheKey, defaultLifetime: Int, isReused: Bool = false) {
    self.init(stored.response, defaultLifetime: defaultLifetime)
    self.isReused = isReused
    self.stored = stored
    newKey = key
  }
}

/// Data derived from responses by an earlier run.
public struct CachedNote: Hashable, Sendable {
  /// The data.
  public let content: [UInt8]
  /// Age in seconds of the oldest of the responses.
  public let age: Int
  /// True if one of them is older than the site, or the user, allows.
  public let isStale: Bool
}
