import Foundation

/// The limit on open files (`ulimit -n`).
enum OpenFiles {
  /// For threads and timers, a connection and its name resolution.
  private static let needed = 10

  /// Raises the soft limit if it is low; throws if there are still too few free descriptors, with which threads and
  /// timers could not start and the run would hang or crash.
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

/// The threads that a run needs: for transfers, name resolution and Swift tasks.
///
/// Libraries wait for ever if the system gives them no thread (libdispatch retries every second), so this is checked
/// first.
enum Threads {
  /// True if the system can create that many threads at once. They have the default size, so that the C library can
  /// reuse their stacks.
  static var areAvailable: Bool {
    // Four besides those for tasks, with a margin for timers; eight task threads are always enough.
    let count = 4 + min(max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))), 8)
    let gate = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    defer { gate.deallocate() }
    pthread_mutex_init(gate, nil)
    defer { pthread_mutex_destroy(gate) }
    // All stay alive until the last one has been created.
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

/// A temporary lack of system resources.
enum ResourceError: Error, Equatable {
  case noThreads
  case tooFewFiles(limit: Int)
}
