/// Keeps a distance in time between the requests to one site.
actor Pacer {
  private let pause: Duration
  private var next: ContinuousClock.Instant?

  /// A pacer; a pause of zero never waits.
  init(pause: Duration) { self.pause = pause }

  /// Waits until it is this request's turn; false, at once, where that comes too late for it. Throws where the task is
  /// cancelled.
  func turn(before deadline: ContinuousClock.Instant?) async throws -> Bool {
    guard pause > .zero else { return true }
    let now = ContinuousClock.now
    let turn = max(next ?? now, now)
    if let deadline, turn >= deadline { return false }
    next = turn + pause
    if turn > now { try await Task.sleep(until: turn, clock: .continuous) }
    return true
  }
}
