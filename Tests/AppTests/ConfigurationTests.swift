import Basics
import Foundation
import Output
import Scraping
import Testing
import Weather

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
    #expect(example.units == UnitSystem(speed: .metersPerSecond, pressure: .hectopascals))
    #expect(example.output?.name == "classic")
    #expect(example.fields == [.wind, .humidity])
    #expect(example.weekend == [.friday, .saturday, .sunday])
    #expect(example.places["home"] == ConfiguredPlace(area: "SWXX2372:1:SW"))
    #expect(
      example.places["cabin"]
        == ConfiguredPlace(
          areas: ["WeatherCom": "SWXX2372:1:SW"], coordinates: "59.33,18.07", timeZone: "Europe/Stockholm"))
    #expect(
      example.http
        == ConfiguredHTTP(
          timeout: .seconds(20), connectTimeout: .seconds(10), maxBody: 16 << 20, contact: "you@example.org", perHost: 4
        ))
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

  @Test(arguments: [
    ("parser: WeatherCom\n\nunti: x", "line 3: unti: did you mean unit?"),
    (
      "xyzzy: 1",
      "line 1: xyzzy: there is no such key, choose from parser, area, forecast, unit, units, output, fields, weekend, "
        + "places, http, parsers"
    ),
    ("http:\n  timeot: 3s", "line 2: http.timeot: did you mean http.timeout?"),
    ("area: x\nparser: WeatherCom\narea: y", "line 3: area: stands here twice, leave one out"),
    ("places:\n  a: x\n  b: y\n  a: z", "line 4: a: stands here twice, leave one out"),
    (
      "parsers: {WeatherCom: {pause: 1s}, weathercom: {pause: 2s}}",
      "line 1: parsers.weathercom: stands here twice, leave one out"
    ),
    ("parser: Oracle", "line 1: parser: there is no parser Oracle, choose from "),
    ("forecast: tody", "line 1: forecast: there is no forecast tody: did you mean today? Choose from today, "),
    ("unit: C", "line 1: unit: there is no unit C: did you mean Celsius? Choose from Celsius, Fahrenheit"),
    (
      "units: {speed: kmh}",
      "line 1: units.speed: there is no unit of speed kmh: did you mean km/h? Choose from km/h, mph, kn, m/s"
    ),
    ("units:\n  sped: m/s", "line 2: units.sped: did you mean units.speed?"),
    ("output: clasic", "line 1: output: there is no output form clasic: did you mean classic? Choose from classic, "),
    ("fields: [wnd]", "line 1: fields: there is no field wnd: did you mean wind? Choose from wind, "),
    ("weekend: [Fredag]", "line 1: weekend: there is no weekday Fredag: did you mean Friday? Choose from Friday, "),
    ("fields: [none, wind]", "line 1: fields: none and all stand alone: leave out none, or all else"),
    ("weekend: [Friday, Friday]", "line 1: weekend: Friday stands twice: once is enough"),
    ("weekend:\n- Friday\n- Sunday\n- friday", "line 4: weekend: Friday stands twice: once is enough"),
    (
      "weekend:\n- Friday\n- Sunnday", "line 3: weekend: there is no weekday Sunnday: did you mean Sunday? Choose from "
    ),
    ("weekend: []", "line 1: weekend: name one day at least"),
    ("weekend: Friday", "line 1: weekend: give it a list, such as [one, another]"),
    ("area:", "line 1: area: give it a value, or leave the key out"),
    ("area: ' '", "line 1: area: give it a value, or leave the key out"),
    ("\narea: [x]", "line 2: area: give it one value"),
    ("http: 3", "line 1: http: give it keys and values, as config.yaml.example shows"),
    ("- a\n- b", "line 1: the whole file: give it keys and values, as config.yaml.example shows"),
    ("http: {timeout: 3 weeks}", "line 1: http.timeout: 3 weeks is no duration, write it as 500ms, 2s, 5m or 1h"),
    ("http: {timeout: -3s}", "line 1: http.timeout: -3s is no duration, write it as 500ms, 2s, 5m or 1h"),
    ("http: {timeout: 0}", "line 1: http.timeout: 0 is too short, give it more than 0"),
    ("http: {timeout: 1e9}", "line 1: http.timeout: 1e9 is no duration, write it as 500ms, 2s, 5m or 1h"),
    (
      "http: {max_body: 16 XB}",
      "line 1: http.max_body: 16 XB is no size below 2 GiB, write it as 16MiB, 1MB or a number of bytes"
    ),
    (
      "http: {max_body: 99999999999999999999}",
      "line 1: http.max_body: 99999999999999999999 is no size below 2 GiB, write it as 16MiB, 1MB or a number of bytes"
    ),
    ("http: {per_host: 0}", "line 1: http.per_host: give it a whole number from 1 to 64"),
    ("http: {contact: \"a\\r\\nX: y\"}", "line 1: http.contact: leave out the line break or control character"),
    ("parsers: {Oracle: {pause: 1s}}", "line 1: parsers.Oracle: there is no parser Oracle, choose from "),
    (
      "parsers: {WeatherCom: {base_url: 'ftp://x'}}",
      "line 1: parsers.WeatherCom.base_url: give it an http or https address, such as http://127.0.0.1:8080"
    ),
    (
      "parsers: {WeatherCom: {puase: 1s}}",
      "line 1: parsers.WeatherCom.puase: did you mean parsers.WeatherCom.pause?"
    ),
    (
      "places: {a: {coordinates: '91,0'}}",
      "line 1: places.a.coordinates: write it as latitude,longitude, such as \"59.33,18.07\""
    ),
    (
      "places: {a: {timeZone: Europe/Stokholm, coordinates: '1,2'}}",
      "line 1: places.a.timeZone: there is no time zone Europe/Stokholm, write it such as Europe/Stockholm"
    ),
    ("places: {a: {timezone: Europe/Stockholm}}", "line 1: places.a.timezone: did you mean places.a.timeZone?"),
    ("places: {a: {timeZone: Europe/Stockholm}}", "line 1: places.a: give it an area for a parser, or coordinates"),
    ("a: b: c", "line 1: this is no YAML: mapping values are not allowed in this context; see config.yaml.example"),
    ("area: x\n\tunit: y", "line 2: this is no YAML: "),
    ("a: *b", "line 1: this is no YAML: found undefined alias; see config.yaml.example"),
    ("area: x\n---\narea: y\n", "line 2: this is no YAML: "),
  ])
  func whatIsWrongIsToldWithItsLine(yaml: String, sentence: String) {
    let error = #expect(throws: ConfigurationError.self) { try configuration(yaml) }
    let description = error?.description ?? ""
    #expect(description.hasPrefix("c.yaml: \(sentence)"), "\(description)")
    #expect(error.map { Failure($0).status } == .configuration)
  }
}
