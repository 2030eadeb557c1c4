import Foundation
import Scraping
import Weather

/// A configured place.
struct ConfiguredPlace: Hashable, Sendable {
  /// The area for any parser, and areas for single parsers by registered name.
  var area: String?
  var areas: [String: String] = [:]
  /// Latitude and longitude, for parsers that accept them and have no area of their own here.
  var coordinates: String?
  /// The IANA time zone.
  var timeZone: String?
}

extension ConfiguredPlace {
  /// An area, or a map of the place's properties.
  init(_ node: YAMLNode, _ parsers: ParserList) throws(ConfigurationError) {
    guard node.entries != nil else {
      area = try node.word()
      return
    }
    for (name, value) in try node.map(nil) {
      switch name {
      case "coordinates":
        coordinates = try value.word()
        if coordinates.flatMap({ Coordinates($0) }) == nil { throw value.wrong(.badCoordinates) }
      case "timeZone":
        let text = try value.word()
        guard TimeZone(identifier: text) != nil else { throw value.wrong(.unknownTimeZone(text)) }
        timeZone = text
      default:
        guard let parser = try? parsers(name) else {
          throw value.unknownKey(["coordinates", "timeZone"] + parsers.names, in: node)
        }
        if areas[parser.name] != nil { throw value.duplicate }
        areas[parser.name] = try value.word()
      }
    }
    if areas.isEmpty, coordinates == nil { throw node.wrong(.emptyPlace) }
  }
}
