import Basics
import Output
import Scraping
import Weather
import Web

/// The configuration file's contents; missing settings are nil or empty. ``Plan`` merges it with the command line.
struct Configuration: Sendable {
  /// The file's path.
  var file = "~/.config/weatherterm/config.yaml"
  /// True if the file exists.
  var exists = false
  /// The parsers in the order in which they are tried.
  var chain: [any ForecastParser] = []
  /// The area, or the name of a place.
  var area: String?
  var forecast: ForecastKind?
  /// Units for all quantities; ``units`` has precedence.
  var unit: UnitSystem?
  var units = UnitSystem()
  var output: (any Renderer.Type)?
  var fields: [FieldGroup]?
  /// The code of the language of the forms for people.
  var language: String?
  var weekend: Set<Weekday> = [.friday, .saturday, .sunday]
  /// Places by name.
  var places: [String: ConfiguredPlace] = [:]
  /// How pages are fetched.
  var http = TransferOptions(userAgent: "weatherterm/\(Version.number)")
  /// The user's contact address, for sites that require one.
  var contact: String?
  /// Settings of single parsers, by registered name.
  var parsers: [String: ConfiguredParser] = [:]
}

extension Configuration {
  /// Loads the file named by `--config`, else the one at the default location if it exists.
  ///
  /// - Parameter known: the parsers that may be named; nil to include those in the user's folders.
  static func load(
    _ named: String?, environment: [String: String], _ known: ParserList? = nil
  ) throws(ConfigurationError) -> Configuration {
    guard let file = ConfigurationFile(named: named, environment: environment) else { return Configuration() }
    guard let text = try file.text() else { return Configuration(file: file.path) }
    return try Configuration(yaml: text, file: file.path, known ?? ParserList(environment: environment))
  }

  /// Parses a configuration; throws for the first invalid key or value.
  init(yaml text: String, file: String, _ known: ParserList = .builtIn) throws(ConfigurationError) {
    self.file = file
    exists = true
    guard let root = try YAMLNode.configuration(text, file: file) else { return }
    let keys = [
      "parser", "area", "forecast", "unit", "units", "output", "fields", "lang", "weekend", "places", "http", "parsers",
    ]
    for (name, value) in try root.map(keys) {
      switch name {
      case "parser": chain = try Self.chain(value, known)
      case "area": area = try value.word()
      case "forecast": forecast = try value.choice(Choice("forecast"))
      case "unit": unit = try value.choice(Choices.unitSystems)
      case "units": units = try Self.units(value)
      case "output": output = try value.choice(Choices.outputs)
      case "fields": fields = try Self.fields(value)
      case "lang": language = try Self.language(value)
      case "weekend": weekend = try Self.weekend(value)
      case "places": for (place, value) in try value.map(nil) { places[place] = try ConfiguredPlace(value, known) }
      case "http": try readHTTP(value)
      default:
        for (name, value) in try value.map(nil) {
          let parser = try value.parser(name, of: known)
          if parsers[parser.name] != nil { throw value.duplicate }
          parsers[parser.name] = try ConfiguredParser(value)
        }
      }
    }
  }

  private mutating func readHTTP(_ node: YAMLNode) throws(ConfigurationError) {
    let keys = ["timeout", "connect_timeout", "max_body", "user_agent", "contact", "ca_file", "per_host"]
    var userAgent: String?
    for (name, value) in try node.map(keys) {
      switch name {
      case "timeout": http.timeout = try value.duration(least: .milliseconds(1))
      case "connect_timeout": http.connectTimeout = try value.duration(least: .milliseconds(1))
      case "max_body": http.maxBody = try value.size()
      case "user_agent": userAgent = try value.headerText()
      case "contact": contact = try value.headerText()
      case "ca_file": http.caFile = try value.word()
      default:
        guard let count = Int(try value.word()), (1...64).contains(count) else { throw value.wrong(.badCount) }
        http.perHost = count
      }
    }
    http.userAgent = userAgent ?? contact.map { "\(http.userAgent) (\($0))" } ?? http.userAgent
  }

  /// A parser's name, or several in a list or separated by commas.
  private static func chain(_ node: YAMLNode, _ known: ParserList) throws(ConfigurationError) -> [any ForecastParser] {
    let texts = node.items != nil ? try node.words() : try node.word().split(separator: ",").map { String($0) }
    var chain: [any ForecastParser] = []
    for text in texts {
      let parser = try node.parser(text.trimmingSpaces, of: known)
      if chain.contains(where: { $0.name == parser.name }) { throw node.wrong(.repeatedParser(parser.name)) }
      chain.append(parser)
    }
    if chain.isEmpty { throw node.wrong(.noParser) }
    return chain
  }

  private static func units(_ node: YAMLNode) throws(ConfigurationError) -> UnitSystem {
    var units = UnitSystem()
    for (name, value) in try node.map(Choices.quantities.names) {
      let text = try value.word()
      do throws(UnknownName) { try units.set(Choices.quantities(name), to: text) } catch {
        throw value.wrong(.unknownName(error))
      }
    }
    return units
  }

  /// A list, or `none` or `all`.
  private static func fields(_ node: YAMLNode) throws(ConfigurationError) -> [FieldGroup] {
    let texts = node.items != nil ? try node.words() : [try node.word()]
    do throws(FieldListError) { return try Choices.fieldList(texts) } catch { throw node.wrong(.badFields(error)) }
  }

  private static func language(_ node: YAMLNode) throws(ConfigurationError) -> String {
    let text = try node.word()
    do throws(UnknownName) { return try Choices.language(text) } catch { throw node.wrong(.unknownName(error)) }
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
