/// A fault's line in the document.
struct FaultRow: Sendable, Equatable {
  /// The fault's name.
  let name: String
  /// The exit status.
  let status: String
  /// The time in seconds, rounded up.
  let seconds: String
  /// The peak memory in megabytes, rounded up; empty where it was not measured.
  let megabytes: String
  /// What was shown: the sentence, or the forecast.
  let shown: String

  /// The line as Markdown has it.
  var text: String {
    let memory = megabytes.isEmpty ? "" : "≤ \(megabytes)"
    return "| \([name, status, "≤ \(seconds)", memory, shown].map { Self.cell($0) }.joined(separator: " | ")) |"
  }

  /// What of a line stays the same from run to run.
  static func lasting(_ text: String) -> [String] {
    let cells = text.replacing("\\|", with: "\u{1}").split(separator: "|", omittingEmptySubsequences: false)
      .map { $0.replacing("\u{1}", with: "\\|").trimmingPrefix(" ") }
    guard cells.count == 7 else { return [] }
    return [cells[1], cells[2], cells[5]].map { String($0) }
  }

  private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|").replacing("<", with: "&lt;") }
}
