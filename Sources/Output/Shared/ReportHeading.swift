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

  /// The title up to its first comma, for where there is little room.
  var shortTitle: String { title.split(separator: ",").first.map(String.init) ?? title }

  /// The unit of the report's temperatures with its sign (`°C`); nil where no temperature is known.
  var temperatureUnit: String? { units.temperature.map { "°\($0.rawValue)" } }

  /// What a table and a chart begin with, none of the lines longer than the terminal: the place, the unit of its
  /// temperatures, and how old an outdated answer is; then, where there is no forecast, why.
  func heading(_ options: RenderingOptions, _ style: ANSIStyle) -> [String] {
    let unit = units.temperature.map { " \(options.isUnicode ? "°" : "")\($0.rawValue)" } ?? ""
    let mark = source.staleMark.map { " \($0)" } ?? ""
    let width = options.width ?? .max
    // Where there is no room for all, the place needs a few letters and old weather its mark.
    let isTight = DisplayWidth.of(unit) + DisplayWidth.of(mark) + 6 > width
    let rest = isTight ? [mark] : [unit, mark]
    let room = max(1, width - rest.reduce(0) { $0 + DisplayWidth.of($1) })
    let name = DisplayWidth.cut(options.plain(title), to: room, isUnicode: options.isUnicode)
    let reason = failure.map { DisplayWidth.wrapped(options.plain("No forecast: \($0.message)"), to: width) } ?? []
    return [style.bold(name) + rest.map { style.dim($0) }.joined()] + reason
  }
}
