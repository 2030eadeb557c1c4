import Foundation
import Support
import Testing

@testable import App

/// A run that succeeds, recorded anew so that its session holds what it asked for and nothing else; then each answer can be
/// replaced by another.
struct RecordedRun {
  /// What the run prints.
  let output: String
  /// The numbers of its answers.
  var steps: Range<Int> { 0..<files.count }

  private let folder: URL
  private let arguments: [String]
  private let files: [String]

  /// Records a run of one of a parser's fixtures: one that asks for days, whose pages are all needed.
  init(of candidate: Candidate) async throws {
    let runs = candidate.recordings.filter { $0.status == 0 && $0.arguments.contains("-a") }
    let recorded = try #require(
      runs.first { $0.kind == .fiveDays || $0.kind == .tenDays } ?? runs.first, "\(candidate.name) has no fixture")
    folder = try Program.temporaryFolder()
    arguments = recorded.arguments
    let done = try await Program.run(["--replay", recorded.session.path, "--record", folder.path] + arguments)
    try #require(done.status == 0, Comment(rawValue: done.error))
    output = done.output
    let har = try JSONSerialization.jsonObject(with: Data(contentsOf: folder.appendingPathComponent("session.har")))
    let entries = try #require(((har as? [String: Any])?["log"] as? [String: Any])?["entries"] as? [[String: Any]])
    // Whatever an error's body says, it is the status that counts.
    files = entries.compactMap { entry in
      let response = entry["response"] as? [String: Any]
      guard let status = (response?["status"] as? NSNumber)?.intValue, (200..<300).contains(status) else { return nil }
      return (response?["content"] as? [String: Any])?["_file"] as? String
    }
    try #require(!files.isEmpty)
  }

  /// The body of an answer.
  func body(_ step: Int) throws -> [UInt8] { [UInt8](try Data(contentsOf: file(step))) }

  /// Runs the program with one answer replaced.
  func run(replacing step: Int, with body: [UInt8]) async throws -> Program.Outcome {
    let good = try Data(contentsOf: file(step))
    try Data(body).write(to: file(step))
    defer { try? good.write(to: file(step)) }
    return try await Program.run(["--replay", folder.path] + arguments)
  }

  /// Removes the recording.
  func remove() { try? FileManager.default.removeItem(at: folder) }

  private func file(_ step: Int) -> URL { folder.appendingPathComponent(files[step]) }
}
