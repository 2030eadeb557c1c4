import Basics
import Weather
import Web

/// How much is written to standard error.
enum Verbosity: Sendable {
  /// Only errors (`--quiet`).
  case errors
  /// Errors and notes.
  case notes
  /// Also requests, and where each value was found (`--verbose`).
  case everything
}

/// Logs to standard error what a run does (`--verbose`).
struct VerboseLog: Sendable {
  let isEnabled: Bool

  func report(_ what: @autoclosure () -> String) {
    if isEnabled { StandardStreams.writeError("weatherterm: \(PlainText.of(UserInfo.removed(from: what())))\n") }
  }

  /// Logs where each value was found.
  func report(_ origins: @autoclosure () -> [(path: String, origin: Origin)], of site: String) {
    guard isEnabled else { return }
    let lines = origins().sorted { $0.path < $1.path }.map { path, origin in
      "weatherterm:   \(path) from " + [origin.layout, origin.selector].filter { !$0.isEmpty }.joined(separator: ", ")
    }
    let heading = lines.isEmpty ? "does not say where values were found" : "gave these values:"
    StandardStreams.writeError(
      (["weatherterm: \(site) \(heading)"] + lines.map { PlainText.of($0) }).joined(separator: "\n") + "\n")
  }
}

/// A line on a terminal's standard error while a slow request runs; erased afterwards.
struct Progress: Sendable {
  /// True if standard error is a terminal.
  let isShown: Bool

  /// Carriage return and Erase in Line (ECMA-48, EL).
  static let erasure: StaticString = "\r\u{1B}[K"

  /// Runs a request; shows the line if it takes longer than a second.
  func during<Value: Sendable>(_ what: String, _ fetch: @Sendable () async throws -> Value) async rethrows -> Value {
    guard isShown else { return try await fetch() }
    let line = Task {
      try? await Task.sleep(for: .seconds(1))
      if Task.isCancelled { return false }
      StandardStreams.writeError("waiting for \(what) …")
      return true
    }
    do {
      let value = try await fetch()
      await Self.end(line)
      return value
    } catch {
      await Self.end(line)
      throw error
    }
  }

  /// Cancels the line, or erases it if it is shown.
  private static func end(_ line: Task<Bool, Never>) async {
    line.cancel()
    if await line.value { StandardStreams.writeError(erasure.description) }
  }
}
