import Foundation

/// How many files a process may have open at once (`ulimit -n`).
enum OpenFiles {
  /// How many a run needs: some for its threads and timers, some for a connection and the search for its host.
  private static let needed = 10

  /// Sees to it that there is room for as many as a run needs, by raising the process's own limit where it may; throws where
  /// there is not. Without room, threads and timers would not start, and the run would hang or crash.
  static func require() throws {
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
      guard file >= 0 else { throw TooFew(limit: Int(limit.rlim_cur)) }
      files.append(file)
    }
  }

  /// Too few files may be open at once.
  struct TooFew: Error, CustomStringConvertible {
    /// How many may be open.
    let limit: Int
    /// One full sentence.
    var description: String {
      "only \(limit) files may be open at once, which is too few for a forecast; allow 64 of them: ulimit -n 64"
    }
  }
}
