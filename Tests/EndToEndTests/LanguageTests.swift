import Support
import Testing

/// The language of a run: by `--lang`, else by the configuration, else by the environment.
struct LanguageTests {
  private func run(
    _ more: [String], _ environment: [String: String] = ["LC_ALL": "C.UTF-8"], configuration: String? = nil
  ) async throws -> Program.Outcome {
    try await Home(configuration: configuration).run(
      Stockholm.place + ["-5d", "--replay", Stockholm.session] + more, environment: environment)
  }

  @Test func theNearestOneCounts() async throws {
    let english = try await run(["-o", "table"])
    #expect(english.output.contains("Humidity"))
    let german = try await run(["-o", "table", "--lang", "de"])
    #expect(german.output.contains("Luftfeuchte"))
    let environment = ["LC_ALL": "fr_FR.UTF-8"]
    #expect(try await run(["-o", "table"], environment).output.contains("Humidité"))
    #expect(try await run(["-o", "table", "--lang", "de"], environment).output.contains("Luftfeuchte"))
    let configured = try await run(["-o", "table"], environment, configuration: "lang: sv")
    #expect(configured.output.contains("Luftfuktighet"))
    // A language without a catalogue is English where it is the environment's.
    #expect(try await run(["-o", "table"], ["LC_ALL": "xx_YY.UTF-8"]).output.contains("Humidity"))
  }

  @Test func anUnknownOneIsAnError() async throws {
    let typed = try await run(["--lang", "xx"])
    #expect(typed.status == 64)
    #expect(typed.error.contains("there is no language xx") && typed.output.isEmpty)
    #expect(try await run([], configuration: "lang: xx").status == 78)
  }

  @Test(arguments: ["classic", "json", "ndjson", "csv", "prometheus"])
  func formsForProgramsAreTheSame(form: String) async throws {
    let plain = try await run(["-o", form])
    #expect(plain.status == 0)
    for language in ["de", "ar", "ja", "pl"] {
      #expect(try await run(["-o", form, "--lang", language]).output == plain.output, "\(language)")
    }
  }
}
