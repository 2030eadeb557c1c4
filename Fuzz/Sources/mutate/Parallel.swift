import Dispatch
import Synchronization

/// Does something with each of some things on all processors; the results come in their order.
func inParallel<Item: Sendable, Result: Sendable>(
  _ items: [Item], _ work: @escaping @Sendable (Item) -> Result
) -> [Result] {
  let results = ResultList<Result>()
  DispatchQueue.concurrentPerform(iterations: items.count) { index in
    let result = work(items[index])
    results.put(result, at: index)
  }
  return items.indices.compactMap { results.taken[$0] }
}

/// Results by their numbers.
private final class ResultList<Result: Sendable>: Sendable {
  private let list = Mutex<[Int: Result]>([:])

  @inline(never)
  func put(_ result: Result, at index: Int) { list.withLock { $0[index] = result } }

  var taken: [Int: Result] { list.withLock { $0 } }
}
