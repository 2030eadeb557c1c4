import Basics
import Weather

extension Report {
  /// The place's name from the source, with the gazetteer's town if the name does not contain it; without either, the
  /// query.
  var title: String {
    guard let town else { return place.name ?? query }
    guard let name = place.name else { return town }
    func folded(_ text: some StringProtocol) -> String { AsciiText.of(String(text)).lowercased() }
    return folded(name).contains(folded(town.prefix { $0 != "," })) ? name : "\(town) (\(name))"
  }

  /// The title up to its first comma, for limited space; coordinates keep their comma.
  var shortTitle: String {
    town == nil && place.name == nil ? query : title.split(separator: ",").first.map(String.init) ?? title
  }

  /// The report's temperature unit (`°C`); nil if no temperature is known.
  var temperatureUnit: String? { units[.temperature].map { "°\($0.rawValue)" } }

  /// When the source was asked: `Saturday, November 14, 07:32`.
  func fetched(_ text: ValueText) -> String {
    "\(text.locale.fullDate(source.fetched.day)), \(text.clock(source.fetched))"
  }

  /// The required attribution, else the source's name.
  var credit: String { source.attribution.isEmpty ? source.name : source.attribution }

  /// ` (2 h old)` for a stale answer, else empty.
  var staleMark: String { source.staleMark.map { " \($0)" } ?? "" }
}
