import Basics
import Testing

struct LockedTests {
  private struct Refusal: Error {}

  @Test func holdsAValueForManyTasks() async {
    let count = Locked(0)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<100 { group.addTask { count.withLock { $0 += 1 } } }
    }
    #expect(count.value == 100)
  }

  /// What the optimizer of Swift 6.3.1 miscompiles with a bare mutex.
  @Test func standsWithinFunctionsOfTypedThrows() {
    let lock = Locked<[String: Int]>([:])
    func turn(_ key: String) throws(Refusal) -> Int {
      let turn = lock.withLock { state in
        defer { state[key, default: 0] += 1 }
        return state[key, default: 0]
      }
      if turn > 1 { throw Refusal() }
      return turn
    }
    #expect(throws: Never.self) { try #expect(turn("a") == 0) }
    #expect(throws: Never.self) { try #expect(turn("a") == 1) }
    #expect(throws: Refusal.self) { try turn("a") }
  }
}
