import Foundation

/// How many files a process may have open at once (`ulimit -n`).
enum OpenFiles {
  /// For threads and timers, a connection and the search for its host.
  private static let needed = 10

  /// Raises the process's own limit where it is low and may be raised; throws where there is still no room for what a run
  /// needs. Without room, threads and timers would not start, and the run would hang or crash.
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
/// Libraries wait for ever for a thread where the system gives none (libdispatch tries again each second), so the system is
/// asked beforehand.
enum Threads {
  /// Whether the system gives that many at once. They have the size of those that come later, to which the C library hands
  /// their stacks on.
  static var areAvailable: Bool {
    // Four beside those of tasks, with room for timers; with eight for tasks every run goes on, only slower.
    let count = 4 + min(max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))), 8)
    let gate = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    defer { gate.deallocate() }
    pthread_mutex_init(gate, nil)
    defer { pthread_mutex_destroy(gate) }
    // All of them stay until the last one is there.
    pthread_mutex_lock(gate)
    var threads: [pthread_t] = []
    for _ in 0..<count {
      var thread = pthread_t()
      let wait: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { gate in
        guard let gate = gate?.assumingMemoryBound(to: pthread_mutex_t.self) else { return nil }
        pthread_mutex_lock(gate)
        pthread_mutex_unlock(gate)
        return nil
      }
      guard pthread_create(&thread, nil, wait, gate) == 0 else { break }
      threads.append(thread)
    }
    pthread_mutex_unlock(gate)
    for thread in threads { pthread_join(thread, nil) }
    return threads.count == count
  }
}

/// What the system does not give the program for the time being; like a network that fails, it may do so later.
enum ResourceError: Error, Equatable {
  case noThreads
  case tooFewFiles(limit: Int)
}
