import Foundation
import Support

/// Other programs that tests need.
enum Shell {
  /// Runs a line of shell to its end, with bytes for its standard input; gives its standard output.
  static func output(_ line: String, input: [UInt8] = []) async throws -> [UInt8] {
    try await ChildProcess.waiting { try outputBlocking(line, input) }
  }

  private static func outputBlocking(_ line: String, _ input: [UInt8]) throws -> [UInt8] {
    let home = try Home()
    try home.write("input", input)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "{ \(line); } < input > output"]
    process.currentDirectoryURL = home.folder
    try ChildProcess.start(process)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failed(line: line, status: process.terminationStatus) }
    return try home.read("output")
  }

  /// A line that failed.
  struct Failed: Error {
    let line: String
    let status: Int32
  }
}
