import Foundation

/// Ends a run that has not ended by itself in the time that it was given, whatever it hangs on: areas or a configuration
/// that never come, a reader that does not read.
enum Watchdog {
  /// What the run gets beyond its time, to show what is kept.
  private static let grace = Duration.milliseconds(250)

  /// Starts counting.
  static func start(_ timeout: Duration) {
    let thread = Thread {
      let whole = timeout + grace
      Thread.sleep(forTimeInterval: Double(whole.components.seconds) + Double(whole.components.attoseconds) * 1e-18)
      StandardStreams.complainAtOnce(
        "weatherterm: error: the run did not end in the time that --timeout gives it; give it more, or try again later\n"
      )
      // Without handlers at exit, which might wait for what hangs.
      _exit(ExitStatus.network.rawValue)
    }
    thread.stackSize = 64 << 10
    thread.start()
  }
}
