/// Decides whether, and when, a request that failed is sent again.
///
/// Only what can help is done: where a connection broke, or the site says that it is not itself for now. A connection that
/// is refused, a name that is not known, a refusal and a page that is not there are what they are.
struct Retry {
  /// How often a request is sent at most.
  static let limit = 3
  /// How long is waited before the second try, at most; twice that before the third.
  static let firstPause = Duration.milliseconds(400)
  /// The statuses that may be others in a moment (RFC 9110, section 15; RFC 6585, section 4).
  private static let passing: Set<Int> = [429, 500, 502, 503, 504]

  private var tries = 0

  /// How long to wait before the next try; nil where there is to be none.
  ///
  /// - Parameters:
  ///   - attempt: the last try; the next one is to have as much time as that took.
  ///   - left: how much time there is for waiting and asking.
  ///   - share: from 0 to 1, where between half and all of the pause to be, so that many programs that failed together do
  ///     not come back together.
  mutating func pause(after attempt: Attempt, left: Duration, share: Double) -> Duration? {
    tries += 1
    guard tries < Self.limit, Self.isPassing(attempt.result) else { return nil }
    var pause = Self.firstPause * (1 << (tries - 1)) * (0.5 + 0.5 * share)
    if case .success(let response) = attempt.result, let seconds = response.retryAfter {
      pause = max(pause, .seconds(min(seconds, 366 * 86_400)))
    }
    return pause + max(attempt.took, Self.leastRoom) < left ? pause : nil
  }

  /// What a try needs at least to be worth it.
  private static let leastRoom = Duration.milliseconds(100)

  /// Whether a status may be another in a moment.
  static func isPassing(status: Int) -> Bool { passing.contains(status) }

  /// Whether another try may go better.
  private static func isPassing(_ result: Result<TransferResponse, TransferError>) -> Bool {
    switch result {
    case .success(let response): isPassing(status: response.status)
    case .failure(.network(_, let code, _)): NetworkFailure(code: code) == .cutShort
    case .failure: false
    }
  }
}
