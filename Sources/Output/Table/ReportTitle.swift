import Weather

extension Report {
  /// The place as people are told of it: as the source names it, and the town that was taken for what the user typed where
  /// the source's name does not hold it; what was typed where neither is known.
  var title: String {
    guard let town else { return place.name ?? query }
    guard let name = place.name else { return town }
    let short = town.prefix { $0 != "," }
    return Self.folded(name).contains(Self.folded(String(short))) ? name : "\(town) (\(name))"
  }

  /// The title up to its first comma, for where there is little room.
  var shortTitle: String { title.split(separator: ",").first.map(String.init) ?? title }

  /// The unit of the report's temperatures with its sign (`°C`); nil where no temperature is known.
  var temperatureUnit: String? { units.temperature.map { "°\($0.rawValue)" } }

  private static func folded(_ text: String) -> String { AsciiText.of(text).lowercased() }
}
