import Scraping

/// The parsers that are asked if none is named: one for the world, the weather service of the place's own country if it
/// needs no setup, and another one for the world.
enum DefaultChain {
  private static let first = "OpenMeteo"
  private static let last = "WeatherCom"

  /// National services by country (ISO 3166-1 alpha-2). MET Norway is left out because it needs a contact.
  private static let national = [
    "AU": "BOM", "CA": "EnvironmentCanada", "IE": "MetEireann", "SE": "SMHI", "US": "WeatherGov", "PR": "WeatherGov",
    "VI": "WeatherGov", "GU": "WeatherGov", "AS": "WeatherGov", "MP": "WeatherGov",
  ]

  /// The parsers for every place, in order.
  static func parsers(of known: ParserList) -> [any ForecastParser] { [first, last].compactMap { try? known($0) } }

  /// The services of a country, which come second.
  static func parsers(of known: ParserList, in country: String) -> [any ForecastParser] {
    [national[country]].compactMap { $0.flatMap { try? known($0) } }
  }

  /// The order in words: `OpenMeteo, then the place's own country's service (BOM, …), then WeatherCom`.
  static var order: String {
    let services = Set(national.values).sorted().joined(separator: ", ")
    return "\(first), then the service of the place's own country (\(services)), then \(last)"
  }
}
