import Foundation
import Testing
import Weather

@testable import Output

struct NdjsonRendererTests {
  @Test func writesAwkwardReports() throws {
    try ExpectedOutput.check(try NdjsonRenderer.gallery(), "ndjson.txt")
  }

  @Test func aLineIsAReportWithItsSchema() throws {
    let failed = SampleReport.report(.today, failure: ReportFailure(status: 69, message: "line\nbreak"))
    let text = try NdjsonRenderer.text([AwkwardReport.tokyo.report, failed])
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 3 && lines[2].isEmpty)
    for line in lines.dropLast() {
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(object["schema"] as? String == "weatherterm/forecast/1")
    }
    #expect(NdjsonRenderer.showsFailures)
    #expect(lines[1].hasSuffix(#""error": {"status": 69, "message": "line\nbreak"}}"#))
  }

  @Test(arguments: AwkwardReport.allCases)
  func aLineSaysWhatTheDocumentSays(_ report: AwkwardReport) throws {
    func object(_ text: String) throws -> NSDictionary? {
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSDictionary
    }
    let line = try #require(try object(try NdjsonRenderer.text([report.report])) as? [String: Any])
    let document = try #require(try object(try JsonRenderer.text([report.report])) as? [String: Any])
    let whole = try #require((document["reports"] as? [[String: Any]])?.first)
    #expect(NSDictionary(dictionary: line.filter { $0.key != "schema" }) == NSDictionary(dictionary: whole))
  }
}
