import Foundation
import Support
import Testing

/// What every failure has to keep: the status, nothing on standard output, and one sentence, below which lines that help
/// are indented.
///
/// - Parameters:
///   - sentences: what standard error must hold.
///   - seconds: how long it may take at most.
func expectFailure(
  _ outcome: Program.Outcome, _ status: Int32, _ sentences: String..., within seconds: Double = 10,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let said = Comment(rawValue: "status \(outcome.status) after \(outcome.seconds) s: \(outcome.error)")
  #expect(outcome.status == status, said, sourceLocation: sourceLocation)
  #expect(outcome.output == "", sourceLocation: sourceLocation)
  #expect(outcome.seconds < seconds, said, sourceLocation: sourceLocation)
  #expect(outcome.error.hasSuffix("\n"), said, sourceLocation: sourceLocation)
  let lines = outcome.error.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
  #expect(lines.first?.hasPrefix("weatherterm: error: ") == true, said, sourceLocation: sourceLocation)
  #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("  ") }, said, sourceLocation: sourceLocation)
  for sentence in sentences { #expect(outcome.error.contains(sentence), said, sourceLocation: sourceLocation) }
}
