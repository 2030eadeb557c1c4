internal import Synchronization

/// Whether a task has lost interest in its answer.
final class Cancellation: Sendable {
  private let flag = Atomic(false)

  /// True for good once it is.
  var isCancelled: Bool { flag.load(ordering: .acquiring) }

  /// Says so, from any thread.
  func cancel() { flag.store(true, ordering: .releasing) }
}
