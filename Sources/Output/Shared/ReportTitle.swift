import Basics
import Weather

extension Report {
  /// The place's name as the source has it, with the town that the gazetteer found where the name does not contain it; what
  /// the user typed where neither is known.
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

  /// Why there is no forecast; nil where there is one.
  var noForecast: String? { failure.map { "No forecast: \($0.message)" } }

  /// When the source was asked, `Saturday, November 14, 07:32`.
  func fetched(_ text: ValueText) -> String {
    "\(text.locale.fullDate(source.fetched.day)), \(text.clock(source.fetched))"
  }

  /// The attribution that the source asks for, else its name.
  var credit: String { source.attribution.isEmpty ? source.name : source.attribution }

  /// ` (2 h old)` for an outdated answer, else empty.
  var staleMark: String { source.staleMark.map { " \($0)" } ?? "" }
}
