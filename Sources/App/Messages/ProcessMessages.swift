extension OutputError: CustomStringConvertible {
  var description: String { "standard output cannot be written: \(reason); send it elsewhere or make room" }
}

extension ResourceError: CustomStringConvertible {
  var description: String {
    switch self {
    case .noThreads:
      "the system gives the program no threads; raise the limit on processes (ulimit -u, or the container's pids limit), "
        + "or try again when less is running"
    case .tooFewFiles(let limit):
      "only \(limit) files may be open at once, which is too few for a forecast; allow 64 of them: ulimit -n 64"
    }
  }
}
