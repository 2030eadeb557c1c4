import Foundation
import Trials
import Web

@testable import App

/// Fuzzes configuration files.
struct ConfigurationTarget: FuzzTarget {
  let name = "configuration"
  let seeds: [[UInt8]]

  /// Seeds: the example, and one with all keys enabled.
  init(fixtures: String) {
    let example =
      FileManager.default.contents(atPath: "\(fixtures)/../../config.yaml.example").map { [UInt8]($0) } ?? []
    let whole = String(decoding: example, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("#") ? String($0.dropFirst().drop { $0 == " " }) : String($0) }.joined(separator: "\n")
    seeds = [
      example, Array(whole.utf8), Array(Self.short.utf8),
      Array("a: &a [x]\nb: [*a, *a]\n<<: {area: no}\n? {x: y}\n: !!binary aGk=\n--- 1\n...\n".utf8),
      Array("parser: \"W\\x1beatherCom\"\narea: |\n  x\nfields: >-\n  all\n".utf8),
    ]
  }

  private static let short = """
    parser: WeatherCom
    area: home
    forecast: today
    unit: Celsius
    units: {speed: m/s, pressure: hPa}
    output: classic
    fields: [wind, humidity]
    weekend: [Friday, Saturday, Sunday]
    places:
      home: SWXX2372:1:SW
      far: {WeatherCom: "SWXX2372:1:SW", coordinates: "59.33,18.07", timeZone: Europe/Stockholm}
    http: {timeout: 20s, connect_timeout: 10s, max_body: 16MiB, user_agent: "x", contact: "you@example.org", ca_file: "x", per_host: 4}
    parsers:
      WeatherCom: {base_url: "https://weather.com", pause: 0s, max_age: 5m}

    """

  func take(_ bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return }
    do {
      let configuration = try Configuration(yaml: text, file: "config.yaml")
      if configuration.http.timeout <= .zero { broken("a timeout of \(configuration.http.timeout)") }
      if let pause = configuration.parsers.values.compactMap(\.pause).min(), pause < .zero { broken("\(pause)") }
      for text in [configuration.contact ?? "", configuration.http.userAgent] {
        if text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) { broken("a header of several lines") }
      }
    } catch {
      let message = Failure(error).message
      if message.isEmpty { broken("an error without a word") }
      Forms.look(message, "the error")
    }
  }
}
