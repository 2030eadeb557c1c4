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
