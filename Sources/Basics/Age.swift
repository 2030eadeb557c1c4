/// How long ago something was, as people say it.
public struct Age: Hashable, Sendable {
  /// Whole seconds, 0 and up.
  public let seconds: Int

  /// An age; a negative one counts as 0.
  public init(seconds: Int) { self.seconds = max(0, seconds) }
}

extension Age {
  /// What people count an age in.
  public enum Unit: String, Sendable {
    case minute
    case hour
    case day
  }

  /// Minutes below one hour (one at least), hours below two days, else days; none is rounded up.
  public var counted: (count: Int, unit: Unit) {
    switch seconds {
    case ..<3600: (max(1, seconds / 60), .minute)
    case ..<172_800: (seconds / 3600, .hour)
    default: (seconds / 86_400, .day)
    }
  }
}

extension Age: CustomStringConvertible {
  /// `5 min`, `2 h`, `3 d`.
  public var description: String {
    let (count, unit) = counted
    return switch unit {
    case .minute: "\(count) min"
    case .hour: "\(count) h"
    case .day: "\(count) d"
    }
  }
}
