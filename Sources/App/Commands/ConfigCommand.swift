import ArgumentParser
import Basics
import Output
import Scraping
import Weather
import Web

/// `weatherterm config`: every setting in force, and where it comes from.
struct ConfigCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Print every setting in force, where it comes from, and the configuration's path.",
    discussion: """
      weatherterm config
      weatherterm config -o json
      """)

  @ParentCommand var main: WeathertermCommand

  var words: [String] {
    let output = main.output.output.map { ["-o", "--output", "-o=\($0)", "--output=\($0)", "-o\($0)"] } ?? []
    return output + (main.session.config.map { ["--config", $0, "--config=\($0)"] } ?? [])
  }

  func text(environment: [String: String]) throws -> String {
    if let name = main.output.output, name.lowercased() != "json" {
      throw UsageError.unknownName(UnknownName(what: "output form of config", text: name, known: ["json"]))
    }
    let file = ConfigurationFile(named: main.session.config, environment: environment)
    let text = try file?.text()
    let configuration = try Configuration.load(main.session.config, environment: environment)
    var settings = Self.configured(try text.flatMap { try YAMLNode.configuration($0, file: file?.path ?? "") })
    let known = Set(settings.map { String($0.name.prefix { $0 != "." }) }).subtracting(["http"])
    settings += Self.defaults(configuration, environment).filter { setting in
      !known.contains(setting.name) && !settings.contains { $0.name == setting.name }
    }
    settings += Self.variables(environment)
    let path = file?.path ?? ""
    if main.output.output != nil { return Self.json(settings, path: path, exists: text != nil) }
    let rows = settings.map { setting in [setting.name, setting.value, setting.source].map { PlainText.of($0) } }
    return TextTable.text([["SETTING", "VALUE", "FROM"]] + rows)
      + "\nConfiguration: \(PlainText.of(path))\(text == nil ? " (there is none; 'weatherterm setup' writes it)" : "")\n"
  }

  /// A setting in force.
  struct Setting: Equatable {
    var name: String
    var value: String
    /// `line 3`, the name of an environment variable, or `default`.
    var source: String
  }

  /// The scalars and lists of the file, with their lines.
  static func configured(_ root: YAMLNode?) -> [Setting] {
    func settings(_ node: YAMLNode, _ name: String) -> [Setting] {
      if let entries = node.entries {
        return entries.flatMap { settings($0.value, name.isEmpty ? $0.name : "\(name).\($0.name)") }
      }
      let value = node.items.map { $0.compactMap(\.text).joined(separator: ", ") } ?? node.text ?? ""
      return [Setting(name: name, value: value, source: "line \(node.line)")]
    }
    return root.map { settings($0, "") } ?? []
  }

  /// What holds where the file says nothing.
  static func defaults(_ configuration: Configuration, _ environment: [String: String]) -> [Setting] {
    let http = configuration.http
    func seconds(_ duration: Duration) -> String {
      "\(duration / .milliseconds(1) / 1000)s".replacing(".0s", with: "s")
    }
    let variable = ["LC_ALL", "LC_MEASUREMENT", "LANG"].first { environment[$0]?.isEmpty == false }
    let usual = LocaleUnits.system(environment)
    let unit =
      usual.map { system in system == .imperial ? "Fahrenheit" : "Celsius" + (system == .metric ? "" : ", miles") }
      ?? "as the site serves them"
    let all: [(String, String, String?)] = [
      ("parser", DefaultChain.order, nil), ("area", "none", nil),
      ("forecast", "overview for a place alone", nil), ("unit", unit, usual == nil ? nil : variable),
      ("output", "overview for an overview, else \(standardRenderer().name)", nil),
      ("fields", FieldGroup.standard.map(\.name).joined(separator: ", "), nil),
      ("weekend", Configuration().weekend.map(\.rawValue).sorted().joined(separator: ", "), nil),
      ("http.timeout", seconds(http.timeout), nil), ("http.connect_timeout", seconds(http.connectTimeout), nil),
      ("http.max_body", "\(http.maxBody >> 20)MiB", nil), ("http.user_agent", http.userAgent, nil),
      ("http.per_host", String(http.perHost), nil),
    ]
    return all.map { Setting(name: $0.0, value: $0.1, source: $0.2 ?? "default") }
  }

  /// The environment variables that are set and change what is shown.
  static func variables(_ environment: [String: String]) -> [Setting] {
    ["COLUMNS", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TERM", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"].compactMap {
      name in
      environment[name].flatMap { $0.isEmpty ? nil : Setting(name: name, value: $0, source: "environment") }
    }
  }

  private static func json(_ settings: [Setting], path: String, exists: Bool) -> String {
    let rows: [JsonValue] = settings.map {
      .object([("name", .string($0.name)), ("value", .string($0.value)), ("from", .string($0.source))])
    }
    let all: JsonValue.Pairs = [
      ("file", .string(path)), ("exists", .boolean(exists)), ("settings", .array(rows)),
    ]
    return JsonValue.object(all).text() + "\n"
  }
}
