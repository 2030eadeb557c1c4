import Foundation
import Support
import Testing

/// A site file gives the same output in the user's folder as built in, byte for byte.
@Suite struct SameFileTests {
  private static let names = ["BOM", "MetEireann", "MetNorway", "OpenMeteo", "SMHI", "WeatherGov", "WeatherGovXML"]

  @Test(arguments: names)
  func aCopyOfABuiltInFileGivesTheSameOutput(name: String) async throws {
    let (plain, copied) = (try Home(), try Home())
    let file = try await plain.run(["parsers", "show", name]).output
    try copied.write(".config/weatherterm/parsers/\(name).yaml", file)
    let fixtures = Program.checkout.appendingPathComponent("Tests/Fixtures/\(name)")
    let folders = try FileManager.default.contentsOfDirectory(atPath: fixtures.path).sorted()
    // One of each dozen: all of them run built in anyway.
    for folder in stride(from: 0, to: folders.count, by: 12).map({ fixtures.appendingPathComponent(folders[$0]) }) {
      let runs = try JSONSerialization.jsonObject(
        with: Data(contentsOf: folder.appendingPathComponent("expected.json")))
      let run = try #require((runs as? [[String: Any]])?.first)
      let words = try #require(run["arguments"] as? [String]) + ["--replay", folder.path]
      let (one, other) = (try await plain.run(words), try await copied.run(words))
      #expect(one.output == other.output, "\(folder.lastPathComponent)")
      #expect(one.status == other.status, "\(folder.lastPathComponent)")
      // The note that the file stands in is all that differs.
      let note = "weatherterm: note: \(name) is read as \(copied.folder.path)/"
      let rest = other.error.split(separator: "\n").filter { !$0.hasPrefix(note) }
      #expect(rest.count < other.error.split(separator: "\n").count)
      #expect(rest == one.error.split(separator: "\n"), "\(folder.lastPathComponent)")
    }
  }
}
