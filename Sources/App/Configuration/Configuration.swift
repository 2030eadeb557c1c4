import Basics
import Output
import Scraping
import Weather

/// The configuration as it is written: what the file leaves out is nil, and nothing is merged with the command line yet
/// (``Plan``).
struct Configuration {
  /// The file's path.
  var file = "~/.config/weatherterm/config.yaml"
  /// Whether there is a file.
  var isThere = false
  /// The parsers, in the order in which they are asked; empty where none is named.
  var chain: [any ForecastParser] = []
  /// The area, or the name of a place.
  var area: String?
  /// Which forecast.
  var forecast: ForecastKind?
  /// The units of all quantities.
  var unit: UnitSystem?
  /// The units of single quantities.
  var units = UnitSystem()
  /// The output form.
  var output: (any Renderer.Type)?
  /// The extra fields.
  var fields: [FieldGroup]?
  /// The days of the weekend.
  var weekend: Set<Weekday>?
  /// The places, by their names.
  var places: [String: ConfiguredPlace] = [:]
  /// How pages are fetched.
  var http = ConfiguredHTTP()
  /// What is configured for single parsers, by their registered names.
  var parsers: [String: ConfiguredParser] = [:]
}

extension Configuration {
  /// The configuration of the file that `--config` names, else of the one in its usual place, if that is there.
  static func load(_ named: String?, environment: [String: String]) throws(ConfigurationError) -> Configuration {
    var none = Configuration()
    guard let file = ConfigurationFile(named: named, environment: environment) else { return none }
    guard let text = try file.text() else {
      none.file = file.path
      return none
    }
    return try Configuration(yaml: text, file: file.path)
  }

  /// The configuration of a file's text; throws for the first key or value that is wrong.
  init(yaml text: String, file: String) throws(ConfigurationError) {
    self.file = file
    isThere = true
    guard let root = try YAMLNode.configuration(text, file: file) else { return }
    for (name, value) in try root.map(Self.keys) {
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
      default: parsers = try Self.parsers(value)
      }
    }
  }

  /// The keys of the whole file.
  private static let keys = [
    "parser", "area", "forecast", "unit", "units", "output", "fields", "weekend", "places", "http", "parsers",
  ]

  /// The name of a parser, or a list of them.
  private static func chain(_ node: YAMLNode) throws(ConfigurationError) -> [any ForecastParser] {
    let texts = node.items != nil ? try node.words() : try node.word().split(separator: ",").map { String($0) }
    var chain: [any ForecastParser] = []
    for text in texts {
      let parser: any ForecastParser
      do throws(UnknownName) { parser = try Choice.parsers(text.trimmingSpaces) } catch {
        throw node.wrong(.unknownName(error))
      }
      if chain.contains(where: { $0.name == parser.name }) { throw node.wrong(.repeatedParser(parser.name)) }
      chain.append(parser)
    }
    if chain.isEmpty { throw node.wrong(.noParser) }
    return chain
  }

  /// Units by their quantities.
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

  /// Days of the week, in any order.
  private static func weekend(_ node: YAMLNode) throws(ConfigurationError) -> Set<Weekday> {
    let items = try node.list()
    if items.isEmpty { throw node.wrong(.noDay) }
    var days: Set<Weekday> = []
    for item in items {
      let name = try item.word()
      guard let day = Weekday(name) else {
        throw item.wrong(
          .unknownName(UnknownName(what: "weekday", text: name, known: Weekday.allCases.map { $0.rawValue })))
      }
      guard days.insert(day).inserted else { throw item.wrong(.repeatedDay(day.rawValue)) }
    }
    return days
  }

  /// What is configured for each parser.
  private static func parsers(_ node: YAMLNode) throws(ConfigurationError) -> [String: ConfiguredParser] {
    var parsers: [String: ConfiguredParser] = [:]
    for (name, value) in try node.map(nil) {
      let parser: any ForecastParser
      do throws(UnknownName) { parser = try Choice.parsers(name) } catch { throw value.wrong(.unknownName(error)) }
      if parsers[parser.name] != nil { throw .duplicate(file: value.file, line: value.line, key: value.key) }
      parsers[parser.name] = try ConfiguredParser(value)
    }
    return parsers
  }
}
