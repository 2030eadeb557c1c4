import Scraping
import Web

/// How a run uses the cache.
struct CacheSettings: Hashable, Sendable {
  /// The cache folder; nil if there is none.
  var folder: String?
  var mode = CachePolicy.Mode.default
  /// Maximum age of an answer from the command line.
  var maxAge: Duration?
  /// Whether to show a stale answer if the site fails.
  var showsStale = true

  /// Reads the command line. A recording needs complete, current answers, including failures.
  init(_ options: CommandLineOptions, _ environment: [String: String]) {
    folder = Self.folder(environment)
    mode = options.record != nil ? .reload : options.offline ? .onlyIfCached : options.refresh ? .revalidate : .default
    maxAge = options.maxAge
    showsStale = !options.noStale && options.record == nil
  }

  /// `$XDG_CACHE_HOME/weatherterm`, else `~/.cache/weatherterm`; nil without a home directory.
  static func folder(_ environment: [String: String]) -> String? {
    // Relative paths must be ignored (XDG Base Directory Specification).
    let parent =
      environment["XDG_CACHE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? environment["HOME"].flatMap { $0.hasPrefix("/") ? "\($0)/.cache" : nil }
    return parent.map { "\($0)/weatherterm" }
  }

  var cache: Cache? { folder.map { Cache(path: $0) } }

  /// The cache policy of a request; `lifetime` applies to answers without explicit freshness information.
  func policy(_ mode: CachePolicy.Mode, lifetime: Duration, configured: Duration?) -> CachePolicy {
    // Rounded up, so that a fraction of a second does not become 0.
    let limit = (maxAge ?? configured)?.components
    return CachePolicy(
      mode: mode, defaultLifetime: Int(lifetime.components.seconds),
      maxAge: limit.map { Int($0.seconds) + ($0.attoseconds > 0 ? 1 : 0) })
  }
}
