public import Foundation

/// The program under test, built next to the tests.
public enum Program {
  /// The result of a run.
  public struct Outcome: Sendable {
    /// The exit status; 128 plus the signal number if a signal ended it.
    public var status: Int32
    /// Standard output.
    public var output: String
    /// Standard error.
    public var error: String
    /// The wall time in seconds.
    public var seconds: Double
    /// Peak memory in megabytes (10^6 bytes); nil if unknown.
    public var peakMegabytes: Double?
  }

  /// The program's path: next to the test bundle, or given by `WEATHERTERM`.
  public static var path: String {
    if let path = ProcessInfo.processInfo.environment["WEATHERTERM"] { return path }
    return URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent(
      "weatherterm"
    )
    .path
  }

  /// True for a release build, for which limits on time and memory apply.
  public static var isReleaseBuild: Bool { path.contains("/release/") }

  /// The root of the checkout.
  public static var checkout: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  }

  /// Runs the program in a new home folder, with only the necessary environment variables.
  ///
  /// - Parameters:
  /// - arguments: the command-line arguments.
  /// - environment: additional environment variables.
  /// - home: the home and working folder; a new one by default.
  /// - shell: a bash command that runs the program as `"$@"`.
  /// - limit: seconds after which the program is killed and the test fails.
  public static func run(
    _ arguments: [String], environment: [String: String] = [:], home: URL? = nil, input: String? = nil,
    shell: String? = nil, limit: Double = 60
  ) async throws -> Outcome {
    try await ChildProcess.waiting {
      try runBlocking(arguments, environment: environment, home: home, input: input, shell: shell, limit: limit)
    }
  }

  private static func runBlocking(
    _ arguments: [String], environment: [String: String], home: URL?, input: String?, shell: String?, limit: Double
  ) throws -> Outcome {
    let folder = try home ?? temporaryFolder()
    defer { if home == nil { try? FileManager.default.removeItem(at: folder) } }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: shell == nil ? path : "/bin/bash")
    process.arguments = (shell.map { ["-c", $0, "bash", path] } ?? []) + arguments
    process.currentDirectoryURL = folder
    var variables = ["HOME": folder.path, "LANG": "C.UTF-8", "NO_COLOR": "1", "TZ": "UTC"]
    for key in ["PATH", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "LSAN_OPTIONS"] {
      variables[key] = ProcessInfo.processInfo.environment[key]
    }
    process.environment = variables.merging(environment) { $1 }
    // Files instead of pipes: nothing has to be drained while the program runs.
    let files = ["output", "error", "input"].map { folder.appendingPathComponent(".\($0)-\(UUID().uuidString)") }
    for file in files { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
    if let input { try Data(input.utf8).write(to: files[2]) }
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    let handles = [
      try FileHandle(forWritingTo: files[0]), try FileHandle(forWritingTo: files[1]),
      try FileHandle(forReadingFrom: files[2]),
    ]
    // The timer retains the process, and thereby these handles, until the limit has passed: many runs would leave too
    // many open.
    defer { for handle in handles { try? handle.close() } }
    process.standardOutput = handles[0]
    process.standardError = handles[1]
    process.standardInput = handles[2]
    let start = Date()
    try ChildProcess.start(process)
    let killer = DispatchWorkItem { process.terminate() }
    DispatchQueue.global().asyncAfter(deadline: .now() + limit, execute: killer)
    let peak = PeakMemory(of: process.processIdentifier)
    process.waitUntilExit()
    killer.cancel()
    let status = process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
    let text = String(decoding: try Data(contentsOf: files[0]), as: UTF8.self)
    try KeptJSON.keep(text)
    return Outcome(
      status: status, output: text,
      error: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self), seconds: Date().timeIntervalSince(start),
      peakMegabytes: peak.megabytes)
  }

  /// A new empty folder.
  public static func temporaryFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("weatherterm-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }
}
