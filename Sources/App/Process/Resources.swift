import Foundation

/// How many files a process may have open at once (`ulimit -n`).
enum OpenFiles {
  /// How many a run needs: some for its threads and timers, some for a connection and the search for its host.
  private static let needed = 10

  /// Sees to it that there is room for as many as a run needs, by raising the process's own limit where it may; throws where
  /// there is not. Without room, threads and timers would not start, and the run would hang or crash.
  static func require() throws(ResourceError) {
    var limit = rlimit()
    if getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0, limit.rlim_cur < 256,
      limit.rlim_cur < limit.rlim_max
    {
      limit.rlim_cur = min(256, limit.rlim_max)
      setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
    var files: [Int32] = []
    defer { for file in files { close(file) } }
    while files.count < needed {
      let file = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
      guard file >= 0 else { throw .tooFewFiles(limit: Int(limit.rlim_cur)) }
      files.append(file)
    }
  }
}

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

/// What the system does not give the program for the time being; like a network that fails, it may do so later.
enum ResourceError: Error, Equatable {
  /// No threads.
  case noThreads
  /// Too few files may be open at once.
  case tooFewFiles(limit: Int)
}
