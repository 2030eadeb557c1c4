/// A value that is shown and must not be.
public struct Finding: Sendable {
  /// What was changed.
  public let kind: Spelling.Kind
  /// What was written, and where.
  public let change: String
  /// The value's path.
  public let path: String
  /// What is shown.
  public let shown: String
  /// What was shown before the change.
  public let before: String
  /// What would be right.
  public let expected: String

  /// One line.
  public var description: String {
    "[\(kind.rawValue)] \(change): \(path) is \(shown), expected \(expected) (before: \(before))"
  }
}

/// What came of changes, by kind and outcome.
public struct Tally: Sendable {
  /// How a change ended.
  public enum Outcome: String, Sendable, CaseIterable {
    case right = "read as it stands"
    case unknown = "unknown"
    case asBefore = "as before"
    case refused = "refused"
    case finding = "finding"
  }

  /// How often.
  public private(set) var counts: [Spelling.Kind: [Outcome: Int]] = [:]
  /// What must not be.
  public private(set) var findings: [Finding] = []

  /// Nothing yet.
  public init() {}

  /// Counts an outcome.
  public mutating func add(_ kind: Spelling.Kind, _ outcome: Outcome, _ findings: [Finding] = []) {
    counts[kind, default: [:]][outcome, default: 0] += 1
    self.findings += findings
  }

  /// The tally without some findings, which count as other values then.
  public func without(_ isRight: (Finding) -> Bool) -> Tally {
    var tally = self
    tally.findings = findings.filter { !isRight($0) }
    // A change with several findings stays one while any of them is left.
    var seen = Set(tally.findings.map(\.change))
    for finding in findings where isRight(finding) && seen.insert(finding.change).inserted {
      tally.counts[finding.kind, default: [:]][.finding] = max(0, (tally.counts[finding.kind]?[.finding] ?? 0) - 1)
      tally.counts[finding.kind, default: [:]][.asBefore, default: 0] += 1
    }
    return tally
  }

  /// Adds those of another tally.
  public mutating func add(_ other: Tally) {
    for (kind, outcomes) in other.counts {
      for (outcome, count) in outcomes { counts[kind, default: [:]][outcome, default: 0] += count }
    }
    findings += other.findings
  }
}
