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
    let cells = cells(text)
    return cells.count == 7 ? [cells[1], cells[2], cells[5]] : []
  }

  /// Whether two lines say the same, and their numbers lie no more than a step apart.
  static func isAlike(_ one: String, _ other: String) -> Bool {
    func number(_ cell: String) -> Double { Double(cell.filter { "0123456789.".contains($0) }) ?? 0 }
    let (one, other) = (cells(one), cells(other))
    guard one.count == 7, other.count == 7, [1, 2, 5].allSatisfy({ one[$0] == other[$0] }) else { return false }
    return abs(number(one[3]) - number(other[3])) <= 0.5 && abs(number(one[4]) - number(other[4])) <= 25
  }

  /// The cells between a line's strokes, the empty ones at both ends included.
  private static func cells(_ text: String) -> [String] {
    text.replacing("\\|", with: "\u{1}").split(separator: "|", omittingEmptySubsequences: false)
      .map { String($0.replacing("\u{1}", with: "\\|").trimmingPrefix(" ")) }
  }

  private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|").replacing("<", with: "&lt;") }
}
