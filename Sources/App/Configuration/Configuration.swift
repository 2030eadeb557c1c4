import Basics
import Output
import Scraping
import Weather

/// The configuration as it is written: what the file leaves out is nil or empty. ``Plan`` merges it with the command line.
struct Configuration: Sendable {
  /// The file's path.
  var file = "~/.config/weatherterm/config.yaml"
  /// Whether there is a file.
  var isThere = false
  /// The parsers, in the order in which they are asked.
  var chain: [any ForecastParser] = []
  /// The area, or the name of a place.
  var area: String?
  var forecast: ForecastKind?
  /// The units of all quantities; those of single quantities count before it.
  var unit: UnitSystem?
  var units = UnitSystem()
  var output: (any Renderer.Type)?
  var fields: [FieldGroup]?
  var weekend: Set<Weekday> = [.friday, .saturday, .sunday]
  /// The places, by their names.
  var places: [String: ConfiguredPlace] = [:]
  var http = ConfiguredHTTP()
  /// What is configured for single parsers, by their registered names.
  var parsers: [String: ConfiguredParser] = [:]
}

extension Configuration {
  /// The configuration of the file that `--config` names, else of the one in its usual place, if that is there.
  static func load(_ named: String?, environment: [String: String]) throws(ConfigurationError) -> Configuration {
    guard let file = ConfigurationFile(named: named, environment: environment) else { return Configuration() }
    guard let text = try file.text() else { return Configuration(file: file.path) }
    return try Configuration(yaml: text, file: file.path)
  }

  /// The configuration of a file's text; throws for the first key or value that is wrong.
  init(yaml text: String, file: String) throws(ConfigurationError) {
    self.file = file
    isThere = true
    guard let root = try YAMLNode.configuration(text, file: file) else { return }
    let keys = [
      "parser", "area", "forecast", "unit", "units", "output", "fields", "weekend", "places", "http", "parsers",
    ]
    for (name, value) in try root.map(keys) {
      switch name {
      case "parser": chain = try Self.chain(value)
      case "area": area = try value.word()
      case "forecast": forecast = try value.choice(Choice("forecast"))
      case "unit": unit = try value.choice(Choice.unitSystems)
      case "units": units = try Self.units(value)
      case "output": output = try value.choice(Choice.outputs)
      case "fields": fields = try Self.fields(value)
      case "weekend": weekend = try Self.weekend(value)
      case "places": for (place, value) in try value.map(nil) { places[place] = try ConfiguredPlace(value) }
      case "http": http = try ConfiguredHTTP(value)
      default:
        for (name, value) in try value.map(nil) {
          let parser = try value.choice(Choice.parsers, of: name)
          if parsers[parser.name] != nil { throw value.duplicate }
          parsers[parser.name] = try ConfiguredParser(value)
        }
      }
    }
  }

  /// The name of a parser, or several in a list or with commas between.
  private static func chain(_ node: YAMLNode) throws(ConfigurationError) -> [any ForecastParser] {
    let texts = node.items != nil ? try node.words() : try node.word().split(separator: ",").map { String($0) }
    var chain: [any ForecastParser] = []
    for text in texts {
      let parser = try node.choice(Choice.parsers, of: text.trimmingSpaces)
      if chain.contains(where: { $0.name == parser.name }) { throw node.wrong(.repeatedParser(parser.name)) }
      chain.append(parser)
    }
    if chain.isEmpty { throw node.wrong(.noParser) }
    return chain
  }

  private static func units(_ node: YAMLNode) throws(ConfigurationError) -> UnitSystem {
    var units = UnitSystem()
    for (name, value) in try node.map(Choice<Quantity>("quantity").names) {
      let text = try value.word()
      do throws(UnknownName) { try units.set(Choice<Quantity>("quantity")(name), to: text) } catch {
        throw value.wrong(.unknownName(error))
      }
    }
    return units
  }

  /// A list, or `none` or `all`.
  private static func fields(_ node: YAMLNode) throws(ConfigurationError) -> [FieldGroup] {
    let texts = node.items != nil ? try node.words() : [try node.word()]
    do throws(FieldListError) { return try Choice.fields.list(texts) } catch { throw node.wrong(.badFields(error)) }
  }

  private static func weekend(_ node: YAMLNode) throws(ConfigurationError) -> Set<Weekday> {
    var days: Set<Weekday> = []
    for item in try node.list() {
      let name = try item.word()
      guard let day = Weekday(name) else {
        throw item.wrong(
          .unknownName(UnknownName(what: "weekday", text: name, known: Weekday.allCases.map(\.rawValue))))
      }
      guard days.insert(day).inserted else { throw item.wrong(.repeatedDay(day.rawValue)) }
    }
    if days.isEmpty { throw node.wrong(.noDay) }
    return days
  }
}
