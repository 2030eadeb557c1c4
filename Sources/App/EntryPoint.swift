import Foundation

/// Where the program begins and ends.
public enum EntryPoint {
  /// Runs the program with the process's arguments, and ends the process with its status.
  public static func run() -> Never {
    Signals.prepare()
    ClockZone.prepare()
    switch Program.answer(RawText.arguments) {
    case .done(let status): exit(status.rawValue)
    case .forecast(let program):
      if let timeout = program.wishes.timeout { Watchdog.start(timeout) }
      do { try OpenFiles.require() } catch { exit(Program.failed(error).rawValue) }
      // Only a fetch needs threads.
      guard Threads.areAvailable else { exit(Program.failed(ResourceError.noThreads).rawValue) }
      Task.detached { exit(await program.run().rawValue) }
      // Not dispatchMain(), which starts a thread in place of this one and blocks signals until it has it.
      while true { pause() }
    }
  }
}
