import Basics
import Places
import Weather

/// What `weatherterm places` prints: the places that a text may mean.
struct PlaceList {
  /// The configuration's places, by their names.
  let places: [String: ConfiguredPlace]
  private let gazetteer = Gazetteer()

  /// A list over the configuration's places and the gazetteer.
  init(places: [String: ConfiguredPlace]) { self.places = places }

  /// The places of a name, the configuration's first, or the town nearest to coordinates; all of the configuration's where
  /// no name is given.
  func text(for words: String) throws(AreaError) -> String {
    if words.isEmpty {
      return places.sorted { $0.key < $1.key }.map { PlainText.of("\($0.key): \($0.value.summary)") + "\n" }.joined()
    }
    if let point = Coordinates(words) { return nearest(to: point) }
    let resolver = AreaResolver(places: places)
    let place = resolver.place(words).map { PlainText.of("\($0.key): \($0.value.summary)") }
    let configured = place.map { "\($0) (place of the configuration)\n" } ?? ""
    if place == nil, let reason = AreaError.fault(inCoordinates: words) { throw .noPoint(text: words, reason: reason) }
    let match = gazetteer.search(words)
    let towns: [Town]
    switch match {
    // The command lists what a forecast would only choose among.
    case .one, .several: towns = gazetteer.towns(named: words)
    case .alsoCalled, .code, .none: towns = []
    }
    if configured.isEmpty, towns.isEmpty || AreaError.isPersonal(words),
      let error = AreaError(match, word: words, parser: nil, places: places.keys.sorted())
    {
      throw error
    }
    return configured + TownTable.lines(towns, named: words).map { $0 + "\n" }.joined()
  }

  private func nearest(to point: Coordinates) -> String {
    let rows = gazetteer.nearest(to: point, count: 1).map { found in
      [
        found.town.fullName, "\(Self.text(found.kilometers)) km", found.town.coordinates.text, found.town.timeZone,
        "-a \"\(gazetteer.spelling(of: found.town))\"",
      ]
    }
    return TextTable.text([["NEAREST TOWN", "DISTANCE", "COORDINATES", "TIME ZONE", "TYPE"]] + rows)
  }

  /// Kilometres as people say them: below ten with one decimal.
  static func text(_ kilometers: Double) -> String {
    kilometers < 10 ? String((kilometers * 10).rounded() / 10) : String(Int(kilometers.rounded()))
  }
}

extension ConfiguredPlace {
  /// What the configuration says of the place.
  fileprivate var summary: String {
    ([area, coordinates].compactMap { $0 } + areas.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" })
      .joined(separator: ", ")
  }
}
