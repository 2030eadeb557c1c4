internal import Basics

/// A request passed to the ``TransferThread``, with the continuation of the waiting task.
struct TransferJob: Sendable {
  let request: TransferRequest
  /// Time limit of this attempt, from its start.
  let limit: Duration
  /// Set to true when the task is cancelled.
  let isCancelled: Locked<Bool>
  let continuation: CheckedContinuation<Attempt, Never>

  /// Minimum time left for sending a request; libcurl's clock has millisecond resolution.
  private static let least = Duration.milliseconds(5)

  var host: String { request.host }

  /// The time limit if it starts now; nil if its deadline has passed.
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
  /// Duration without the time spent waiting for the host.
  let took: Duration

  var isTimeout: Bool {
    switch result {
    case .failure(.network(_, let code, _)): NetworkFailure(code: code) == .timedOut
    case .failure(.outOfTime): true
    default: false
    }
  }
}
