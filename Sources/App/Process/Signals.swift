import Foundation
import Synchronization

/// Handles signals and closed standard streams.
enum Signals {
  /// An interrupt ends the run at once, or after the long line that is being written.
  private enum State {
    static let anything = 0
    static let line = 1
    static let interrupted = 2
  }

  private static let state = Atomic<Int>(State.anything)

  /// The exit status of a run whose output is written; negative until then.
  private static let outcome = Atomic<Int32>(-1)

  private static let late: StaticString =
    "weatherterm: error: the run did not end in the time that --timeout gives it; give it more, or try again later\n"

  /// Must be called before anything else.
  static func prepare() {
    // Writing to a closed pipe, or past the file size limit, should return an error instead of ending the process.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    // Otherwise the next file or connection would get a closed stream's descriptor, and output would go into it.
    for (file, mode) in [(STDIN_FILENO, O_RDONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_WRONLY)]
    where fcntl(file, F_GETFD) == -1 {
      // Read-only, so that writing to a closed standard output fails.
      _ = open("/dev/null", mode)
    }
    // Initialized here, before a signal handler can need it.
    state.store(State.anything, ordering: .relaxed)
    outcome.store(-1, ordering: .relaxed)
    signal(SIGALRM) { _ in
      // Either the run's time is over, or the time that an interrupt allows for finishing a line.
      if Signals.state.load(ordering: .relaxed) == State.interrupted { Signals.leave() }
      let outcome = Signals.outcome.load(ordering: .relaxed)
      if outcome >= 0 { _exit(outcome) }
      StandardStreams.writeErrorAtOnce(Signals.late)
      // Skips exit handlers, which might wait for what hangs.
      _exit(ExitStatus.network.rawValue)
    }
    var now = sigaction()
    sigaction(SIGINT, nil, &now)
    // Shells start background processes with interrupts ignored.
    if unsafeBitCast(now.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
      return
    }
    signal(SIGINT) { _ in
      guard Signals.state.exchange(State.interrupted, ordering: .relaxed) == State.line else { Signals.leave() }
      Signals.raiseAlarm(after: .milliseconds(800))
    }
  }

  /// Writes a long line in several pieces. An interrupt waits a limited time for its end; after an interrupt nothing is
  /// written.
  static func whileNotInterrupted<Result>(_ write: () -> Result) -> Result {
    let before = state.compareExchange(expected: State.anything, desired: State.line, ordering: .relaxed).original
    if before == State.interrupted { leave() }
    let result = write()
    let after = state.compareExchange(expected: State.line, desired: State.anything, ordering: .relaxed).original
    if after == State.interrupted { leave() }
    return result
  }

  /// Marks the output as written. What follows, such as writing the cache, can then be cut short without an error.
  static func noteOutcome(_ status: ExitStatus) { outcome.store(status.rawValue, ordering: .relaxed) }

  /// Schedules SIGALRM.
  static func raiseAlarm(after time: Duration) {
    let (seconds, attoseconds) = time.components
    var timer = itimerval()
    timer.it_value.tv_sec = Int(seconds)
    timer.it_value.tv_usec = Int(attoseconds / 1_000_000_000_000)
    setitimer(__itimer_which_t(ITIMER_REAL.rawValue), &timer, nil)
  }

  /// Ends the run as interrupted, using only async-signal-safe calls: isatty, write and _exit.
  private static func leave() -> Never {
    if isatty(STDERR_FILENO) == 1 {
      write(STDERR_FILENO, Progress.erasure.utf8Start, Progress.erasure.utf8CodeUnitCount)
    }
    _exit(ExitStatus.interrupted.rawValue)
  }
}

/// Ends a run that exceeds `--timeout`, whatever it hangs on: reading the configuration, a blocked output, missing
/// threads. Uses a system timer, which needs no thread; ``Signals`` handles its signal.
enum Watchdog {
  static func start(_ timeout: Duration) {
    // A blocked signal may have been inherited.
    var alarm = sigset_t()
    sigemptyset(&alarm)
    sigaddset(&alarm, SIGALRM)
    pthread_sigmask(SIG_UNBLOCK, &alarm, nil)
    // Extra time to show a cached answer.
    Signals.raiseAlarm(after: timeout + .milliseconds(250))
  }

  /// Call when the output is written: if the time runs out after that, the run still ends with this status.
  static func end(with status: ExitStatus) { Signals.noteOutcome(status) }
}
