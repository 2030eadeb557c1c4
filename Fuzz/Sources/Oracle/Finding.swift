/// A shown value that must not be shown.
public struct Finding: Sendable {
  /// The kind of change.
  public let kind: Spelling.Kind
  /// The text written, and where.
  public let change: String
  /// The value's path.
  public let path: String
  /// The value shown.
  public let shown: String
  /// The value shown before the change.
  public let before: String
  /// The correct values.
  public let expected: String

  /// One line.
  public var description: String {
    "[\(kind.rawValue)] \(change): \(path) is \(shown), expected \(expected) (before: \(before))"
  }
}

/// Counts of changes by kind and outcome.
public struct Tally: Sendable {
  /// The outcome of a change.
  public enum Outcome: String, Sendable, CaseIterable {
    case right = "read as it stands"
    case unknown = "unknown"
    case asBefore = "as before"
    case refused = "refused"
    case finding = "finding"
  }

  /// Number of changes.
  public private(set) var counts: [Spelling.Kind: [Outcome: Int]] = [:]
  /// The errors found.
  public private(set) var findings: [Finding] = []

  /// Creates an empty tally.
  public init() {}

  /// Counts an outcome.
  public mutating func add(_ kind: Spelling.Kind, _ outcome: Outcome, _ findings: [Finding] = []) {
    counts[kind, default: [:]][outcome, default: 0] += 1
    self.findings += findings
  }

  /// The tally without certain findings, which are counted as other outcomes instead.
  public func without(_ isRight: (Finding) -> Bool) -> Tally {
    var tally = self
    tally.findings = findings.filter { !isRight($0) }
    // A change with several findings still counts while any of them is left.
    var seen = Set(tally.findings.map(\.change))
    for finding in findings where isRight(finding) && seen.insert(finding.change).inserted {
      tally.counts[finding.kind, default: [:]][.finding] = max(0, (tally.counts[finding.kind]?[.finding] ?? 0) - 1)
      tally.counts[finding.kind, default: [:]][.asBefore, default: 0] += 1
    }
    return tally
  }

  /// Adds another tally.
  public mutating func add(_ other: Tally) {
    for (kind, outcomes) in other.counts {
      for (outcome, count) in outcomes { counts[kind, default: [:]][outcome, default: 0] += count }
    }
    findings += other.findings
  }
}
