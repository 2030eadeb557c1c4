import Basics
import Weather
import Web

/// How much is told on standard error.
enum Verbosity: Sendable {
  /// Errors alone (`--quiet`).
  case errors
  /// What the user should know, too.
  case notes
  /// What is asked of whom, and where each value was found, too (`--verbose`).
  case everything
}

/// Reports on standard error what a run does, as it does it (`--verbose`).
struct VerboseLog: Sendable {
  let isEnabled: Bool

  func report(_ what: @autoclosure () -> String) {
    if isEnabled { StandardStreams.writeError("weatherterm: \(PlainText.of(UserInfo.removed(from: what())))\n") }
  }

  /// Reports where on a site's pages each value was found.
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

/// A line on a terminal's standard error while a slow request runs; erased when it is done.
struct Progress: Sendable {
  /// Whether standard error is a terminal that shows it.
  let isShown: Bool

  /// Return to the line's beginning and erase it (ECMA-48, EL).
  static let erasure: StaticString = "\r\u{1B}[K"

  /// Runs a request; names what it waits for if that takes longer than a second.
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

  /// Cancels the line, or erases it.
  private static func end(_ line: Task<Bool, Never>) async {
    line.cancel()
    if await line.value { StandardStreams.writeError(erasure.description) }
  }
}
