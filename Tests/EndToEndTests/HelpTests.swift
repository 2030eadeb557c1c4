import Foundation
import Support
import Testing

/// What the program says of itself.
@Suite struct HelpTests {
  private func text(_ arguments: String...) async throws -> String {
    let outcome = try await Home().run(arguments)
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.error == "")
    return outcome.output
  }

  @Test func theHelpHasTheRequiredOptionsInAGroupAndTheRegistriesNames() async throws {
    let help = try await text("--help")
    for text in [
      "REQUIRED", "-p, --parser <NAME>", "-a, --areacode <AREA>", "-td, --today", "-5d, --fivedays", "-10d, --tendays",
      "-w, --weekend", "--hourly", "-u, --unit", "--units", "-o, --output", "--fields", "--config", "--record",
      "--replay", "--base-url", "-v, --version", "-h, --help", "WeatherCom: The Weather Channel", "classic: ", "json: ",
    ] {
      #expect(help.contains(text), "\(text) is not in:\n\(help)")
    }
    #expect(help.split(separator: "\n").allSatisfy { $0.count <= 120 }, "\(help)")
    #expect(try await text("-h") == help)
    #expect(try await text("help") == help)
    // Help that is asked for wins over what else is typed.
    #expect(try await text("-p", "WeatherCom", "--help") == help)
  }

  @Test func theSubcommandHasHelp() async throws {
    let help = try await text("parsers", "--help")
    #expect(help.contains("weatherterm parsers [NAME]"), "\(help)")
    #expect(try await text("help", "parsers") == help)
    #expect(try await text("parsers", "-h") == help)
  }

  @Test(arguments: ["-v", "--version"])
  func theVersionIsOneLine(option: String) async throws { #expect(try await text(option) == "weatherterm 1.0.0\n") }

  @Test func theParsersAreListedAndToldAbout() async throws {
    let list = try await text("parsers")
    #expect(list.contains("WeatherCom ") && list.contains("place code") && list.contains("the world"), "\(list)")
    let about = try await text("parsers", "weathercomparser")
    for text in ["The Weather Channel, https://weather.com", "SWXX2372:1:SW", "59.33,18.07", "Personal"] {
      #expect(about.contains(text), "\(text) is not in:\n\(about)")
    }
  }

  @Test(arguments: [("bash", "bash -n"), ("zsh", "zsh -n"), ("fish", "fish -n")])
  func theCompletionsKnowTheOptionsAndAreScripts(shell: String, check: String) async throws {
    let script = try await text("--generate-completion-script", shell)
    for text in ["areacode", "hourly", "fivedays", "WeatherCom", "Celsius", "classic", "parsers"] {
      #expect(script.contains(text), "\(text) is not in the completions for \(shell)")
    }
    // A shell that is not there cannot judge.
    let program = check.split(separator: " ")[0]
    _ = try await Shell.output(
      "if command -v \(program) > /dev/null; then cat > script && \(check) script; fi", input: Array(script.utf8))
  }
}
