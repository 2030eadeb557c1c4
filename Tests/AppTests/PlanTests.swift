import Basics
import Output
import Scraping
import Testing
import Weather
import Web

@testable import App

struct PlanTests {
  private func plan(_ words: [String], _ yaml: String = "") throws -> Plan {
    guard case .forecast(let options) = try Command(words) else { throw UsageError.other("no forecast") }
    return try Plan(options, try Configuration(yaml: yaml, file: "c.yaml"))
  }

  private let whole = ["-p", "WeatherCom", "-a", "SWXX2372", "-td"]

  @Test func nothingConfiguredMeansTheUsual() throws {
    let usual = try plan(whole)
    #expect(usual.chain.map { $0.name } == ["WeatherCom"])
    #expect(usual.places == ["SWXX2372"])
    #expect(usual.question == .today)
    #expect(usual.units == UnitSystem())
    #expect(usual.output.name == "classic")
    #expect(usual.fields == [.wind, .humidity])
    #expect(usual.configuration.weekend == [.friday, .saturday, .sunday])
    #expect(usual.transfer.userAgent == "weatherterm/1.0.0")
    #expect(usual.transfer.timeout == .seconds(20))
    #expect(usual.transfer.maxBody == 16 << 20)
  }

  @Test func theLanguageIsThatOfTheCommandLineThenOfTheConfiguration() throws {
    #expect(try plan(whole).language == nil)
    #expect(try plan(whole, "lang: pt_BR").language == "pt")
    #expect(try plan(whole + ["--lang", "zh-TW"], "lang: de").language == "zh_Hant")
    #expect(try plan(whole + ["--lang", "C"]).language == "en")
    #expect(throws: UsageError.self) { try plan(whole + ["--lang", "xx"]) }
    #expect(throws: ConfigurationError.self) { try plan(whole, "lang: xx") }
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
    let configured = try plan([], yaml)
    #expect(configured.question == .weekend)
    #expect(configured.places == ["home"])
    #expect(configured.output.name == "json")
    #expect(configured.fields == [])
    #expect(configured.transfer.userAgent == "weatherterm/1.0.0 (you@example.org)")
    #expect(configured.transfer.timeout == .seconds(3))
    #expect(configured.parsers["WeatherCom"]?.baseAddress?.text == "http://a.example")
    let over = try plan(whole + ["-o", "classic", "--fields", "uv", "--base-url", "http://b.example"], yaml)
    #expect(over.question == .today)
    #expect(over.places == ["SWXX2372"])
    #expect(over.output.name == "classic")
    #expect(over.fields == [.uv])
    #expect(over.parsers["WeatherCom"]?.baseAddress?.text == "http://b.example")
    #expect(over.parsers["WeatherCom"]?.pause == .seconds(2))
    #expect(try plan(whole, "http: {user_agent: me, contact: x}").transfer.userAgent == "me")
  }

