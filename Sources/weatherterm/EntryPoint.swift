import Foundation

/// Where the program begins and ends.
@main
struct EntryPoint {
  static func main() async {
    Signals.prepare()
    let program = Program(
      arguments: Array(CommandLine.arguments.dropFirst()), environment: ProcessInfo.processInfo.environment)
    exit(await program.run().rawValue)
  }
}
