import Markup
import Basics
import Output
import Scraping
import Weather

/// The configuration as it is written: what the file leaves out is nil, and nothing is merged with the command line yet
/// (``Settings``).
struct Configuration {
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
  /// The configuration of a file's text; throws for the first key or value that is wrong.
  init(yaml text: String, file: String) throws(ConfigurationError) {
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
      do throws(UnknownName) { parser = try Choice.parsers(text.trimmingSpaces) } catch { throw node.wrong(error) }
      if chain.contains(where: { $0.name == parser.name }) {
        throw node.wrong("\(parser.name) stands here twice, leave one out")
      }
      chain.append(parser)
    }
    if chain.isEmpty { throw node.wrong("name one parser at least") }
    return chain
  }

  /// Units by their quantities.
  private static func units(_ node: YAMLNode) throws(ConfigurationError) -> UnitSystem {
    var units = UnitSystem()
    for (name, value) in try node.map(Choice<Quantity>("quantity").names) {
      let text = try value.word()
      do throws(UnknownName) {
        try units.set(Choice<Quantity>("quantity")(name), to: text)
      } catch {
        throw value.wrong(error)
      }
    }
    return units
  }

  /// A list, or `none` or `all`.
  private static func fields(_ node: YAMLNode) throws(ConfigurationError) -> [FieldGroup] {
    let texts = node.items != nil ? try node.words() : [try node.word()]
    do throws(FieldListError) {
      return try Choice.fields.list(texts)
    } catch {
      switch error {
      case .unknown(let name): throw node.wrong(name)
      case .notAlone: throw node.wrong(error.sentence)
      }
    }
  }

  /// Days of the week, in any order.
  private static func weekend(_ node: YAMLNode) throws(ConfigurationError) -> Set<Weekday> {
    let items = try node.list()
    if items.isEmpty { throw node.wrong("name one day at least") }
    var days: Set<Weekday> = []
    for item in items {
      let name = try item.word()
      guard let day = Weekday(name) else {
        throw item.wrong(UnknownName(what: "weekday", text: name, known: Weekday.allCases.map { $0.rawValue }))
      }
      guard days.insert(day).inserted else { throw item.wrong("\(day.rawValue) stands twice: once is enough") }
    }
    return days
  }

  /// What is configured for each parser.
  private static func parsers(_ node: YAMLNode) throws(ConfigurationError) -> [String: ConfiguredParser] {
    var parsers: [String: ConfiguredParser] = [:]
    for (name, value) in try node.map(nil) {
      let parser: any ForecastParser
      do throws(UnknownName) { parser = try Choice.parsers(name) } catch { throw value.wrong(error) }
      if parsers[parser.name] != nil { throw .duplicate(file: value.file, line: value.line, key: value.key) }
      parsers[parser.name] = try ConfiguredParser(value)
    }
    return parsers
  }
}
