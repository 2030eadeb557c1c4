public import Basics

/// Who said it, and when it was asked.
public struct Source: Hashable, Sendable {
  /// The parser's name (`WeatherCom`).
  public var parser: String
  /// The site's own name (`The Weather Channel`).
  public var name: String
  /// The address that the values were read from.
  public var url: String
  /// The run's one reading of the clock.
  public var fetched: LocalTime
  /// What the source's terms ask to be said with its data.
  public var attribution: String
  /// How old the answer is, in seconds, the time counted in that it lay in caches on the way; where what is in it is older than
  /// its source's interval, how old that is.
  public var age: Int
  /// Whether the answer is older than the source's own rules allow, shown because nothing newer could be had.
  public var stale: Bool
  /// Whether it was read by selectors that were learned after a redesign, and that nobody has accepted yet.
  public var repaired: Bool

  /// A source that has just been asked.
  public init(
    parser: String, name: String, url: String, fetched: LocalTime, attribution: String, age: Int = 0,
    stale: Bool = false, repaired: Bool = false
  ) {
    (self.parser, self.name, self.url, self.fetched) = (parser, name, url, fetched)
    (self.attribution, self.age, self.stale, self.repaired) = (attribution, age, stale, repaired)
  }

  /// `(2 h old)` where the answer is older than the source's own rules allow; nil where it is not.
  public var staleMark: String? { stale ? "(\(Age(seconds: age)) old)" : nil }
}
