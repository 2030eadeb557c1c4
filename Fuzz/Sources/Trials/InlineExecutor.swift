internal import Basics

/// Runs jobs synchronously on the enqueuing thread.
public final class InlineExecutor: TaskExecutor {
  /// Runs a job.
  public func enqueue(_ job: consuming ExecutorJob) {
    job.runSynchronously(on: asUnownedTaskExecutor())
  }

  /// The result of an asynchronous function that never suspends.
  public static func result<Value: Sendable>(of work: @escaping @Sendable () async -> Value) -> Value {
    let box = Locked<Value?>(nil)
    Task(executorPreference: InlineExecutor()) {
      let value = await work()
      box.withLock { $0 = value }
    }
    guard let value = box.value else { broken("a parser waits for something else than its pages") }
    return value
  }
}