  @Test func aListOfParsersMayBeConfigured() throws {
    for yaml in [
      "parser: [WeatherCom, openmeteo]", "parser: WeatherCom, OpenMeteo", "parser:\n- WeatherCom\n- OpenMeteo",
    ] {
      let listed = try plan(["-td"], yaml + "\narea: home")
      #expect(listed.chain.map { $0.name } == ["WeatherCom", "OpenMeteo"])
      #expect(listed.places == ["home"])
      #expect(throws: UsageError.baseAddressOfSeveral) {
        try plan(["-td", "--base-url", "http://a.example"], yaml + "\narea: home")
      }
      #expect(try plan(["-p", "SMHI", "-td", "--areas", "f"], yaml + "\narea: home").places == [])
    }
    #expect(throws: ConfigurationError.self) { try plan(["-td"], "parser: [WeatherCom, WeatherComParser]") }
    #expect(throws: ConfigurationError.self) { try plan(["-td"], "parser: []") }
  }

  @Test func sitesAreLeftAloneAsTheyOrTheUserWants() throws {
    let pages = ["https://weather.com", "https://www.weather.com"]
    let usual = try plan(["-p", "WeatherCom,OpenMeteo", "-a", "x", "-td"]).transfer.pauses
    #expect(pages.allSatisfy { usual[$0] == .milliseconds(250) })
    #expect(usual["https://api.open-meteo.com"] == .zero)
    let yaml = "parsers: {WeatherCom: {pause: 0s}, OpenMeteo: {pause: 2s, base_url: \"http://127.0.0.1:80\"}}"
    let configured = try plan(["-p", "WeatherCom,OpenMeteo", "-a", "x", "-td"], yaml).transfer.pauses
    #expect(pages.allSatisfy { configured[$0] == .zero })
    #expect(configured["http://127.0.0.1:80"] == .seconds(2))
    #expect(configured["https://api.open-meteo.com"] == nil)
    // Two parsers of one host: the longer pause counts.
    let shared = try plan(["-p", "WeatherGovXML,WeatherGovPage", "-a", "x", "-td"]).transfer.pauses
    #expect(shared["https://forecast.weather.gov"] == .milliseconds(250))
  }

  @Test func ofSeveralParsersOnlyTheOneThatWantsAContactIsPassedOver() throws {
    #expect(throws: ConfigurationError.self) { try plan(["-p", "MetNorway", "-a", "1,2", "-td"]) }
    let several = try plan(["-p", "MetNorway,OpenMeteo", "-a", "1,2", "-td"])
    #expect(several.refusal(of: several.chain[0]) != nil)
    #expect(several.refusal(of: several.chain[1]) == nil)
  }

  @Test func aUnitOnTheCommandLineClearsTheConfiguredUnits() throws {
    let yaml = "unit: Fahrenheit\nunits: {speed: m/s}"
    #expect(try plan(whole, yaml).units == UnitSystem.imperial.overridden(by: UnitSystem(.metersPerSecond)))
    #expect(try plan(whole + ["-u", "Celsius"], yaml).units == .metric)
    #expect(
      try plan(whole + ["--units", "pressure=hPa"], yaml).units
        == UnitSystem.imperial.overridden(by: UnitSystem(.metersPerSecond, .hectopascals)))
    #expect(
      try plan(whole + ["-u", "Celsius", "--units", "speed=kn"], yaml).units
        == UnitSystem.metric.overridden(by: UnitSystem(.knots)))
    #expect(try plan(whole, "units: {speed: m/s}").units == UnitSystem(.metersPerSecond))
  }

  @Test func whatIsMissingIsTold() {
    #expect(throws: UsageError.noForecast) { try plan(["-p", "WeatherCom", "-a", "x"]) }
    #expect(throws: UsageError.noForecast) { try plan(["-p", "WeatherCom"]) }
    #expect(throws: UsageError.noForecast) { try plan(["-a", "x"]) }
    #expect(throws: UsageError.noForecast) { try plan(["-p", "WeatherCom"], "area: oslo") }
    #expect(throws: UsageError.noArea) { try plan(["-p", "WeatherCom", "-td"]) }
    #expect(throws: UsageError.notStarted) { try Plan(CommandLineOptions(), Configuration()) }
    #expect(throws: UsageError.notStarted) { try plan([], "unit: Celsius") }
    #expect(throws: UsageError.noArea) { try plan(["-td"]) }
  }

  @Test func aPlaceAloneIsAnOverviewByTheDefaultChain() throws {
    let short = try plan(["new", "york"])
    #expect(short.places == ["new york"])
    #expect(short.question == .overview)
    #expect(short.output.name == "overview")
    #expect(short.isDefaultChain && short.chain.map(\.name) == ["OpenMeteo", "WeatherCom"])
    #expect(try plan([], "area: home").question == .overview)
    #expect(try plan(["oslo"], "forecast: today").output.name == "classic")
    #expect(try plan(["oslo"], "output: json").output.name == "json")
    #expect(try plan(["oslo", "-o", "table"], "output: json").output.name == "table")
    #expect(try plan(["oslo", "-5d"]).output.name == "classic")
    #expect(try !plan(["oslo"], "parser: SMHI").isDefaultChain)
    #expect(try plan(["-p", "SMHI", "oslo"]).chain.map(\.name) == ["SMHI"])
    #expect(try plan(["-a", "oslo", "-td"]).isDefaultChain)
    #expect(throws: UsageError.baseAddressOfSeveral) { try plan(["oslo", "--base-url", "http://a.example"]) }
  }

  @Test func theServicesOfTheDefaultChainNeedNothing() throws {
    for country in ["AU", "CA", "IE", "SE", "US", "PR"] {
      let parsers = DefaultChain.parsers(of: .builtIn, in: country)
      #expect(parsers.count == 1)
      #expect(parsers.allSatisfy { !$0.facts.needsContact && $0.facts.countries?.contains(country) == true })
    }
    #expect(DefaultChain.parsers(of: .builtIn, in: "NO").isEmpty)
  }

  @Test(
    arguments: [
      (["LANG": "en_US.UTF-8"], UnitSystem.imperial), (["LANG": "sv_SE.UTF-8"], .metric),
      (["LANG": "en_US.UTF-8", "LC_MEASUREMENT": "de_DE.UTF-8"], .metric),
      (["LC_ALL": "en_US", "LC_MEASUREMENT": "de_DE"], .imperial), (["LC_ALL": "", "LANG": "es_PR"], .imperial),
      (["LANG": "en_GB.UTF-8"], UnitSystem.metric.overridden(by: UnitSystem(.milesPerHour, .miles))),
      (["LANG": "C.UTF-8"], UnitSystem()), (["LC_ALL": "POSIX", "LANG": "en_US"], UnitSystem()),
      (["LANG": "de"], UnitSystem()), ([:], UnitSystem()),
    ] as [([String: String], UnitSystem)])
  func whereNothingIsSaidTheLocaleMeasures(environment: [String: String], units: UnitSystem) throws {
    guard case .forecast(let options) = try Command(["oslo"]) else { throw UsageError.other("no forecast") }
    #expect(try Plan(options, Configuration(), environment: environment).units == units)
    let configured = try Configuration(yaml: "unit: Celsius", file: "c.yaml")
    #expect(try Plan(options, configured, environment: environment).units == .metric)
  }
}
