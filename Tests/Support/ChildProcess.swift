public import Foundation
import Synchronization

/// Starts processes from tests that run in parallel.
public enum ChildProcess {
  private static let turn = Mutex<Void>(())

  /// Threads for waiting, a few more than processors, since most processes wait, too.
  private static let waiters = {
    let queue = OperationQueue()
    queue.maxConcurrentOperationCount = ProcessInfo.processInfo.activeProcessorCount + 2
    return queue
  }()

  /// Runs blocking work on a separate thread.
  ///
  /// Tests share as many threads as there are processors: one that blocks its thread delays time-critical work of all
  /// others.
  public static func waiting<Value: Sendable>(
    _ work: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { answer in
      waiters.addOperation { answer.resume(with: Result { try work() }) }
    }
  }

  /// Starts a process, one at a time and with no signals blocked.
  ///
  /// Foundation detects a process's end by a socket that closes with it. Another process started at the same moment
  /// inherits that socket, and while it lives, the end of the first is not detected. Also, tests run on threads that
  /// block all signals, which a process would inherit, so that only SIGKILL could end it.
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
