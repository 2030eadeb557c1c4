import ArgumentParser
import Weather

/// An option of the main command: its names, stated once for the library, for errors and for suggestions.
enum ProgramOption: CaseIterable {
  case parser, area, areas
  case today, fiveDays, tenDays, weekend, hourly
  case unit, units, output, fields, days, hours
  case color, icons, format
  case timeout, maxAge, refresh, offline, noStale
  case config, record, replay, baseURL
  case version, verbose, quiet, help

  /// The names as they are typed, the short one first.
  var names: [String] {
    switch self {
    case .parser: ["-p", "--parser"]
    case .area: ["-a", "--areacode"]
    case .areas: ["--areas"]
    case .today: ["-td", "--today"]
    case .fiveDays: ["-5d", "--fivedays"]
    case .tenDays: ["-10d", "--tendays"]
    case .weekend: ["-w", "--weekend"]
    case .hourly: ["--hourly"]
    case .unit: ["-u", "--unit"]
    case .units: ["--units"]
    case .output: ["-o", "--output"]
    case .fields: ["--fields"]
    case .days: ["--days"]
    case .hours: ["--hours"]
    case .color: ["--color"]
    case .icons: ["--icons"]
    case .format: ["--format"]
    case .timeout: ["--timeout"]
    case .maxAge: ["--max-age"]
    case .refresh: ["--refresh"]
    case .offline: ["--offline"]
    case .noStale: ["--no-stale"]
    case .config: ["--config"]
    case .record: ["--record"]
    case .replay: ["--replay"]
    case .baseURL: ["--base-url"]
    case .version: ["-v", "--version"]
    case .verbose: ["--verbose"]
    case .quiet: ["--quiet"]
    case .help: ["-h", "--help"]
    }
  }

  /// What has to stand behind the option; nil for one that stands alone.
  var needs: String? {
    switch self {
    case .parser: "the name of a parser"
    case .area: "an area"
    case .areas: "a file with an area on each line, or - for standard input"
    case .unit: "Celsius or Fahrenheit"
    case .units: "a list such as speed=m/s,pressure=hPa"
    case .output: "the name of an output form"
    case .fields: "a list of fields, none or all"
    case .days: "a number of days"
    case .hours: "a number of hours"
    case .color: "auto, always or never"
    case .icons: "the name of a set of icons"
    case .format: "a template, or the name of a preset"
    case .timeout: "a duration such as 2s"
    case .maxAge: "a duration such as 10m"
    case .config: "a file"
    case .record: "a folder"
    case .replay: "a file or a folder"
    case .baseURL: "an address"
    case .today, .fiveDays, .tenDays, .weekend, .hourly, .refresh, .offline, .noStale, .version, .verbose, .quiet,
      .help:
      nil
    }
  }

  /// The option that asks for a kind of forecast.
  init(_ kind: ForecastKind) {
    switch kind {
    case .today: self = .today
    case .fiveDays: self = .fiveDays
    case .tenDays: self = .tenDays
    case .weekend: self = .weekend
    case .hourly: self = .hourly
    }
  }

  /// The option with a name; nil where there is none.
  init?(named name: String) {
    guard let option = Self.allCases.first(where: { $0.names.contains(name) }) else { return nil }
    self = option
  }

  /// All names, as `-td/--today`.
  var spelling: String { names.joined(separator: "/") }

  /// The names as the library takes them.
  var specification: NameSpecification {
    NameSpecification(
      names.map { name in
        if name.hasPrefix("--") { return .customLong(String(name.dropFirst(2))) }
        if let letter = name.dropFirst().first, name.count == 2 { return .customShort(letter) }
        return .customLong(String(name.dropFirst()), withSingleDash: true)
      })
  }
}
