import Foundation
import Support
import Testing

/// The wrong things that people type: each is answered with a status and a sentence that helps.
@Suite struct WrongArgumentsTests {
  /// What somebody types, how it ends, and what has to be said.
  struct Slip: Sendable, CustomStringConvertible {
    let typed: [String]
    let status: Int32
    let said: [String]

    init(_ typed: [String], _ status: Int32, _ said: String...) {
      self.typed = typed
      self.status = status
      self.said = said
    }

    /// Instead of blank-separated words.
    init(_ typed: String, _ status: Int32, _ said: String...) {
      self.typed = typed.split(separator: " ").map(String.init)
      self.status = status
      self.said = said
    }

    var description: String { typed.joined(separator: " ") }
  }

  static let place = Stockholm.place
  static let oneOfThese =
    "weatherterm: error: One of these arguments must be used: -td/--today, -5d/--fivedays, -10d/--tendays, "
    + "-w/--weekend, --hourly\n"

  static let missing = [
    Slip("-p WeatherCom", 64, oneOfThese),
    Slip("-p WeatherCom -a SWXX2372", 64, oneOfThese),
    Slip("-p WeatherCom -td", 64, "no area is named", "-a"),
    Slip("-a SWXX2372", 64, oneOfThese),
    Slip("-td", 64, "no area is named", "weatherterm oslo"),
    Slip("-p WeatherCom -td -a", 64, "-a needs an area"),
    Slip("-p WeatherCom -a -td", 64, "-a needs an area"),
    Slip("-p WeatherCom -a --hourly", 64, "-a needs an area"),
    Slip("-p WeatherCom -a -5d", 64, "-a needs an area"),
    Slip("-p WeatherCom --areacode= -td", 64, "-a needs an area"),
    Slip("-p", 64, "-p needs a value: -p <NAME>"),
    Slip("-p -a SWXX2372 -td", 64, "-p needs a value"),
    Slip(place + ["-td", "-u"], 64, "-u needs a value"),
    Slip(place + ["-td", "-o"], 64, "-o needs a value"),
    Slip(place + ["-td", "--fields"], 64, "--fields needs a value"),
    Slip(place + ["-td", "--record"], 64, "--record needs a value"),
    Slip(place + ["-td", "--replay"], 64, "--replay needs a value"),
    Slip(place + ["-td", "--config"], 64, "--config needs a value"),
    Slip(place + ["-td", "--base-url"], 64, "--base-url needs a value"),
    Slip(place + ["-td", "--replay", ""], 64, "--replay needs the name of a file or a folder"),
    Slip(place + ["-td", "--record", ""], 64, "--record needs the name of a file or a folder"),
    Slip(place + ["-td", "--config", ""], 64, "--config needs the name of a file or a folder"),
  ]

  static let options = [
    Slip(place + ["-5"], 64, "there is no option -5: did you mean -5d?"),
    Slip(place + ["-10"], 64, "there is no option -10: did you mean -10d?"),
    Slip(place + ["-t", "d"], 64, "there is no option -t: did you mean -td?"),
    Slip(place + ["-d"], 64, "there is no option -d", "choose from"),
    Slip(place + ["--to-day"], 64, "there is no option --to-day: did you mean --today?"),
    Slip(place + ["--fiveday"], 64, "did you mean --fivedays?"),
    Slip(place + ["--5d"], 64, "did you mean -5d?"),
    Slip(place + ["--today=yes"], 64, "--today takes no value: leave out =yes"),
    Slip("cache foo", 64, "unexpected argument foo behind cache, see 'weatherterm cache --help'"),
    Slip(place + ["-td", "-5d"], 64, "-td/--today and -5d/--fivedays contradict each other"),
    Slip(place + ["-w", "--hourly", "-td"], 64, "contradict each other"),
    Slip(place + ["-td", "--colour"], 64, "there is no option --colour"),
    Slip(place + ["-td", "-x"], 64, "there is no option -x"),
    Slip(place + ["today"], 64, "unexpected argument today"),
    Slip("-p WeatherCom -a Denton TX -td", 64, "unexpected argument TX", "in quotes"),
    Slip("WeatherCom SWXX2372", 64, "WeatherCom is a parser", "weatherterm -p WeatherCom SWXX2372"),
    Slip(["-pWeatherCom", "-a", "SWXX2372", "-td"], 64, "did you mean -p WeatherCom?"),
    Slip(["—p", "WeatherCom"], 64, "unexpected argument —p"),
  ]

