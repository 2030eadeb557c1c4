/// Something that an earlier run made of answers.
public struct CachedNote: Hashable, Sendable {
  /// What was made of them.
  public let content: [UInt8]
  /// How long ago the site gave or confirmed the oldest of the answers, in seconds.
  public let age: Int
  /// Whether one of them is older than the site, or the user, allows.
  public let isStale: Bool
}
