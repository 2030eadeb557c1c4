import Foundation
import Support
import Testing

/// The one walker: a folder with a recorded session and an `expected.json`, dropped in anywhere below `Tests/Fixtures`, is
/// a test.
@Suite struct FixtureTests {
  @Test func thereAreFixtures() {
    #expect(!Fixture.all.isEmpty, "no fixture of this name below Tests/Fixtures")
  }

  @Test(arguments: Fixture.all)
  func fixture(_ fixture: Fixture) async throws {
    for run in try await fixture.runs() { try await check(run, of: fixture) }
  }

  private func check(_ run: Fixture.Run, of fixture: Fixture) async throws {
    let session = fixture.folder.appendingPathComponent(run.replay).path
    let done = try await Program.run(["--replay", session] + run.arguments)
    let name = Comment(rawValue: "\(fixture) \(run.arguments.joined(separator: " "))")
    var failures: [String] = []
    if done.status != run.status {
      failures.append("exit status \(done.status) instead of \(run.status): \(done.error)")
    } else if run.status != 0, !done.output.isEmpty {
      failures.append("a failed run printed \(done.output)")
    }
    for text in run.stderr where !done.error.contains(text) {
      failures.append("standard error lacks \"\(text)\": \(done.error)")
    }
    for text in run.contains where !done.output.contains(text) {
      failures.append("standard output lacks \"\(text)\": \(done.output)")
    }
    if let stdout = run.stdout, done.output != stdout {
      failures.append("the output is not \(stdout.debugDescription)")
    }
    for text in run.lacks where (done.output + done.error).unicodeScalars.contains(text) {
      failures.append("the output holds what it must not: \(text.debugDescription)")
    }
    if let file = run.output {
      let expected = try String(contentsOf: fixture.folder.appendingPathComponent(file), encoding: .utf8)
      if done.output != expected { failures.append("the output differs from \(file)") }
    }
    if run.expect != nil || !run.counts.isEmpty || !run.hoursAt.isEmpty {
      failures += differences(run, done.output)
    }
    if !failures.isEmpty {
      // The actual output is left where it can be copied from.
      let actual = FileManager.default.temporaryDirectory.appendingPathComponent("weatherterm-actual")
        .appendingPathComponent(fixture.description).appendingPathComponent(run.output ?? "output.json")
      try FileManager.default.createDirectory(at: actual.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(done.output.utf8).write(to: actual)
      failures.append("the actual output is in \(actual.path)")
    }
    #expect(failures.isEmpty, "\(name): \(failures.joined(separator: "\n  "))")
  }

  private func differences(_ run: Fixture.Run, _ output: String) -> [String] {
    guard let json = try? JSONSerialization.jsonObject(with: Data(output.utf8)) else { return ["not JSON: \(output)"] }
    var failures = run.expect.map { Expectation.differences($0, json, tolerance: run.tolerance) } ?? []
    for (path, count) in run.counts {
      let found = (at(path, json) as? [Any])?.count
      if found != count { failures.append("\(path): expected \(count) rows, got \(found.map(String.init) ?? "none")") }
    }
    let hours = at("reports.0.hours", json) as? [[String: Any]] ?? []
    for (time, expected) in run.hoursAt {
      let hour = hours.first { $0["time"] as? String == time }
      failures += Expectation.differences(expected, hour, tolerance: run.tolerance, path: "hours[\(time)]")
    }
    return failures
  }

  private func at(_ path: String, _ json: Any) -> Any? {
    path.split(separator: ".").reduce(json as Any?) { value, key in
      if let index = Int(key), let list = value as? [Any] { return list.indices.contains(index) ? list[index] : nil }
      return (value as? [String: Any])?[String(key)]
    }
  }
}

extension String.UnicodeScalarView {
  /// Whether a run of scalars occurs, letter by letter, without any folding.
  fileprivate func contains(_ text: String) -> Bool {
    let here = Array(self)
    let sought = Array(text.unicodeScalars)
    return !sought.isEmpty && here.indices.contains { here[$0...].starts(with: sought) }
  }
}
