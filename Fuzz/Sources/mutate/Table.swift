import Oracle

/// A tally as a table.
enum Table {
  /// One row per kind of change, one column per outcome.
  static func of(_ tally: Tally) -> String {
    var lines = [
      "| change | " + Tally.Outcome.allCases.map(\.rawValue).joined(separator: " | ") + " |",
      "|---|" + Tally.Outcome.allCases.map { _ in "---|" }.joined(),
    ]
    for kind in Spelling.Kind.allCases {
      guard let outcomes = tally.counts[kind] else { continue }
      let counts = Tally.Outcome.allCases.map { "\(outcomes[$0] ?? 0)" }
      lines.append("| \(kind.rawValue) | " + counts.joined(separator: " | ") + " |")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
