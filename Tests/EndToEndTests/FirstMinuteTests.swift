import Foundation
import Support
import Testing

/// What people type in the first minute, right and wrong, with the line that they would act on.
@Suite struct FirstMinuteTests {
  /// What somebody types, the status it ends with, and what stands in the output or in the error.
  struct Line: Sendable, CustomStringConvertible {
    let typed: [String]
    let status: Int32
    let said: [String]

    init(_ typed: String, _ status: Int32, _ said: String...) {
      // Words in double quotes are one argument.
      self.typed = typed.split(separator: "\"", omittingEmptySubsequences: false).enumerated().flatMap { index, part in
        index.isMultiple(of: 2) ? part.split(separator: " ").map(String.init) : [String(part)]
      }
      (self.status, self.said) = (status, said)
    }

    var description: String { typed.joined(separator: " ") }
  }

  static let right = [
    Line("oslo", 0, "Oslo, Norway", "Today"),
    Line("Oslo", 0, "Oslo, Norway"),
    Line("new york", 0, "New York"),
    Line("\"new york\"", 0, "New York"),
    Line("são paulo", 0, "São Paulo"),
    Line("oslo, norway", 0, "Oslo, Norway"),
    Line("59.33,18.07", 0, "59.33,18.07", "59°"),
    Line("59.33 18.07", 0, "59.33,18.07"),
    Line("59.33, 18.07", 0, "59.33, 18.07"),
    Line("-33.87,151.21", 0, "-33.87,151.21", "-34°"),
    Line("-33.87 151.21", 0, "-33.87,151.21"),
    Line("home", 0, "60°"),
    Line("HOME", 0, "60°"),
    Line("", 0, "60°"),
    Line("--overview", 0, "60°"),
    Line("-td", 0, ">> ", "High 60° / Low 55°"),
    Line("oslo -td", 0, "# Oslo, Norway (OpenMeteo, °C)", "High 59.9"),
    Line("-td oslo", 0, "# Oslo, Norway (OpenMeteo, °C)"),
    Line("oslo -5d", 0, "# Oslo, Norway", ">> [Today"),
    Line("oslo -10d -o table", 0, "Oslo, Norway", "Low"),
    Line("oslo -w", 0, ">> "),
    Line("-o json oslo", 0, "\"schema\"", "\"query\": \"oslo\""),
    Line("oslo -o json --overview", 0, "\"current\""),
    Line("oslo -u Fahrenheit", 0, "140°"),
    Line("-p OpenMeteo oslo", 0, "Oslo, Norway"),
    Line("-a oslo -td", 0, "# Oslo, Norway (OpenMeteo, °C)"),
    Line("-a oslo -a stockholm --overview", 0, "Oslo, Norway", "Stockholm, Sweden"),
    Line("-p OpenMeteo -a oslo -td", 0, "# Oslo, Norway"),
    Line("-o speak oslo", 0, "Today in Oslo"),
    Line("--help", 0, "weatherterm PLACE [options]"),
    Line("oslo --help", 0, "weatherterm PLACE [options]"),
    Line("-h", 0, "weatherterm oslo"),
    Line("--version", 0, "weatherterm 1.0.0"),
    Line("parsers", 0, "OpenMeteo, then the service of the place's own country"),
    Line("places oslo", 0, "Oslo"),
  ]

