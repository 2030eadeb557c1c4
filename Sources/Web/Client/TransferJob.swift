internal import Basics

/// A request on its way to the ``TransferThread``, with the task that waits for the response.
struct TransferJob: Sendable {
  let request: TransferRequest
  /// The longest that this attempt may take once it has begun.
  let limit: Duration
  /// Becomes true when the task is cancelled.
  let isCancelled: Locked<Bool>
  let continuation: CheckedContinuation<Attempt, Never>

  /// With less time left a request is not sent any more; libcurl's own clock goes by milliseconds.
  private static let least = Duration.milliseconds(5)

  var host: String { request.host }

  /// How long it may take if it begins now; nil where its time is over.
  func timeLeft(_ now: ContinuousClock.Instant) -> Duration? {
    guard let deadline = request.deadline else { return limit }
    return deadline - now > Self.least ? min(limit, deadline - now) : nil
  }

  func finish(_ result: Result<TransferResponse, TransferError>, took: Duration = .zero) {
    continuation.resume(returning: Attempt(result: result, took: took))
  }
}

struct Attempt: Sendable {
  let result: Result<TransferResponse, TransferError>
  /// How long it took, without the time in which it waited for its host's turn.
  let took: Duration

  var isTimeout: Bool {
    switch result {
    case .failure(.network(_, let code, _)): NetworkFailure(code: code) == .timedOut
    case .failure(.outOfTime): true
    default: false
    }
  }
}
