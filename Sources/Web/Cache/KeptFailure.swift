/// A failure as it is remembered for a while, so that an outage costs one timeout and not one each prompt.
struct KeptFailure: Hashable, Sendable {
  /// What came in place of a forecast.
  enum Kind: Hashable, Sendable {
    /// The network failed: libcurl's code, and its own text.
    case network(code: Int, text: String)
    /// An answer that refuses, or that could not be read.
    case answer(TransferResponse)
  }

  /// How long failures are remembered, in seconds; longer, an hour at most, where the site asks to be left alone.
  static let lifetime = 60
  private static let longestLifetime = 3600

  /// What happened.
  var kind: Kind
  /// When, in seconds since 1970-01-01T00:00:00Z.
  var moment: Int
  /// The longest that the request might have taken, in milliseconds.
  var patience: Int
  /// The hash of what it depended on; see ``FailureContext``.
  var context = 0

  /// Whether it still counts: not where what it depended on has changed, and not for one who is ready to wait much longer, by a
  /// quarter, than it was waited for.
  func counts(now: Int, patience: Int, context: Int) -> Bool {
    guard context == self.context, (moment - Self.lifetime...moment + lifetime - 1).contains(now) else {
      return false
    }
    if case .network(let code, _) = kind, NetworkFailure(code: code) == .timedOut {
      return patience <= self.patience + self.patience / 4
    }
    return true
  }

  private var lifetime: Int {
    guard case .answer(let response) = kind else { return Self.lifetime }
    return max(Self.lifetime, min(response.retryAfter ?? 0, Self.longestLifetime))
  }

  /// The error that is thrown again, in libcurl's words and with the time that has passed.
  static func error(url: String, code: Int, text: String, secondsAgo: Int) -> TransferError {
    .network(url: url, code: code, text: "\(text), \(max(0, secondsAgo)) s ago; --refresh asks at once")
  }

  /// Whether an answer of this status is a failure that asking again at once does not mend.
  static func isFailure(status: Int) -> Bool { status == 403 || status == 429 || (500...599).contains(status) }
}
