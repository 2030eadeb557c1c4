/// Keeps a distance in time between the requests to one site.
actor Pacer {
  private let pause: Duration
  private var next: ContinuousClock.Instant?

  /// A pacer; a pause of zero never waits.
  init(pause: Duration) { self.pause = pause }

  /// Waits until it is this request's turn; throws where the task is cancelled.
  func turn() async throws {
    guard pause > .zero else { return }
    let now = ContinuousClock.now
    let turn = max(next ?? now, now)
    next = turn + pause
    if turn > now { try await Task.sleep(until: turn, clock: .continuous) }
  }
}
