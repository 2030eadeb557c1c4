import Support
import Synchronization

/// Replies that a server gives one after the other, the last again and again.
final class Replies: Sendable {
  private let list: Mutex<[LoopbackServer.Reply]>

  init(_ list: [LoopbackServer.Reply]) { self.list = Mutex(list) }

  /// The reply whose turn it is.
  func next() -> LoopbackServer.Reply {
    list.withLock { list in
      guard list.count > 1 else { return list.first ?? .init(500) }
      return list.removeFirst()
    }
  }
}
