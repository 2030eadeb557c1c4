import Foundation
import Output
import Scraping
import Support
import Testing

/// The real program: output forms, templates and the schema.
struct FormsProgramTests {
  private let demo = [
    "--replay", Support.Program.checkout.appendingPathComponent("Examples/stockholm").path, "-p", "WeatherCom", "-a",
    "SWXX2372",
  ]

  @Test(arguments: allRenderers.map { $0.name }, ["-td", "-5d", "-10d", "-w", "--hourly"])
  func everyFormShowsEveryForecast(form: String, kind: String) async throws {
    let outcome = try await Support.Program.run(demo + [kind, "-o", form])
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.output.count > 20)
    #expect(outcome.output.utf8.last == UInt8(ascii: "\n"))
    #expect(!outcome.output.contains("\u{1B}"))
  }

  @Test func theSchemaIsPrinted() async throws {
    let outcome = try await Support.Program.run(["schema"])
    #expect(outcome.status == 0)
    #expect(outcome.output == ForecastSchema.text)
    #expect(try await Support.Program.run(["schema", "forecast"]).output == ForecastSchema.text)
    #expect(try await Support.Program.run(["schema", "site"]).output == SiteFileSchema.text())
    #expect(try await Support.Program.run(["schema", "sites"]).status == 64)
    let help = try await Support.Program.run(["schema", "--help"])
    #expect(help.status == 0 && help.output.contains("JSON Schema"))
  }

  @Test func aTemplateIsALineOfItsOwn() async throws {
    let outcome = try await Support.Program.run(
      demo + ["-td", "--format", "{{place.query}} {{round(current.temperature)}}°"])
    #expect(outcome.output == "SWXX2372 -1°\n")
    let json = try await Support.Program.run(demo + ["-td", "-o", "json", "--format", "waybar"])
    #expect(json.status == 64)
    #expect(json.error.contains("takes no template"))
  }

  @Test func aWrongTemplateIsAnErrorOfTheCommandLine() async throws {
    for template in ["{{curent.temperature}}", "waybra", "{{#days}}", "{{rund(high)}}"] {
      let outcome = try await Support.Program.run(demo + ["-td", "--config", "missing", "--format", template])
      #expect(outcome.status == 64)
      #expect(outcome.output == "")
      #expect(outcome.error.hasPrefix("weatherterm: error: ") && outcome.error.contains("template"), "\(outcome.error)")
    }
  }

  @Test func aLineInAPipeIsNeverCut() async throws {
    let whole = try await Support.Program.run(demo + ["-10d", "-o", "line"])
    let narrow = try await Support.Program.run(demo + ["-10d", "-o", "line"], environment: ["COLUMNS": "20"])
    #expect(narrow.output == whole.output)
    #expect(whole.output.count > 80)
  }
}
