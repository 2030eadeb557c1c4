import Synchronization
import Web

/// The answers that a forecast is read from.
final class AnswerLog: Sendable {
  private let list = Mutex<[CachedAnswer]>([])
  private let failures = Mutex(0)

  // Not inlined: the optimizer of Swift 6.3.1 takes a lock within a function of typed throws for an error.

  /// Notes an answer.
  @inline(never) func note(_ answer: CachedAnswer) { list.withLock { $0.append(answer) } }

  /// Notes that a page could not be had.
  @inline(never) func noteFailure() { failures.withLock { $0 += 1 } }

  /// Whether every page that was asked for could be had.
  @inline(never) var isComplete: Bool { failures.withLock { $0 == 0 } }

  /// All of them, in the order in which they came.
  @inline(never) var answers: [CachedAnswer] { list.withLock { $0 } }

  /// The age of the oldest that was kept, in seconds; nil where all have just come.
  var age: Int? { answers.compactMap { $0.age }.max() }

  /// Whether one of them is older than the site allows.
  var isStale: Bool { answers.contains { $0.isStale } }

  /// Whether asking the site for all of them might help a reader that can make nothing of them: something was kept, and
  /// nothing is a failure that is remembered.
  var isWorthAskingAnew: Bool { answers.contains { $0.isReused } && !answers.contains { $0.isFailure } }
}
