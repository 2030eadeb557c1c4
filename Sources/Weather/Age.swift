/// How long ago something was, as people say it.
public struct Age: Hashable, Sendable {
  /// Whole seconds, 0 and up.
  public let seconds: Int

  /// An age; one that is negative is none.
  public init(seconds: Int) { self.seconds = max(0, seconds) }
}

extension Age: CustomStringConvertible {
  /// Minutes below one hour (one at least), hours below two days, else days: `5 min`, `2 h`, `3 d`.
  public var description: String {
    switch seconds {
    case ..<3600: "\(max(1, seconds / 60)) min"
    case ..<172_800: "\(seconds / 3600) h"
    default: "\(seconds / 86_400) d"
    }
  }
}