  static let names = [
    Slip("-p weather.com -a SWXX2372 -td", 64, "there is no parser weather.com: did you mean WeatherCom?"),
    Slip("-p WetherCom -a SWXX2372 -td", 64, "did you mean WeatherCom?", "choose from: WeatherCom"),
    Slip("-p Oracle -a SWXX2372 -td", 64, "there is no parser Oracle", "choose from: "),
    Slip(["-p", "", "-a", "SWXX2372", "-td"], 64, "there is no parser without a name"),
    Slip(place + ["-td", "-u", "Kelvin"], 64, "there is no unit Kelvin", "choose from: Celsius, Fahrenheit"),
    Slip(place + ["-td", "-u", "C"], 64, "did you mean Celsius?"),
    Slip(place + ["-td", "-u", "fahrenheight"], 64, "did you mean Fahrenheit?"),
    Slip(place + ["-td", "-u", ""], 64, "there is no unit without a name"),
    Slip(place + ["-td", "-o", "jsno"], 64, "there is no output form jsno: did you mean json?"),
    Slip(place + ["-td", "-o", "xml"], 64, "there is no output form xml", "choose from: "),
    Slip(place + ["-td", "--fields", "windy"], 64, "there is no field windy: did you mean wind?"),
    Slip(place + ["-td", "--fields", "wind,,gust"], 64, "there is no field without a name"),
    Slip(place + ["-td", "--units", "speed=furlongs"], 64, "there is no unit of speed furlongs", "km/h", "m/s"),
    Slip(place + ["-td", "--units", "speed"], 64, "speed in --units says no unit"),
    Slip(place + ["-td", "--units", "speed=m/s,speed=kn"], 64, "--units names speed twice"),
    Slip(place + ["-td", "--units", "sped=mph"], 64, "there is no quantity sped: did you mean speed?"),
    Slip(place + ["-td", "--units", ""], 64, "--units", "quantity=unit"),
    Slip(place + ["-td", "--base-url", "ftp://x"], 64, "ftp://x cannot stand in for a site"),
    Slip(place + ["-td", "--base-url", "nonsense"], 64, "nonsense cannot stand in for a site"),
    Slip(place + ["-td", "--base-url", "http://"], 64, "cannot stand in for a site"),
    Slip("parsers Nope", 64, "there is no parser Nope", "choose from: "),
    Slip("parsers WeatherCom more", 64, "unexpected argument more behind parsers"),
    Slip("parsers --all", 64, "there is no option --all behind parsers"),
    Slip("--generate-completion-script tcsh", 64, "tcsh", "bash", "zsh", "fish"),
  ]

  static let areas = [
    Slip(["-p", "WeatherCom", "-td", "-a", ""], 64, "'' cannot be an area: it is blank", "SWXX2372"),
    Slip(["-p", "WeatherCom", "-td", "-a", "  "], 64, "it is blank"),
    Slip(["-p", "WeatherCom", "-td", "-a", "x/../y"], 64, "'x/../y' cannot be an area"),
    Slip(["-p", "WeatherCom", "-td", "-a", "SWXX2372#x"], 64, "'SWXX2372#x' cannot be an area: it holds #"),
    Slip(["-p", "WeatherCom", "-td", "-a", "a\u{1B}[31mb"], 64, "control character"),
    Slip(["-p", "WeatherCom", "-td", "-a", "Nowhere In Particular"], 68, "Nowhere In Particular", "SWXX2372"),
    Slip(["-p", "WeatherCom", "-td", "-a", "91.5,18.07"], 64, "'91.5,18.07' cannot be an area: latitudes are"),
  ]

  @Test(arguments: missing + options)
  func anOptionThatIsWrongOrMissing(slip: Slip) async throws { try await check(slip) }

  @Test(arguments: names + areas)
  func aNameOrAreaThatThereIsNot(slip: Slip) async throws { try await check(slip) }

  private func check(_ slip: Slip) async throws {
    let outcome = try await Home().run(slip.typed, environment: ["http_proxy": "http://127.0.0.1:1"])
    expectFailure(outcome, slip.status)
    for text in slip.said { #expect(outcome.error.contains(text), "\(slip): \(outcome.error)") }
    // No escape sequence comes back, whatever was typed.
    #expect(!outcome.error.unicodeScalars.contains("\u{1B}"))
  }

  @Test func nothingAtAllIsAnsweredWithThreeLinesOnHowToStart() async throws {
    let outcome = try await Home().run([])
    expectFailure(outcome, 64, "weatherterm --help", "weatherterm setup")
    let lines = outcome.error.split(separator: "\n")
    try #require(lines.count == 3)
    // What it shows can be typed.
    #expect(lines[1].hasPrefix("  weatherterm oslo "))
    let server = try OpenMeteoSite.server()
    let shown = try await Home(configuration: OpenMeteoSite.configuration(server.url(""))).run(["oslo"])
    #expect(shown.status == 0 && shown.output.hasPrefix("Oslo, Norway "), "\(shown.error)")
  }

  @Test func coordinatesMayBeginWithAMinus() async throws {
    let server = try OpenMeteoSite.server()
    let outcome = try await Home().run(
      ["-p", "OpenMeteo", "-a", "-33.87,151.21", "-td", "--base-url", server.url(""), "-o", "json"])
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.output.contains("\"latitude\": -33.87"), "\(outcome.output)")
  }
}
