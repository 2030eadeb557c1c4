import Foundation
import Parsers
import Scraping
import Support
import Testing

/// What the documents show is what the program does.
@Suite struct ReadmeTests {
  private static func document(_ name: String) throws -> String {
    try String(contentsOf: Program.checkout.appendingPathComponent(name), encoding: .utf8)
  }

  /// The README's table, made from what the parsers state.
  private static var table: String {
    let rows = allParsers.map { parser -> String in
      let facts = parser.facts
      let forms = facts.areaForms.map { "\($0.meaning) `\($0.example)`" }.joined(separator: ", ")
      return [parser.name, "[\(facts.title)](\(facts.homePage))", forms, facts.coverage, facts.terms]
        .map { $0.replacing("|", with: "\\|") }.joined(separator: " | ")
    }
    return "| parser | site | area | covers | terms |\n|---|---|---|---|---|\n" + rows.map { "| \($0) |\n" }.joined()
  }

  @Test func theTableOfParsersIsTheProgrammes() throws {
    let readme = try Self.document("README.md")
    let start = try #require(readme.firstRange(of: "<!-- parsers"))
    let first = try #require(readme[start.upperBound...].firstIndex(of: "\n"))
    let end = try #require(readme.firstRange(of: "<!-- end of parsers -->"))
    let shown = String(readme[readme.index(after: first)..<end.lowerBound])
    #expect(shown == Self.table, "the table has to be:\n\(Self.table)")
  }

  @Test func theExampleOfAConfigurationLoads() async throws {
    let file = Program.checkout.appendingPathComponent("config.yaml.example").path
    let outcome = try await Home().run(["--config", file, "--replay", Stockholm.session, "-a", "SWXX2372"])
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.output.hasPrefix(">> Sat Nov 14\n"))
    // A key that is shown as a comment has to be one, too.
    let text = try Self.document("config.yaml.example").replacing("  # user_agent", with: "  user_agent")
    let home = try Home(configuration: text)
    #expect(try await home.run(["-a", "SWXX2372", "--replay", Stockholm.session]).output == outcome.output)
  }

  @Test func theExampleNamesEveryKey() throws {
    let text = try Self.document("config.yaml.example")
    for key in [
      "parser", "area", "forecast", "unit", "units", "output", "fields", "weekend", "places", "http", "timeout",
      "connect_timeout", "max_body", "user_agent", "contact", "ca_file", "per_host", "parsers", "base_url", "pause",
      "max_age",
    ] {
      #expect(text.contains("\(key):"), "\(key) is not shown")
    }
  }

  @Test func theReadmeShowsWhatTheRecordedSessionPrints() async throws {
    let readme = try Self.document("README.md")
    let shown = "$ weatherterm -p WeatherCom -a SWXX2372 -td\n" + (try await Stockholm.recorded("-td"))
    #expect(readme.contains(shown.trimmingCharacters(in: .newlines) + "\n```"), "it prints:\n\(shown)")
  }
}
