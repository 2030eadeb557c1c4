import Weather

extension Report {
  /// The place as people are told of it: as the source names it, and the town that was taken for what the user typed where
  /// the source's name does not hold it; what was typed where neither is known.
  var title: String {
    guard let town else { return place.name ?? query }
    guard let name = place.name else { return town }
    func folded(_ text: some StringProtocol) -> String { AsciiText.of(String(text)).lowercased() }
    return folded(name).contains(folded(town.prefix { $0 != "," })) ? name : "\(town) (\(name))"
  }

  /// The title up to its first comma, for where there is little room; coordinates have a comma of their own.
  var shortTitle: String {
    town == nil && place.name == nil ? query : title.split(separator: ",").first.map(String.init) ?? title
  }

  /// The unit of the report's temperatures with its sign (`°C`); nil where no temperature is known.
  var temperatureUnit: String? { units[.temperature].map { "°\($0.rawValue)" } }

  /// Whom to thank: what the source's terms ask to be said, else its name.
  var credit: String { source.attribution.isEmpty ? source.name : source.attribution }

  /// How old an answer is that should be newer, ` (2 h old)`; empty where it is not.
  var staleMark: String { source.staleMark.map { " \($0)" } ?? "" }
}
