import Basics
import Dispatch

/// Maps items in parallel on all processors, keeping their order.
func inParallel<Item: Sendable, Result: Sendable>(
  _ items: [Item], _ work: @escaping @Sendable (Item) -> Result
) -> [Result] {
  let results = Locked<[Int: Result]>([:])
  DispatchQueue.concurrentPerform(iterations: items.count) { index in
    let result = work(items[index])
    results.withLock { $0[index] = result }
  }
  let values = results.value
  return items.indices.compactMap { values[$0] }
}
