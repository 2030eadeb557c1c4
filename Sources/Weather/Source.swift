public import Basics

/// The source of a report, and when it was asked.
public struct Source: Hashable, Sendable {
  /// The parser's name (`WeatherCom`).
  public var parser: String
  /// The site's own name (`The Weather Channel`).
  public var name: String
  /// The address of the data.
  public var url: String
  /// The run's clock.
  public var fetched: LocalTime
  /// The attribution required by the source's terms.
  public var attribution: String
  /// Age of the answer in seconds, including time in caches on the way; if its content is overdue at the source, the
  /// age of the content.
  public var age: Int
  /// True if the answer is stale, and shown only because no newer one could be obtained.
  public var stale: Bool
  /// True if it was read with selectors learned after a redesign that nobody has accepted yet.
  public var repaired: Bool

  /// Creates a source.
  public init(
    parser: String, name: String, url: String, fetched: LocalTime, attribution: String, age: Int = 0,
    stale: Bool = false, repaired: Bool = false
  ) {
    (self.parser, self.name, self.url, self.fetched) = (parser, name, url, fetched)
    (self.attribution, self.age, self.stale, self.repaired) = (attribution, age, stale, repaired)
  }

  /// `(2 h old)` for a stale answer; nil for a fresh one.
  public var staleMark: String? { stale ? "(\(Age(seconds: age)) old)" : nil }
}
