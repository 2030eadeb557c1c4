/// What the system does not give the program for the time being; like a network that fails, it may do so later.
enum ResourceError: Error, Equatable {
  /// No threads.
  case noThreads
}

extension ResourceError: CustomStringConvertible {
  var description: String {
    switch self {
    case .noThreads:
      "the system gives the program no threads; raise the limit on processes (ulimit -u, or the container's pids limit), "
        + "or try again when less is running"
    }
  }
}
