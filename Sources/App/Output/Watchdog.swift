import Foundation

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
