import Basics
import Foundation
import Output
import Scraping
import Testing
import Weather
import Web

@testable import App

struct ConfigurationTests {
  private func configuration(_ yaml: String) throws -> Configuration { try Configuration(yaml: yaml, file: "c.yaml") }

  @Test func theExampleShowsEveryKeyAndLoads() throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("config.yaml.example")
    let text = try String(contentsOf: path, encoding: .utf8)
    let example = try configuration(text)
    #expect(example.chain.map { $0.name } == ["WeatherCom"])
    #expect(example.area == "home")
    #expect(example.forecast == .today)
    #expect(example.unit == .metric)
    #expect(example.units == UnitSystem(.metersPerSecond, .hectopascals))
    #expect(example.output?.name == "classic")
    #expect(example.fields == [.wind, .humidity])
    #expect(example.weekend == [.friday, .saturday, .sunday])
    #expect(example.places["home"] == ConfiguredPlace(area: "SWXX2372:1:SW"))
    #expect(
      example.places["cabin"]
        == ConfiguredPlace(
          areas: ["WeatherCom": "SWXX2372:1:SW"], coordinates: "59.33,18.07", timeZone: "Europe/Stockholm"))
    var http = TransferOptions(userAgent: "weatherterm/1.0.0 (you@example.org)")
    (http.timeout, http.connectTimeout, http.maxBody, http.perHost) = (.seconds(20), .seconds(10), 16 << 20, 4)
    #expect(example.http == http)
    #expect(example.contact == "you@example.org")
    #expect(
      example.parsers["WeatherCom"]
        == ConfiguredParser(baseAddress: BaseAddress("https://weather.com"), pause: .zero, maxAge: .seconds(300)))
    // What stands there as a comment works as well.
    let uncommented = text.replacingOccurrences(of: "  # user_agent", with: "  user_agent")
      .replacingOccurrences(of: "  # ca_file", with: "  ca_file")
    #expect(try configuration(uncommented).http.caFile == "/etc/ssl/certs/my-proxy.pem")
    #expect(try configuration(uncommented).http.userAgent == "my-weather/1.0 (you@example.org)")
  }

  @Test func scalarsStayText() throws {
    let read = try configuration("area: 02134\nplaces:\n  no: 0x10\n  1.50: yes\n")
    #expect(read.area == "02134")
    #expect(read.places["no"]?.area == "0x10")
    #expect(read.places["1.50"]?.area == "yes")
  }

  @Test(arguments: ["", "\n\n", "# nothing\n", "---\n"])
  func anEmptyFileSaysNothing(yaml: String) throws {
    let read = try configuration(yaml)
    #expect(read.chain.isEmpty && read.area == nil && read.places.isEmpty)
  }

  @Test(
    arguments: [
      ("500ms", .milliseconds(500)), ("2s", .seconds(2)), ("5m", .seconds(300)), ("1h", .seconds(3600)),
      ("90", .seconds(90)), ("0.5s", .milliseconds(500)), ("1 h", .seconds(3600)),
    ] as [(String, Duration)])
  func durationsAreRead(text: String, duration: Duration) throws {
    #expect(try configuration("http: {timeout: \(text)}").http.timeout == duration)
  }

  @Test(arguments: [
    ("16MiB", 16 << 20), ("1MB", 1_000_000), ("64KiB", 65_536), ("512k", 512_000), ("4096", 4096), ("1 kb", 1000),
    ("1GiB", 1 << 30),
  ])
  func sizesAreRead(text: String, bytes: Int) throws {
    #expect(try configuration("http: {max_body: \(text)}").http.maxBody == bytes)
  }

  @Test(
    arguments: [
      ("parser: WeatherCom\n\nunti: x", 3, "unti"), ("xyzzy: 1", 1, "xyzzy"),
      ("http:\n  timeot: 3s", 2, "http.timeot"), ("units:\n  sped: m/s", 2, "units.sped"),
      ("parsers: {WeatherCom: {puase: 1s}}", 1, "parsers.WeatherCom.puase"),
      ("places: {a: {timezone: Europe/Stockholm}}", 1, "places.a.timezone"),
    ])
  func anUnknownKeyIsToldWithThoseThereAre(yaml: String, line: Int, key: String) {
    guard case .unknownKey("c.yaml", line, key, let known)? = error(yaml) else {
      Issue.record("\(String(describing: error(yaml)))")
      return
    }
    // All of them are at the same place.
    let depth = key.split(separator: ".").count
    #expect(known.count > 1 && known.allSatisfy { $0.split(separator: ".").count == depth }, "\(known)")
  }

  @Test(
    arguments: [
      ("area: x\nparser: WeatherCom\narea: y", 3, "area"), ("places:\n  a: x\n  b: y\n  a: z", 4, "a"),
      ("parsers: {WeatherCom: {pause: 1s}, weathercom: {pause: 2s}}", 1, "parsers.weathercom"),
    ])
  func aKeyThatIsThereTwiceIsTold(yaml: String, line: Int, key: String) {
    #expect(error(yaml) == .duplicate(file: "c.yaml", line: line, key: key))
  }

  @Test(
    arguments: [
      ("parser: Oracle", 1, "parser", "parser", "Oracle"), ("forecast: tody", 1, "forecast", "forecast", "tody"),
      ("unit: C", 1, "unit", "unit", "C"), ("units: {speed: kmh}", 1, "units.speed", "unit of speed", "kmh"),
      ("output: clasic", 1, "output", "output form", "clasic"),
      ("weekend: [Fredag]", 1, "weekend", "weekday", "Fredag"),
      ("weekend:\n- Friday\n- Sunnday", 3, "weekend", "weekday", "Sunnday"),
      ("parsers: {Oracle: {pause: 1s}}", 1, "parsers.Oracle", "parser", "Oracle"),
    ])
  func aNameThatThereIsNotIsTold(yaml: String, line: Int, key: String, what: String, text: String) {
    guard case .wrongValue("c.yaml", line, key, .unknownName(let name))? = error(yaml) else {
      Issue.record("\(String(describing: error(yaml)))")
      return
    }
    #expect(name.what == what && name.text == text && name.known.count > 1)
  }

  @Test(
    arguments: [
      ("fields: [none, wind]", 1, "fields", .badFields(.notAlone("none"))),
      ("weekend: [Friday, Friday]", 1, "weekend", .repeatedDay("Friday")),
      ("weekend:\n- Friday\n- Sunday\n- friday", 4, "weekend", .repeatedDay("Friday")),
      ("weekend: []", 1, "weekend", .noDay), ("weekend: Friday", 1, "weekend", .noList), ("area:", 1, "area", .blank),
      ("area: ' '", 1, "area", .blank), ("\narea: [x]", 2, "area", .noScalar), ("http: 3", 1, "http", .noMap),
      ("- a\n- b", 1, "", .noMap), ("http: {timeout: 3 weeks}", 1, "http.timeout", .badDuration("3 weeks")),
      ("http: {timeout: -3s}", 1, "http.timeout", .badDuration("-3s")),
      ("http: {timeout: 0}", 1, "http.timeout", .tooShort("0")),
      ("http: {timeout: 1e9}", 1, "http.timeout", .badDuration("1e9")),
      ("http: {max_body: 16 XB}", 1, "http.max_body", .badSize("16 XB")),
      ("http: {max_body: 99999999999999999999}", 1, "http.max_body", .badSize("99999999999999999999")),
      ("http: {per_host: 0}", 1, "http.per_host", .badCount),
      ("http: {contact: \"a\\r\\nX: y\"}", 1, "http.contact", .controlCharacter),
      ("parsers: {WeatherCom: {base_url: 'ftp://x'}}", 1, "parsers.WeatherCom.base_url", .badAddress),
      ("places: {a: {coordinates: '91,0'}}", 1, "places.a.coordinates", .badCoordinates),
      (
        "places: {a: {timeZone: Europe/Stokholm, coordinates: '1,2'}}", 1, "places.a.timeZone",
        .unknownTimeZone("Europe/Stokholm")
      ),
      ("places: {a: {timeZone: Europe/Stockholm}}", 1, "places.a", .emptyPlace),
    ] as [(String, Int, String, ConfigurationError.ValueFault)])
  func aWrongValueIsTold(yaml: String, line: Int, key: String, fault: ConfigurationError.ValueFault) {
    #expect(error(yaml) == .wrongValue(file: "c.yaml", line: line, key: key, fault))
    #expect(error(yaml).map { Failure($0).status } == .configuration)
  }

  @Test(arguments: [("a: b: c", 1), ("area: x\n\tunit: y", 2), ("a: *b", 1), ("area: x\n---\narea: y\n", 2)])
  func whatIsNoYAMLIsToldWithItsLine(yaml: String, line: Int) {
    guard case .malformed("c.yaml", line, _)? = error(yaml) else {
      Issue.record("\(String(describing: error(yaml)))")
      return
    }
  }

  private func error(_ yaml: String) -> ConfigurationError? {
    #expect(throws: ConfigurationError.self) { try configuration(yaml) }
  }
}
