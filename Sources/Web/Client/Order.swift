/// A request on its way to the engine, with the place where the answer is waited for.
struct Order: Sendable {
  /// What is asked.
  let request: TransferRequest
  /// The longest that this try may take once it has begun.
  let limit: Duration
  /// Whether anybody still waits.
  let cancellation: Cancellation
  /// Where it is waited.
  let answer: CheckedContinuation<Attempt, Never>

  /// What is left of its time, below which nobody need be asked any more; libcurl's own clock goes by milliseconds.
  private static let least = Duration.milliseconds(5)

  /// How long it may take if it begins now; nil where its time is over.
  func timeLeft(_ now: ContinuousClock.Instant) -> Duration? {
    guard let deadline = request.deadline else { return limit }
    return deadline - now > Self.least ? min(limit, deadline - now) : nil
  }

  /// Answers it.
  func finish(_ result: Result<TransferResponse, TransferError>, took: Duration = .zero) {
    answer.resume(returning: Attempt(result: result, took: took))
  }
}
