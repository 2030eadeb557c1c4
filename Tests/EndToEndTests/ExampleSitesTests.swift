import Foundation
import Scraping
import Support
import Testing

/// The site files of `Examples/sites`: each is run through the program on its recordings and gives what its tests expect.
struct ExampleSitesTests {
  private static let folder = Program.checkout.appendingPathComponent("Examples/sites")

  private static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(".yaml".count)) }.sorted()

  private static let options = [
    "today": "-td", "fivedays": "-5d", "tendays": "-10d", "weekend": "-w", "hourly": "--hourly",
  ]

  private static func file(_ name: String) -> URL { folder.appendingPathComponent("\(name).yaml") }

  @Test func thereAreSites() {
    #expect(Self.names.count >= 4)
  }

  @Test(arguments: names)
  func aSiteGivesWhatItsTestsExpect(name: String) async throws {
    let file = Self.file(name)
    let text = try String(contentsOf: file, encoding: .utf8)
    // What a file extends does not matter for its tests.
    let tests = try SiteDefinition(yaml: text, file: file.path).tests
    #expect(!tests.isEmpty)
    for test in tests {
      let session = Self.folder.appendingPathComponent("\(name)/\(test.session)").path
      let option = try #require(Self.options[test.kind])
      let outcome = try await Home().run([
        "--parser-file", file.path, "-p", name, "--replay", session, "-a", test.area, option, "-o", "json",
      ])
      let comment = Comment(rawValue: "\(name) \(test.session) \(option): \(outcome.error)")
      #expect(outcome.status == Int32(test.fails ?? 0), comment)
      if test.fails != nil { continue }
      let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
      let report = (json?["reports"] as? [[String: Any]])?.first ?? [:]
      if let rows = test.rows {
        #expect((report[test.kind == "hourly" ? "hours" : "days"] as? [Any])?.count == rows, comment)
      }
      #expect(Self.differences(test.expect, report, test.tolerance) == [], comment)
    }
  }

  @Test func theirTestsPassTheProgramsOwnCheck() async throws {
    let outcome = try await Home().run(["parsers", "check"] + Self.names.map { Self.file($0).path })
    #expect(outcome.status == 0 && outcome.error == "", "\(outcome.output)")
    #expect(outcome.output.split(separator: "\n").count { $0.hasPrefix("ok  ") } >= Self.names.count)
  }

  /// How a value of the report differs from what is expected; rows are known by their dates or times.
  private static func differences(
    _ expected: SiteDefinition.Test.Expectation, _ actual: Any?, _ tolerance: Double, path: String = ""
  ) -> [String] {
    switch (expected, actual) {
    case (.table(let table), let object as [String: Any]):
      return table.sorted { $0.key < $1.key }.flatMap {
        differences($0.value, object[$0.key], tolerance, path: "\(path).\($0.key)")
      }
    case (.table(let table), let rows as [[String: Any]]):
      return table.sorted { $0.key < $1.key }.flatMap { key, value in
        differences(
          value, rows.first { [$0["date"], $0["time"]].contains { $0 as? String == key } }, tolerance,
          path: "\(path)[\(key)]")
      }
    case (.text(let text), let number as NSNumber):
      return Double(text).map { abs($0 - number.doubleValue) <= tolerance } == true ? [] : ["\(path): \(number)"]
    case (.text(let text), let actual as String) where text == actual: return []
    case (.null, let actual) where actual == nil || actual is NSNull: return []
    default: return ["\(path): \(String(describing: actual))"]
    }
  }

  /// The page of `docs/sites.md`, replayed as a browser saved it.
  @Test func aSavedPageIsRead() async throws {
    let page = Self.folder.appendingPathComponent("HarbourWeather/skagsund/page.html").path
    let outcome = try await Home().run([
      "--parser-file", Self.file("HarbourWeather").path, "-p", "HarbourWeather", "--replay", page, "-a", "skagsund",
      "-5d", "--verbose",
    ])
    #expect(outcome.status == 0 && outcome.output.contains("High 5° / Low -1° (Cloudy)"), "\(outcome.error)")
  }
}
