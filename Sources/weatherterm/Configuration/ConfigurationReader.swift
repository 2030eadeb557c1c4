import Foundation
import Scraping
import Weather

extension Configuration {
  /// The configuration of a file's text; throws for the first key or value that is wrong.
  init(yaml text: String, file: String) throws(ConfigurationError) {
    guard let root = try ConfigurationNode.root(text, file: file) else { return }
    for (name, value) in try root.map(Self.keys) {
      switch name {
      case "parser": parser = try value.choice(Choice.parsers)
      case "area": area = try value.text()
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

  private static func units(_ node: ConfigurationNode) throws(ConfigurationError) -> UnitSystem {
    var units = UnitSystem()
    for (name, value) in try node.map(Choice<Quantity>("quantity").names) {
      let text = try value.text()
      do throws(UnknownName) {
        try units.set(Choice<Quantity>("quantity")(name), to: text)
      } catch {
        throw value.wrong(error)
      }
    }
    return units
  }

  /// A list, or `none` or `all`.
  private static func fields(_ node: ConfigurationNode) throws(ConfigurationError) -> [ReportField] {
    let texts = node.isList ? try node.list() : [try node.text()]
    do throws(UnknownName) { return try Choice.fields.list(texts) } catch { throw node.wrong(error) }
  }

  private static func weekend(_ node: ConfigurationNode) throws(ConfigurationError) -> Set<Weekday> {
    let names = try node.list()
    if names.isEmpty { throw node.wrong("name one day at least") }
    var days: Set<Weekday> = []
    for name in names {
      guard let day = Weekday(name) else {
        throw node.wrong(UnknownName(what: "weekday", text: name, known: Weekday.allCases.map { $0.rawValue }))
      }
      days.insert(day)
    }
    return days
  }

  private static func parsers(_ node: ConfigurationNode) throws(ConfigurationError) -> [String: ConfiguredParser] {
    var parsers: [String: ConfiguredParser] = [:]
    for (name, value) in try node.map(nil) {
      let parser: any ForecastParser.Type
      do throws(UnknownName) { parser = try Choice.parsers(name) } catch { throw value.wrong(error) }
      if parsers[parser.name] != nil { throw .duplicate(file: value.file, line: value.line, key: value.key) }
      parsers[parser.name] = try ConfiguredParser(value)
    }
    return parsers
  }
}

extension ConfiguredPlace {
  /// An area, or a map of what is known of the place.
  fileprivate init(_ node: ConfigurationNode) throws(ConfigurationError) {
    guard node.isMap else {
      area = try node.text()
      return
    }
    for (name, value) in try node.map(nil) {
      switch name {
      case "coordinates":
        let text = try value.text()
        guard Coordinates(text) != nil else {
          throw value.wrong("write it as latitude,longitude, such as \"59.33,18.07\"")
        }
        coordinates = text
      case "timeZone":
        let text = try value.text()
        guard TimeZone(identifier: text) != nil else {
          throw value.wrong("there is no time zone \(text), write it such as Europe/Stockholm")
        }
        timeZone = text
      default:
        guard let parser = try? Choice.parsers(name) else {
          throw .unknownKey(
            file: value.file, line: value.line, key: value.key,
            known: (["coordinates", "timeZone"] + Choice.parsers.names).map { "\(node.key).\($0)" })
        }
        if areas[parser.name] != nil { throw .duplicate(file: value.file, line: value.line, key: value.key) }
        areas[parser.name] = try value.text()
      }
    }
    if areas.isEmpty, coordinates == nil { throw node.wrong("give it an area for a parser, or coordinates") }
  }
}

extension ConfiguredHTTP {
  fileprivate init(_ node: ConfigurationNode) throws(ConfigurationError) {
    let keys = ["timeout", "connect_timeout", "max_body", "user_agent", "contact", "ca_file", "per_host"]
    for (name, value) in try node.map(keys) {
      switch name {
      case "timeout": timeout = try value.duration(least: .milliseconds(1))
      case "connect_timeout": connectTimeout = try value.duration(least: .milliseconds(1))
      case "max_body": maxBody = try value.size()
      case "user_agent": userAgent = try value.headerText()
      case "contact": contact = try value.headerText()
      case "ca_file": caFile = try value.text()
      default:
        guard let count = Int(try value.text()), (1...64).contains(count) else {
          throw value.wrong("give it a whole number from 1 to 64")
        }
        perHost = count
      }
    }
  }
}

extension ConfiguredParser {
  fileprivate init(_ node: ConfigurationNode) throws(ConfigurationError) {
    for (name, value) in try node.map(["base_url", "pause", "max_age"]) {
      switch name {
      case "base_url":
        guard let address = BaseAddress(try value.text()) else {
          throw value.wrong("give it an http or https address, such as http://127.0.0.1:8080")
        }
        baseAddress = address
      case "pause": pause = try value.duration(least: .zero)
      default: maxAge = try value.duration(least: .zero)
      }
    }
  }
}
