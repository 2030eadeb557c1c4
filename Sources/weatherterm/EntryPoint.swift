import Foundation

/// Where the program begins and ends.
@main
struct EntryPoint {
  static func main() {
    Signals.prepare()
    switch Program.answer(Array(CommandLine.arguments.dropFirst())) {
    case .done(let status): exit(status.rawValue)
    case .forecast(let program):
      do { try OpenFiles.require() } catch { exit(Program.failed(error).rawValue) }
      // Only what fetches pays for threads.
      Task { exit(await program.run().rawValue) }
      dispatchMain()
    }
  }
}
