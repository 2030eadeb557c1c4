import Foundation

/// Where the program begins and ends.
@main
struct EntryPoint {
  static func main() {
    Signals.prepare()
    ClockZone.prepare()
    switch Program.answer(RawText.arguments) {
    case .done(let status): exit(status.rawValue)
    case .forecast(let program):
      if let timeout = program.wishes.timeout { Watchdog.start(timeout) }
      do { try OpenFiles.require() } catch { exit(Program.failed(error).rawValue) }
      // Only what fetches pays for threads.
      guard Threads.areAvailable else { exit(Program.failed(ResourceError.noThreads).rawValue) }
      Task.detached { exit(await program.run().rawValue) }
      // Not left to libdispatch, which takes a thread for what this one leaves, and blocks signals until it has it.
      while true { pause() }
    }
  }
}
