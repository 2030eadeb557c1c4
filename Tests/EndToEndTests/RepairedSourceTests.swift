import Foundation
import Support
import Testing

/// What a run says of a parser that stands on a file which `repair` wrote.
struct RepairedSourceTests {
  private static let run = ["-p", "Valley", "-a", "47.1,13.2", "-10d", "--replay", "page.html", "-o", "json"]

  private func home(_ status: String) throws -> Home {
    let home = try Home()
    try home.write(
      "Valley.yaml",
      """
      format: 1
      title: Valley Weather
      home: https://valley.example
      areas: coordinates
      coverage: the valley
      attribution: Valley
      terms: Free.
      horizon: 3
      page: "https://valley.example/{latitude}/{longitude}"
      days: {rows: //tr, date: "td[1]", high: {at: "td[2]", unit: C}}
      repaired: {date: 2026-11-20, status: \(status)}

      """)
    try home.write("page.html", "<table><tr><td>2026-11-20</td><td>3</td></tr></table>")
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_795_168_800)],
      ofItemAtPath: home.folder.appendingPathComponent("page.html").path)
    return home
  }

  @Test(arguments: [("proposed", true), ("accepted", false)])
  func itIsToldUntilAPersonHasLooked(status: String, isTold: Bool) async throws {
    let outcome = try await home(status).run(Self.run + ["--verbose", "--parser-file", "Valley.yaml"])
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.output.contains("\"repaired\": \(isTold)"))
    #expect(outcome.error.contains("repair Valley --accept") == isTold)
  }
}
