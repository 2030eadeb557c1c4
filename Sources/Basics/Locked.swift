internal import Synchronization

/// A value protected by a lock.
///
/// `withLock` must not be inlined: the optimizer of Swift 6.3.1 miscompiles `Mutex.withLock` inside a function with
/// typed throws (in release builds the caller sees an error that was never thrown).
public final class Locked<Value: Sendable>: Sendable {
  private let mutex: Mutex<Value>

  /// Wraps a value.
  public init(_ value: Value) { mutex = Mutex(value) }

  /// Runs a closure with exclusive access to the value.
  @inline(never) public func withLock<Result: Sendable>(_ body: (inout Value) -> Result) -> Result {
    mutex.withLock { body(&$0) }
  }

  /// A copy of the value.
  public var value: Value { withLock { $0 } }
}
