/// What is in a cache, for its owner to look at.
public struct CacheContents: Sendable {
  /// A kept answer.
  public struct Answer: Hashable, Sendable {
    /// The address that was asked.
    public var url: String
    /// When it came or was last confirmed, in seconds since 1970-01-01T00:00:00Z.
    public var received: Int
    /// The size of its file, in bytes.
    public var size: Int
  }

  /// The kept answers, the newest first.
  public var answers: [Answer]
  /// How many files there are, with what is remembered beside the answers.
  public var files: Int
  /// The size of all files, in bytes.
  public var size: Int
}
