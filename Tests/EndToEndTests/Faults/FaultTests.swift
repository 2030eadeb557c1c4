import Foundation
import Support
import Testing

/// Every fault that was thought of, met by the real program.
@Suite(.serialized) struct FaultTests {
  @Test(.disabled(if: FaultDocument.isWritten), arguments: FaultChapter.all.flatMap(\.faults))
  func itEndsAsItShould(_ fault: Fault) async throws {
    guard let result = try await fault.meet() else { return }
    expect(result)
    let written = FaultRow.lasting(try FaultDocument.rows()[fault.name] ?? "")
    #expect(
      written == FaultRow.lasting(result.row.text), "docs/robustness.md is out of date: make robustness writes it anew")
  }

  @Test(.disabled(if: FaultDocument.isWritten)) func theDocumentListsTheseFaults() throws {
    let names = FaultChapter.all.flatMap(\.faults).map(\.name)
    #expect(Set(names).count == names.count, "two faults have the same name")
    #expect(try FaultDocument.names() == names, "docs/robustness.md is out of date: make robustness writes it anew")
  }

  @Test(.enabled(if: FaultDocument.isWritten)) func theDocumentIsWritten() async throws {
    #expect(Program.isReleaseBuild, "the numbers are to be a release build's: WEATHERTERM=.build/release/weatherterm")
    var rows: [String: String] = [:]
    for fault in FaultChapter.all.flatMap(\.faults) {
      guard let result = try await fault.meet() else { continue }
      expect(result)
      rows[fault.name] = result.row.text
    }
    try FaultDocument.write(rows)
  }

  private func expect(_ result: FaultResult) {
    #expect(
      result.complaints.isEmpty,
      "\(result.fault.name): \(result.complaints.joined(separator: ", ")): \(result.said.prefix(1000))")
  }
}
