import Basics
import Output
import Scraping
import Testing
import Weather
import Web

@testable import App

struct SettingsTests {
  private func settings(_ words: [String], _ yaml: String = "") throws -> Settings {
    guard case .forecast(let typed) = try CommandLineRequest(words) else { throw UsageError.other("no forecast") }
    return try Settings(try Wishes(typed), try Configuration(yaml: yaml, file: "c.yaml"), file: nil)
  }

  private let whole = ["-p", "WeatherCom", "-a", "SWXX2372", "-td"]

  @Test func nothingConfiguredMeansTheUsual() throws {
    let usual = try settings(whole)
    #expect(usual.chain.map { $0.name } == ["WeatherCom"])
    #expect(usual.areas == ["SWXX2372"])
    #expect(usual.kind == .today)
    #expect(usual.units == UnitSystem())
    #expect(usual.output.name == "classic")
    #expect(usual.fields == [.wind, .humidity])
    #expect(usual.weekend == [.friday, .saturday, .sunday])
    #expect(usual.transfer.userAgent == "weatherterm/1.0.0")
    #expect(usual.transfer.timeout == .seconds(20))
    #expect(usual.transfer.maxBody == 16 << 20)
  }

  @Test func theConfigurationFillsInAndTheCommandLineWins() throws {
    let yaml = """
      parser: WeatherCom
      area: home
      forecast: weekend
      output: json
      fields: none
      http: {timeout: 3s, contact: you@example.org, per_host: 2}
      parsers: {WeatherCom: {base_url: "http://a.example", pause: 2s}}
      """
    let configured = try settings([], yaml)
    #expect(configured.kind == .weekend)
    #expect(configured.areas == ["home"])
    #expect(configured.output.name == "json")
    #expect(configured.fields == [])
    #expect(configured.transfer.userAgent == "weatherterm/1.0.0 (you@example.org)")
    #expect(configured.transfer.timeout == .seconds(3))
    #expect(configured.parsers["WeatherCom"]?.baseAddress?.text == "http://a.example")
    let over = try settings(whole + ["-o", "classic", "--fields", "uv", "--base-url", "http://b.example"], yaml)
    #expect(over.kind == .today)
    #expect(over.areas == ["SWXX2372"])
    #expect(over.output.name == "classic")
    #expect(over.fields == [.uv])
    #expect(over.parsers["WeatherCom"]?.baseAddress?.text == "http://b.example")
    #expect(over.parsers["WeatherCom"]?.pause == .seconds(2))
    #expect(try settings(whole, "http: {user_agent: me, contact: x}").transfer.userAgent == "me")
  }

  @Test func aListOfParsersMayBeConfigured() throws {
    for yaml in [
      "parser: [WeatherCom, openmeteo]", "parser: WeatherCom, OpenMeteo", "parser:\n- WeatherCom\n- OpenMeteo",
    ] {
      let listed = try settings(["-td"], yaml + "\narea: home")
      #expect(listed.chain.map { $0.name } == ["WeatherCom", "OpenMeteo"])
      #expect(listed.areas == ["home"])
      #expect(throws: UsageError.baseAddressOfSeveral) {
        try settings(["-td", "--base-url", "http://a.example"], yaml + "\narea: home")
      }
      #expect(try settings(["-p", "SMHI", "-td", "--areas", "f"], yaml + "\narea: home").areas == [])
    }
    #expect(throws: ConfigurationError.self) { try settings(["-td"], "parser: [WeatherCom, WeatherComParser]") }
    #expect(throws: ConfigurationError.self) { try settings(["-td"], "parser: []") }
  }

  @Test func sitesAreLeftAloneAsTheyOrTheUserWants() throws {
    let pages = ["https://weather.com", "https://www.weather.com"]
    let usual = try settings(["-p", "WeatherCom,OpenMeteo", "-a", "x", "-td"]).transfer.pauses
    #expect(pages.allSatisfy { usual[$0] == .milliseconds(250) })
    #expect(usual["https://api.open-meteo.com"] == .zero)
    let yaml = "parsers: {WeatherCom: {pause: 0s}, OpenMeteo: {pause: 2s, base_url: \"http://127.0.0.1:80\"}}"
    let configured = try settings(["-p", "WeatherCom,OpenMeteo", "-a", "x", "-td"], yaml).transfer.pauses
    #expect(pages.allSatisfy { configured[$0] == .zero })
    #expect(configured["http://127.0.0.1:80"] == .seconds(2))
    #expect(configured["https://api.open-meteo.com"] == nil)
    // Two parsers of one host: the longer pause counts.
    let shared = try settings(["-p", "WeatherGovXML,WeatherGovPage", "-a", "x", "-td"]).transfer.pauses
    #expect(shared["https://forecast.weather.gov"] == .milliseconds(250))
  }

  @Test func ofSeveralParsersOnlyTheOneThatWantsAContactIsPassedOver() throws {
    #expect(throws: ConfigurationError.self) { try settings(["-p", "MetNorway", "-a", "1,2", "-td"]) }
    let several = try settings(["-p", "MetNorway,OpenMeteo", "-a", "1,2", "-td"])
    #expect(several.refusal(of: several.chain[0]) != nil)
    #expect(several.refusal(of: several.chain[1]) == nil)
  }

  @Test func aUnitOnTheCommandLineClearsTheConfiguredUnits() throws {
    let yaml = "unit: Fahrenheit\nunits: {speed: m/s}"
    #expect(try settings(whole, yaml).units == UnitSystem.imperial.overridden(by: UnitSystem(speed: .metersPerSecond)))
    #expect(try settings(whole + ["-u", "Celsius"], yaml).units == .metric)
    #expect(
      try settings(whole + ["--units", "pressure=hPa"], yaml).units
        == UnitSystem.imperial.overridden(by: UnitSystem(speed: .metersPerSecond, pressure: .hectopascals)))
    #expect(
      try settings(whole + ["-u", "Celsius", "--units", "speed=kn"], yaml).units
        == UnitSystem.metric.overridden(by: UnitSystem(speed: .knots)))
    #expect(try settings(whole, "units: {speed: m/s}").units == UnitSystem(speed: .metersPerSecond))
  }

  @Test func whatIsMissingIsTold() {
    #expect(throws: UsageError.noForecast) { try settings(["-p", "WeatherCom", "-a", "x"]) }
    #expect(throws: UsageError.noForecast) { try settings(["-p", "WeatherCom"]) }
    #expect(throws: UsageError.noParser) { try settings(["-a", "x", "-td"]) }
    #expect(throws: UsageError.noArea) { try settings(["-p", "WeatherCom", "-td"]) }
    // To the letter of the contract.
    #expect(
      Failure(UsageError.noForecast).text
        == "weatherterm: error: One of these arguments must be used: -td/--today, -5d/--fivedays, -10d/--tendays, "
        + "-w/--weekend, --hourly\n")
  }
}
