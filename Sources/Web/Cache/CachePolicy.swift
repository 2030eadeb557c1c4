/// Which stored responses a request may use.
public struct CachePolicy: Hashable, Sendable {
  /// How the cache and the network are used, named as in the Fetch standard's request cache mode.
  public enum Mode: Hashable, Sendable {
    /// A fresh response is used; a stale one is revalidated; otherwise the site is requested.
    case `default`
    /// Every stored response is revalidated with the site.
    case revalidate
    /// The site is requested as if nothing were stored.
    case reload
    /// Only the cache is used, however old a stored response is.
    case onlyIfCached
    /// Only the cache is used; a stale response unless the site forbids that (`must-revalidate`).
    case allowStale
  }

  /// How the cache and the network are used.
  public var mode: Mode
  /// Lifetime of a response without explicit freshness information, in seconds.
  public var defaultLifetime: Int
  /// The longest lifetime of any response, in seconds; replaces ``defaultLifetime``, too.
  public var maxAge: Int?

  /// Creates a policy.
  public init(mode: Mode = .default, defaultLifetime: Int, maxAge: Int? = nil) {
    self.mode = mode
    self.defaultLifetime = defaultLifetime
    self.maxAge = maxAge
  }
}
