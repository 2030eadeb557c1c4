import Foundation
import Support

/// A home folder that goes with the test that made it.
final class Home: Sendable {
  /// The folder, which runs have as their working folder, too.
  let folder: URL

  /// A folder; with a configuration in its usual place where one is given.
  init(configuration: String? = nil) throws {
    folder = try Program.temporaryFolder()
    if let configuration { try write(".config/weatherterm/config.yaml", configuration) }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Writes a file, and the folders on the way to it.
  func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

  /// Writes a file, and the folders on the way to it.
  func write(_ name: String, _ bytes: [UInt8]) throws {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  /// A file's bytes.
  func read(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appendingPathComponent(name)))
  }

  /// The names in a folder.
  func names(in name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(name).path).sorted()
  }

  /// Runs the program here.
  func run(
    _ arguments: [String], environment: [String: String] = [:], shell: String? = nil, limit: Double = 30
  ) async throws -> Program.Outcome {
    try await Program.run(arguments, environment: environment, home: folder, shell: shell, limit: limit)
  }

  /// Asks for today's forecast of Stockholm through another address.
  func today(
    _ base: String, _ more: [String] = [], environment: [String: String] = [:], shell: String? = nil
  ) async throws -> Program.Outcome {
    try await run(Stockholm.place + ["-td", "--base-url", base] + more, environment: environment, shell: shell)
  }
}