  static let wrong = [
    Line("--city oslo", 64, ": type weatherterm oslo"),
    Line("--city=oslo", 64, ": type weatherterm oslo"),
    Line("--location \"new york\"", 64, ": type weatherterm \"new york\""),
    Line("-l oslo", 64, ": type weatherterm oslo"),
    Line("-c oslo -td", 64, ": type weatherterm oslo -td"),
    Line("wttr.in/oslo", 64, ": type weatherterm oslo"),
    Line("curl wttr.in/oslo", 64, ": type weatherterm oslo"),
    Line("https://wttr.in/New+York?format=3", 64, ": type weatherterm \"New York\""),
    Line("https://weather.com/weather/today/l/SWXX2372:1:SW", 64, ": type weatherterm -p WeatherCom SWXX2372:1:SW"),
    Line(
      "weather.com/sv-SE/weather/tenday/l/SWXX2372", 64, ": type weatherterm -p WeatherCom SWXX2372"),
    Line("https://example.org/x", 64, "is an address and not a place"),
    Line("tomorrow", 64, ": type weatherterm PLACE -5d"),
    Line("oslo tomorrow", 64, ": type weatherterm oslo -5d"),
    Line("tomorrow in oslo", 64, ": type weatherterm oslo -5d"),
    Line("oslo hourly", 64, ": type weatherterm oslo --hourly"),
    Line("forecast oslo", 64, ": type weatherterm oslo -5d"),
    Line("in oslo", 64, ": type weatherterm oslo"),
    Line("weather in oslo", 64, ": type weatherterm"),
    Line("WeatherCom oslo", 64, ": type weatherterm -p WeatherCom oslo"),
    Line("openmeteo new york -td", 64, ": type weatherterm -p OpenMeteo new york -td"),
    Line("SMHI", 64, ": type weatherterm -p SMHI PLACE"),
    Line("oslo -5", 64, ": type weatherterm oslo -5d"),
    Line("oslo -10", 64, ": type weatherterm oslo -10d"),
    Line("oslo --hourli", 64, ": type weatherterm oslo --hourly"),
    Line("oslo --weekends", 64, ": type weatherterm oslo --weekend"),
    Line("oslo -td -5d", 64, "contradict each other"),
    Line("paserrs", 64, ": type weatherterm parsers"),
    Line("place stockholm", 64, ": type weatherterm places stockholm"),
    Line("version", 64, ": type weatherterm --version"),
    Line("completions bash", 64, ": type weatherterm --generate-completion-script bash"),
    Line("-p OpenMeteo", 64, "One of these arguments must be used: -td/--today"),
    Line("-p OpenMeteo -a oslo", 64, "One of these arguments must be used: -td/--today"),
    Line("-a oslo", 64, "One of these arguments must be used: -td/--today"),
    Line("oslo -a bergen -td", 64, "unexpected argument oslo"),
    Line("-- places", 68, "the area places is not known"),
    Line("xyzzyville", 68, "the area xyzzyville is not known"),
    Line("work", 68, "work is not among places: of the configuration"),
    Line("springfield", 68, "places called springfield"),
    Line("91.5,18.07", 64, "latitudes are -90 to 90 degrees"),
    Line("oslo -o tabel", 64, "did you mean table?"),
    Line("oslo -u Kelvin", 64, "choose from: Celsius, Fahrenheit"),
    Line("oslo --base-url http://a.example", 64, "several parsers are named"),
  ]

  @Test(arguments: right + wrong)
  func whatIsTypedFirst(line: Line) async throws {
    let server = try OpenMeteoSite.server()
    let home = try Home(
      configuration: "area: home\nplaces: {home: \"60,10\"}\n" + OpenMeteoSite.configuration(server.url("")))
    let outcome = try await home.run(line.typed)
    #expect(outcome.status == line.status, "\(outcome.error)")
    let said = line.status == 0 ? outcome.output : outcome.error
    for text in line.said { #expect(said.contains(text), "\(line): \(said)") }
    if line.status != 0 {
      #expect(outcome.output == "")
      let first = try #require(outcome.error.split(separator: "\n").first)
      #expect(first.hasPrefix("weatherterm: error: "), "\(first)")
    }
  }

  @Test func aPlaceAloneTakesOneRequest() async throws {
    let server = try OpenMeteoSite.server()
    let outcome = try await Home(configuration: OpenMeteoSite.configuration(server.url(""))).run(["oslo"])
    #expect(outcome.status == 0, "\(outcome.error)")
    let asked = server.asked
    #expect(asked.count == 1)
    #expect(["current=", "hourly=", "daily="].allSatisfy { asked.first?.contains($0) == true })
    // The heading says which town was taken.
    #expect(outcome.error == "")
  }

  @Test func whereTheFirstFailsTheCountrysServiceIsAskedThenWeatherCom() async throws {
    let (down, weatherCom) = (try LoopbackServer { _ in .init(500) }, try LoopbackServer { _ in .init(404) })
    let home = try Home(
      configuration: """
        parsers:
          OpenMeteo: {base_url: "\(down.url(""))"}
          SMHI: {base_url: "\(down.url("/smhi"))"}
          WeatherCom: {base_url: "\(weatherCom.url(""))"}
        """)
    let swedish = try await home.run(["stockholm"])
    #expect(swedish.status == 69 && swedish.output == "", "\(swedish.error)")
    #expect(down.asked.contains { $0.hasPrefix("/smhi/") } && !weatherCom.asked.isEmpty)
    let asked = down.asked.count { $0.hasPrefix("/smhi/") }
    #expect(try await home.run(["paris, france"]).status == 69)
    #expect(down.asked.count { $0.hasPrefix("/smhi/") } == asked)
  }
}

extension LoopbackServer {
  /// The paths that were asked for, in order.
  fileprivate var asked: [String] {
    requests.compactMap { $0.split(separator: " ").dropFirst().first.map(String.init) }
  }
}
