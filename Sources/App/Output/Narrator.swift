import Basics
import Weather
import Web

/// Tells on standard error what is done, while it is done, for those who want to know.
struct Narrator: Sendable {
  /// Whether anybody wants to know.
  let isHeard: Bool

  /// Tells one thing.
  func tell(_ what: @autoclosure () -> String) {
    if isHeard { StandardStreams.complain("weatherterm: \(PlainText.of(UserInfo.removed(from: what())))\n") }
  }

  /// Tells which rung of a site's ladders gave each value.
  func tell(_ provenance: [String: String], of site: String) {
    guard isHeard else { return }
    let lines = provenance.sorted { $0.key < $1.key }.map { "weatherterm:   \($0.key) from \($0.value)" }
    let heading = lines.isEmpty ? "does not say where values were found" : "gave these values:"
    StandardStreams.complain(
      (["weatherterm: \(site) \(heading)"] + lines.map { PlainText.of($0) }).joined(separator: "\n") + "\n")
  }
}
