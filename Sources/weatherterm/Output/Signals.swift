import Foundation

/// What the program does about signals, and about standard streams that are closed.
enum Signals {
  /// To be called before anything else.
  static func prepare() {
    // Writing to a reader that has gone away gives an error that is looked at, and does not end the program.
    signal(SIGPIPE, SIG_IGN)
    // So does a file over the user's limit, which costs the cache and not the forecast.
    signal(SIGXFSZ, SIG_IGN)
    // A closed stream's number would go to the next file or connection that is opened, and output into that.
    for (file, mode) in [(STDIN_FILENO, O_RDONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_WRONLY)]
    where fcntl(file, F_GETFD) == -1 {
      // Reading only: what is written to a closed standard output is to fail.
      _ = open("/dev/null", mode)
    }
    var now = sigaction()
    sigaction(SIGINT, nil, &now)
    // A shell that starts the program in the background has interrupts ignored.
    if unsafeBitCast(now.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
      return
    }
    signal(SIGINT) { _ in
      // Only what a signal handler may call: isatty, write and _exit.
      if isatty(STDERR_FILENO) == 1 {
        write(STDERR_FILENO, Progress.erasure.utf8Start, Progress.erasure.utf8CodeUnitCount)
      }
      _exit(ExitStatus.interrupted.rawValue)
    }
  }
}
