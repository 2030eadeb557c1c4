/// Decides whether and when to retry a failed request: only after a lost connection or a transient error status.
struct Retry {
  static let limit = 3
  /// Maximum pause before the second attempt; doubled before the third.
  static let firstPause = Duration.milliseconds(400)
  /// Transient error statuses (RFC 9110, section 15; RFC 6585, section 4).
  private static let transient: Set<Int> = [429, 500, 502, 503, 504]

  /// Minimum time that must be left for an attempt.
  private static let leastRoom = Duration.milliseconds(100)

  private var tries = 0

  /// How long to wait before the next attempt; nil for no more attempts.
  ///
  /// - Parameters:
  /// - attempt: the last attempt; the next one must have as much time as it took.
  /// - left: the time left for the pause and the attempt.
  /// - share: random jitter from 0 (half of the pause) to 1 (all of it), so that many programs do not retry at once.
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
