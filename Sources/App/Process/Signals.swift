import Foundation
import Synchronization

/// What the program does about signals, and about standard streams that are closed.
enum Signals {
  /// What an interrupt finds the run at.
  private enum State {
    /// No long line is being written: the run ends at once.
    static let anything = 0
    /// A long line is being written, which is to be whole before the run ends.
    static let line = 1
    /// An interrupt has come.
    static let interrupted = 2
  }

  private static let state = Atomic<Int>(State.anything)

  /// How long a line that has been begun may take after an interrupt.
  private static let patience = Duration.milliseconds(800)

  private static let late: StaticString =
    "weatherterm: error: the run did not end in the time that --timeout gives it; give it more, or try again later\n"

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
      Signals.raiseAlarm(after: Signals.patience)
    }
  }

  /// Writes a line that does not go out in one piece. An interrupt that comes meanwhile waits for its end, though not for
  /// ever, and ends the run then; after an interrupt nothing is written.
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

/// Ends a run that has not ended by itself in the time that it was given, whatever it hangs on: areas or a configuration
/// that never come, a reader that does not read, threads that are not to be had.
///
/// The system's timer counts, which needs no thread; ``Signals`` ends the run when its signal comes.
enum Watchdog {
  /// What the run gets beyond its time, to show what is kept.
  private static let grace = Duration.milliseconds(250)

  /// Starts counting.
  static func start(_ timeout: Duration) {
    // Who starts the program may have blocked the signal, which is inherited.
    var alarm = sigset_t()
    sigemptyset(&alarm)
    sigaddset(&alarm, SIGALRM)
    pthread_sigmask(SIG_UNBLOCK, &alarm, nil)
    Signals.raiseAlarm(after: timeout + grace)
  }
}
