import Foundation
import Support
import Testing
import Weather

@testable import Output

struct ForecastSchemaTests {
  @Test func theFileIsWhatTheCommandPrints() throws {
    let file = Program.checkout.appendingPathComponent("schema/forecast-1.json")
    #expect(
      try String(contentsOf: file, encoding: .utf8) == ForecastSchema.text,
      "write it anew: .build/debug/weatherterm schema > schema/forecast-1.json")
  }

  @Test func everyKeyOfAReportIsRequired() throws {
    let schema = try #require(
      try JSONSerialization.jsonObject(with: Data(ForecastSchema.text.utf8)) as? [String: Any])
    let parts = try #require(schema["$defs"] as? [String: [String: Any]])
    let report = AwkwardReport.tenDays.report
    let pairs = JsonReport.pairs(report)
    #expect(parts["report"]?["required"] as? [String] == pairs.map { $0.key })
    guard case .array(let days)? = pairs.first(where: { $0.key == "days" })?.value, case .object(let day)? = days.first
    else { throw Missing(name: "day") }
    #expect(parts["day"]?["required"] as? [String] == day.map { $0.key })
    #expect((parts["day"]?["properties"] as? [String: Any])?.count == day.count)
  }

  struct Missing: Error { let name: String }
}
