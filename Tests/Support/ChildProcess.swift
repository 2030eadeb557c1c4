public import Foundation
import Synchronization

/// Starts processes from tests that run at the same time.
public enum ChildProcess {
  private static let turn = Mutex<Void>(())

  /// The threads of those who wait, a few more than the processors, since most processes wait, too.
  private static let waiters = {
    let queue = OperationQueue()
    queue.maxConcurrentOperationCount = ProcessInfo.processInfo.activeProcessorCount + 2
    return queue
  }()

  /// Does work that waits on a thread of its own.
  ///
  /// Tests share as many threads as there are processors: one that blocks its thread keeps all others from what they do
  /// in time.
  public static func waiting<Value: Sendable>(
    _ work: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { answer in
      waiters.addOperation { answer.resume(with: Result { try work() }) }
    }
  }

  /// Starts a process, one at a time and with no signal blocked.
  ///
  /// Foundation learns of a process's end by a socket that closes with it. A process that is started at the same moment
  /// inherits that socket, too, and where it lives on the end of the first is never seen. And tests run on threads that
  /// block all signals, which a process inherits, so that nothing but SIGKILL would end it.
  public static func start(_ process: Process) throws {
    try turn.withLock { _ in
      var none = sigset_t()
      var usual = sigset_t()
      sigemptyset(&none)
      pthread_sigmask(SIG_SETMASK, &none, &usual)
      defer { pthread_sigmask(SIG_SETMASK, &usual, nil) }
      try process.run()
    }
  }
}
