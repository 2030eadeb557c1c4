/// Decides whether, and when, a request that failed is sent again: only where a connection broke, or the site says that it
/// does not work for now.
struct Retry {
  static let limit = 3
  /// The longest pause before the second attempt; twice that before the third.
  static let firstPause = Duration.milliseconds(400)
  /// The statuses that may change in a moment (RFC 9110, section 15; RFC 6585, section 4).
  private static let transient: Set<Int> = [429, 500, 502, 503, 504]

  /// The least time that is left for an attempt.
  private static let leastRoom = Duration.milliseconds(100)

  private var tries = 0

  /// How long to wait before the next attempt; nil where there is to be none.
  ///
  /// - Parameters:
  ///   - attempt: the last one; the next is to have as much time as that took.
  ///   - left: how much time there is for the pause and the attempt.
  ///   - share: from 0 (half of the pause) to 1 (all of it), at random, so that many programs do not retry at once.
  mutating func pause(after attempt: Attempt, left: Duration, share: Double) -> Duration? {
    tries += 1
    guard tries < Self.limit, Self.isTransient(attempt.result) else { return nil }
    var pause = Self.firstPause * (1 << (tries - 1)) * (0.5 + 0.5 * share)
    if case .success(let response) = attempt.result, let seconds = response.retryAfter {
      pause = max(pause, .seconds(min(seconds, 366 * 86_400)))
    }
    return pause + max(attempt.took, Self.leastRoom) < left ? pause : nil
  }

  static func isTransient(status: Int) -> Bool { transient.contains(status) }

  private static func isTransient(_ result: Result<TransferResponse, TransferError>) -> Bool {
    switch result {
    case .success(let response): isTransient(status: response.status)
    case .failure(.network(_, let code, _)): NetworkFailure(code: code) == .cutShort
    case .failure: false
    }
  }
}
