import Foundation

/// The threads that a run needs: one that fetches, one that looks up names, and those that Swift's tasks run on.
///
/// The libraries below wait for a thread for ever where the system gives none (libdispatch tries again each second), so that
/// it is asked beforehand.
enum Threads {
  /// The threads beside those that tasks run on, with room for the ones that timers need.
  private static let others = 4
  /// The most threads for tasks that are asked for; with these every run goes on, only slower.
  private static let mostTasks = 8

  /// Whether the system gives that many at once. They have the size of those that come later, to which the C library hands
  /// their stacks on.
  static var areAvailable: Bool {
    let count = others + min(max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))), mostTasks)
    let gate = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    defer { gate.deallocate() }
    pthread_mutex_init(gate, nil)
    defer { pthread_mutex_destroy(gate) }
    // All of them stay until the last one is there.
    pthread_mutex_lock(gate)
    var threads: [pthread_t] = []
    for _ in 0..<count {
      var thread = pthread_t()
      let isThere =
        pthread_create(
          &thread, nil,
          { gate in
            guard let gate = gate?.assumingMemoryBound(to: pthread_mutex_t.self) else { return nil }
            pthread_mutex_lock(gate)
            pthread_mutex_unlock(gate)
            return nil
          }, gate) == 0
      if !isThere { break }
      threads.append(thread)
    }
    pthread_mutex_unlock(gate)
    for thread in threads { pthread_join(thread, nil) }
    return threads.count == count
  }
}
