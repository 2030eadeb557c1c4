import Foundation
import Support
import Testing

/// The real program: which error is found first, and what a configuration and a recording do to a run.
struct ProgramTests {
  private let demo = Support.Program.checkout.appendingPathComponent("Examples/stockholm").path
  private let whole = ["-p", "WeatherCom", "-a", "SWXX2372", "-5d"]

  /// Runs the program in a home with a file `c.yaml` of this text.
  private func run(
    _ arguments: [String], yaml: String = "", environment: [String: String] = [:]
  ) async throws -> Support.Program.Outcome {
    let home = try Support.Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: home) }
    try Data(yaml.utf8).write(to: home.appendingPathComponent("c.yaml"))
    let usual = home.appendingPathComponent(".config/weatherterm")
    if let text = environment["USUAL"] {
      try FileManager.default.createDirectory(at: usual, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: usual.appendingPathComponent("config.yaml"))
    }
    return try await Support.Program.run(arguments, home: home)
  }

  @Test(
    arguments: [
      // The command line goes before everything.
      (["-p", "Oracle", "--config", "missing", "--replay", "missing"], "", 64, "there is no parser Oracle"),
      (["-td", "-w", "--config", "c.yaml"], "unti: x", 64, "contradict"),
      // Then the configuration, which may say what the command line leaves out.
      (["--config", "c.yaml", "-a", "x/../y", "--replay", "missing"], "unti: x", 78, "did you mean unit?"),
      (["--config", "c.yaml", "-p", "WeatherCom"], "area: x", 64, "One of these arguments must be used"),
      (["--config", "missing", "-td"], "", 66, "missing cannot be read"),
      // Then files, then the area, then the folder of a recording.
      (
        ["-p", "WeatherCom", "-td", "-a", "x/../y", "--replay", "missing", "--record", "/dev/null/x"], "", 66, "missing"
      ),
      (["-p", "WeatherCom", "-td", "-a", "x/../y", "--record", "/dev/null/x"], "", 64, "cannot be an area"),
      (["-p", "WeatherCom", "-td", "-a", "Xqzzywy", "--record", "/dev/null/x"], "", 68, "Xqzzywy is not known"),
      (["-p", "WeatherCom", "-td", "-a", "SWXX2372", "--record", "/dev/null/x"], "", 74, "/dev/null/x"),
      // Then the network.
      (["-p", "WeatherCom", "-td", "-a", "SWXX2372", "--base-url", "http://127.0.0.1:1"], "", 75, "127.0.0.1:1"),
    ] as [([String], String, Int32, String)])
  func errorsAreFoundInTheirOrder(arguments: [String], yaml: String, status: Int32, sentence: String) async throws {
    let outcome = try await run(arguments, yaml: yaml)
    #expect(outcome.status == status, "\(outcome.error)")
    #expect(outcome.output == "")
    #expect(outcome.error.hasPrefix("weatherterm: error: ") && outcome.error.contains(sentence), "\(outcome.error)")
  }

  @Test func withoutAnythingItSaysHowToStart() async throws {
    let outcome = try await run([])
    #expect(outcome.status == 64)
    #expect(outcome.output == "")
    #expect(outcome.error.split(separator: "\n").count == 3)
  }

  @Test func rowsAreCutAndColoursAreForTerminals() async throws {
    let table = try await run(whole + ["--replay", demo, "-o", "table", "--days", "2", "--fields", "none"])
    #expect(table.status == 0)
    #expect(table.error == "")
    // The place, the titles, two days and whose data they are.
    #expect(table.output.split(separator: "\n").count == 5)
    #expect(!table.output.contains("\u{1B}"))
    let colored = try await run(whole + ["--replay", demo, "-o", "chart", "--color", "always", "--days", "2"])
    #expect(colored.output.contains("\u{1B}["))
    let hours = try await run(["-p", "WeatherCom", "-a", "SWXX2372", "--hourly", "--hours", "3", "--replay", demo])
    #expect(hours.output.split(separator: "\n").count { $0.hasPrefix(">>") } == 3)
  }

  @Test func whatIsToldIsAsLoudAsWished() async throws {
    let loud = try await run(whole + ["--replay", demo, "--verbose"])
    #expect(loud.error.contains("weatherterm: asks for https://weather.com/"))
    #expect(loud.error.contains("got status 200"))
    #expect(loud.error.contains("days.2026-11-14.high from state"))
    let plain = try await run(whole + ["--replay", demo])
    #expect(loud.output == plain.output)
    let noted = [
      "-p", "BOM", "-a", "VIC/Bendigo", "-10d", "--replay",
      Support.Program.checkout.appendingPathComponent("Tests/Fixtures/BOM/day/session.har").path,
    ]
    #expect(try await run(noted).error.contains("8 of the 10 days"))
    #expect(try await run(noted + ["--quiet"]).error == "")
    #expect(try await run(noted + ["--days", "3"]).error == "")
  }

  @Test func aTemplateIsForFormsThatTakeOne() async throws {
    let outcome = try await run(whole + ["--replay", demo, "-o", "classic", "--format", "{{x}}"])
    #expect(outcome.status == 64)
    #expect(outcome.error.contains("classic takes no template"))
  }

  @Test func aConfigurationInItsUsualPlaceMakesABareRun() async throws {
    let outcome = try await run(
      [], environment: ["USUAL": "parser: WeatherCom\narea: nowhere in particular\nforecast: today"])
    #expect(outcome.status == 68)
    #expect(outcome.error.contains("nowhere in particular"))
  }

  @Test func aPlaceAndFieldsOfTheConfigurationAreUsed() async throws {
    let yaml = "places: {home: {WeatherCom: SWXX2372}}\nfields: [gust]\nunit: Fahrenheit"
    let outcome = try await run(
      ["-p", "WeatherCom", "-a", "HOME", "-5d", "--config", "c.yaml", "--replay", demo], yaml: yaml)
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.output.contains("    Gust: ") && !outcome.output.contains("Wind: "))
    #expect(try await run(whole + ["--replay", demo]).output.contains("Wind: "))
  }

  @Test(arguments: ["classic", "json"])
  func aRecordingReplaysToTheByte(form: String) async throws {
    let home = try Support.Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: home) }
    let first = try await Support.Program.run(
      whole + ["-o", form, "--replay", demo, "--record", "cut"], home: home)
    #expect(first.status == 0, "\(first.error)")
    let second = try await Support.Program.run(whole + ["-o", form, "--replay", "cut"], home: home)
    #expect(second.output == first.output)
    #expect(!first.output.isEmpty)
    // A base address does not matter to a recording of the site.
    let third = try await Support.Program.run(
      whole + ["-o", form, "--replay", "cut/session.har", "--base-url", "http://127.0.0.1:1"], home: home)
    #expect(third.output == first.output)
  }

  @Test func oneParserIsToldAllAbout() async throws {
    let outcome = try await run(["parsers", "weathercomparser"])
    #expect(outcome.status == 0)
    for text in [
      "WeatherCom", "weather.com", "SWXX2372:1:SW", "The Weather Channel", "place code", "15, today included",
    ] {
      #expect(outcome.output.contains(text))
    }
    let unknown = try await run(["parsers", "WeaterCom"])
    #expect(unknown.status == 64)
    #expect(unknown.error.contains("did you mean WeatherCom?"))
  }
}
