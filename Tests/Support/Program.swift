public import Foundation

/// The program under test, as it was built beside the tests.
public enum Program {
  /// What a run left behind.
  public struct Outcome: Sendable {
    /// The exit status; 128 and the signal's number where a signal ended it.
    public var status: Int32
    /// Standard output.
    public var output: String
    /// Standard error.
    public var error: String
    /// The wall time, in seconds.
    public var seconds: Double
    /// The most memory that it had at once, in megabytes (10^6 bytes); nil where the system does not tell.
    public var peakMegabytes: Double?
  }

  /// Where the program is: beside the test bundle, or where `WEATHERTERM` says.
  public static var path: String {
    if let path = ProcessInfo.processInfo.environment["WEATHERTERM"] { return path }
    return URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent(
      "weatherterm"
    )
    .path
  }

  /// Whether the program was built for release, so that limits of time and memory hold for it.
  public static var isReleaseBuild: Bool { path.contains("/release/") }

  /// The top folder of the checkout.
  public static var checkout: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  }

  /// Runs the program in a fresh home with nothing of the caller's environment but what it needs.
  ///
  /// - Parameters:
  ///   - arguments: the words behind the program's name.
  ///   - environment: added to the usual one, over it.
  ///   - home: the home and working folder; a fresh one where none is given.
  ///   - shell: a line for bash that starts the program, which stands in it as `"$@"`.
  ///   - limit: seconds after which the program is killed, which counts as a failure of the test.
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
    // Files and not pipes: nothing has to be drained while the program runs.
    let files = ["output", "error", "input"].map { folder.appendingPathComponent(".\($0)-\(UUID().uuidString)") }
    for file in files { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
    if let input { try Data(input.utf8).write(to: files[2]) }
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    let handles = [
      try FileHandle(forWritingTo: files[0]), try FileHandle(forWritingTo: files[1]),
      try FileHandle(forReadingFrom: files[2]),
    ]
    // What kills the process holds it, and with it these, until the limit has passed: many runs would leave too many open.
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

  /// An empty folder of its own.
  public static func temporaryFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("weatherterm-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }
}
