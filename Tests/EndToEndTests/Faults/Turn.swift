import Synchronization

/// Counts the requests to a server whose answers differ.
final class Turn: Sendable {
  private let count = Atomic(0)

  /// The number of this request, from 1 on.
  func next() -> Int { count.add(1, ordering: .relaxed).newValue }
}
