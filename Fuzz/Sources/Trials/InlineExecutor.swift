internal import Synchronization

/// Runs jobs at once, on the thread that hands them over: what never waits is done when it is begun.
public final class InlineExecutor: TaskExecutor {
  /// Where a result is put.
  private final class Box<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
  }

  /// Runs a job.
  public func enqueue(_ job: consuming ExecutorJob) {
    job.runSynchronously(on: asUnownedTaskExecutor())
  }

  /// The result of something asynchronous that waits for nothing.
  public static func result<Value: Sendable>(of work: @escaping @Sendable () async -> Value) -> Value {
    let box = Box<Value>()
    Task(executorPreference: InlineExecutor()) {
      let value = await work()
      box.value.withLock { $0 = value }
    }
    guard let value = box.value.withLock({ $0 }) else { broken("a parser waits for something else than its pages") }
    return value
  }
}
