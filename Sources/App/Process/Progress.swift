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

/// Tells on standard error what is done, while it is done, for those who want to know.
struct Narrator: Sendable {
  /// Whether anybody wants to know.
  let isHeard: Bool

  /// Tells one thing.
  func tell(_ what: @autoclosure () -> String) {
    if isHeard { StandardStreams.complain("weatherterm: \(PlainText.of(UserInfo.removed(from: what())))\n") }
  }

  /// Tells where on a site's pages each value was found.
  func tell(_ origins: @autoclosure () -> [(path: String, origin: Origin)], of site: String) {
    guard isHeard else { return }
    let lines = origins().sorted { $0.path < $1.path }.map { path, origin in
      "weatherterm:   \(path) from \(origin.layout)" + (origin.selector.isEmpty ? "" : ", \(origin.selector)")
    }
    let heading = lines.isEmpty ? "does not say where values were found" : "gave these values:"
    StandardStreams.complain(
      (["weatherterm: \(site) \(heading)"] + lines.map { PlainText.of($0) }).joined(separator: "\n") + "\n")
  }
}

/// A line on standard error while a fetch takes its time, gone when it is done.
struct Progress: Sendable {
  /// Whether anybody looks at it.
  let isShown: Bool

  /// How long nothing is said.
  private static let patience = Duration.seconds(1)

  /// To the line's beginning, and all of it erased (ECMA-48, EL).
  static let erasure: StaticString = "\r\u{1B}[K"

  /// Runs a fetch, and says what is waited for where it takes longer than a second.
  func during<Value: Sendable>(
    _ what: String, _ fetch: @Sendable () async throws -> Value
  ) async rethrows -> Value {
    guard isShown else { return try await fetch() }
    let line = Task {
      try? await Task.sleep(for: Self.patience)
      if Task.isCancelled { return false }
      StandardStreams.complain("waiting for \(what) …")
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

  /// Sees to it that the line does not appear any more, or goes.
  private static func end(_ line: Task<Bool, Never>) async {
    line.cancel()
    if await line.value { StandardStreams.complain(erasure.description) }
  }
}
