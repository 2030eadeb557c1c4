import Scraping
import Web

/// What a run takes from the cache, and what it leaves there.
struct Keeping: Hashable, Sendable {
  /// The cache's folder; nil where there is none.
  var folder: String?
  /// How kept answers and the network are weighed.
  var mode = CachePolicy.Mode.usual
  /// How old an answer may be, as the command line has it.
  var maxAge: Duration?
  /// Whether an older answer is shown where the site fails.
  var showsStale = true

  /// `$XDG_CACHE_HOME/weatherterm`, else `~/.cache/weatherterm`; nil where there is no home either.
  static func folder(_ environment: [String: String]) -> String? {
    // A path that is not absolute is to be ignored (XDG Base Directory Specification).
    let parent =
      environment["XDG_CACHE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? environment["HOME"].flatMap { $0.hasPrefix("/") ? "\($0)/.cache" : nil }
    return parent.map { "\($0)/weatherterm" }
  }

  /// The cache; nil where there is no folder for it.
  var cache: Cache? { folder.map { Cache(path: $0) } }

  /// Which kept answers a question takes; `lifetime` is how long they hold where the site says nothing.
  func policy(_ mode: CachePolicy.Mode, lifetime: Duration, configured: Duration?) -> CachePolicy {
    CachePolicy(
      mode: mode, floor: Int(lifetime.components.seconds), maxAge: (maxAge ?? configured).map(Self.wholeSeconds))
  }

  /// The next whole second, so that a fraction of one does not mean "never".
  private static func wholeSeconds(_ duration: Duration) -> Int {
    Int(duration.components.seconds) + (duration.components.attoseconds > 0 ? 1 : 0)
  }
}
