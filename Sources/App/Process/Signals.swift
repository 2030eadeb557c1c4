import Foundation
import Synchronization

/// What the program does about signals, and about standard streams that are closed.
enum Signals {
  /// An interrupt ends the run at once, or after the long line that is being written.
  private enum State {
    static let anything = 0
    static let line = 1
    static let interrupted = 2
  }

  private static let state = Atomic<Int>(State.anything)

  private static let late: StaticString =
    "weatherterm: error: the run did not end in the time that --timeout gives it; give it more, or try again later\n"

  /// To be called before anything else.
  static func prepare() {
    // Writing to a closed pipe, or past the limit on a file's size, gives an error and does not end the program.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    // A closed stream's number would go to the next file or connection that is opened, and output into that.
    for (file, mode) in [(STDIN_FILENO, O_RDONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_WRONLY)]
    where fcntl(file, F_GETFD) == -1 {
      // Reading only: what is written to a closed standard output is to fail.
      _ = open("/dev/null", mode)
    }
    // Made here, so that handlers find it made.
    state.store(State.anything, ordering: .relaxed)
    signal(SIGALRM) { _ in
      // Either the time of the run is over, or that of a line which an interrupt has waited for.
      if Signals.state.load(ordering: .relaxed) == State.interrupted { Signals.leave() }
      StandardStreams.writeErrorAtOnce(Signals.late)
      // Without handlers at exit, which might wait for what hangs.
      _exit(ExitStatus.network.rawValue)
    }
    var now = sigaction()
    sigaction(SIGINT, nil, &now)
    // A shell that starts the program in the background has interrupts ignored.
    if unsafeBitCast(now.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
      return
    }
    signal(SIGINT) { _ in
      guard Signals.state.exchange(State.interrupted, ordering: .relaxed) == State.line else { Signals.leave() }
      Signals.raiseAlarm(after: .milliseconds(800))
    }
  }

  /// Writes a line in several pieces. An interrupt waits for its end, though not for ever; after one nothing is written.
  static func whileNotInterrupted<Result>(_ write: () -> Result) -> Result {
    let before = state.compareExchange(expected: State.anything, desired: State.line, ordering: .relaxed).original
    if before == State.interrupted { leave() }
    let result = write()
    let after = state.compareExchange(expected: State.line, desired: State.anything, ordering: .relaxed).original
    if after == State.interrupted { leave() }
    return result
  }

  /// Has the system send SIGALRM after a time.
  static func raiseAlarm(after time: Duration) {
    let (seconds, attoseconds) = time.components
    var timer = itimerval()
    timer.it_value.tv_sec = Int(seconds)
    timer.it_value.tv_usec = Int(attoseconds / 1_000_000_000_000)
    setitimer(__itimer_which_t(ITIMER_REAL.rawValue), &timer, nil)
  }

  /// Ends the run as interrupted; does only what a signal handler may: isatty, write and _exit.
  private static func leave() -> Never {
    if isatty(STDERR_FILENO) == 1 {
      write(STDERR_FILENO, Progress.erasure.utf8Start, Progress.erasure.utf8CodeUnitCount)
    }
    _exit(ExitStatus.interrupted.rawValue)
  }
}

/// Ends a run that takes longer than `--timeout`, whatever it hangs on: a configuration that never comes, a reader that does
/// not read, threads that the system does not give. The system's timer needs no thread; ``Signals`` handles its signal.
enum Watchdog {
  static func start(_ timeout: Duration) {
    // Who starts the program may have blocked the signal, which is inherited.
    var alarm = sigset_t()
    sigemptyset(&alarm)
    sigaddset(&alarm, SIGALRM)
    pthread_sigmask(SIG_UNBLOCK, &alarm, nil)
    // Time to show what is kept.
    Signals.raiseAlarm(after: timeout + .milliseconds(250))
  }
}
