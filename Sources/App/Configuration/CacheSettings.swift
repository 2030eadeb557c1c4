import Scraping
import Web

/// How a run uses the cache.
struct CacheSettings: Hashable, Sendable {
  /// The cache's folder; nil where there is none.
  var folder: String?
  var mode = CachePolicy.Mode.default
  /// The command line's limit on the age of an answer.
  var maxAge: Duration?
  /// Whether an older answer is shown where the site fails.
  var showsStale = true

  /// What the command line says. A recording has to hold whole answers of now, and failures too.
  init(_ options: CommandLineOptions, _ environment: [String: String]) {
    folder = Self.folder(environment)
    mode = options.record != nil ? .reload : options.offline ? .onlyIfCached : options.refresh ? .revalidate : .default
    maxAge = options.maxAge
    showsStale = !options.noStale && options.record == nil
  }

  /// `$XDG_CACHE_HOME/weatherterm`, else `~/.cache/weatherterm`; nil where there is no home either.
  static func folder(_ environment: [String: String]) -> String? {
    // A path that is not absolute is to be ignored (XDG Base Directory Specification).
    let parent =
      environment["XDG_CACHE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? environment["HOME"].flatMap { $0.hasPrefix("/") ? "\($0)/.cache" : nil }
    return parent.map { "\($0)/weatherterm" }
  }

  var cache: Cache? { folder.map { Cache(path: $0) } }

  /// The cache policy of a request; `lifetime` is that of answers without explicit freshness information.
  func policy(_ mode: CachePolicy.Mode, lifetime: Duration, configured: Duration?) -> CachePolicy {
    // The next whole second, so that a fraction of one does not mean "never".
    let limit = (maxAge ?? configured)?.components
    return CachePolicy(
      mode: mode, defaultLifetime: Int(lifetime.components.seconds),
      maxAge: limit.map { Int($0.seconds) + ($0.attoseconds > 0 ? 1 : 0) })
  }
}
