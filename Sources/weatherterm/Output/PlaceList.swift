import Places
import Weather

/// What `weatherterm places` prints: the places that a text may mean.
struct PlaceList {
  /// The configuration's places, by their names.
  let places: [String: ConfiguredPlace]
  private let gazetteer = Gazetteer()

  /// A list over the configuration's places and the gazetteer.
  init(places: [String: ConfiguredPlace]) { self.places = places }

  /// The places of a name, the configuration's first, or the town nearest to coordinates.
  func text(for words: String) throws(AreaError) -> String {
    if let point = Coordinates(words) { return nearest(to: point) }
    let resolver = AreaResolver(places: places)
    let place = resolver.place(words).map { PlainText.of("\($0.key): \($0.value.summary)") }
    let configured = place.map { "\($0) (place of the configuration)\n" } ?? ""
    if place == nil, let reason = AreaError.fault(inCoordinates: words) { throw .noPoint(text: words, reason: reason) }
    let towns: [Town]
    switch gazetteer.search(words) {
    case .one(let town): towns = [town]
    case .several(let candidates): towns = candidates
    case .none(let nearest):
      guard !configured.isEmpty else {
        throw .unknown(area: words, parser: nil, places: places.keys.sorted(), nearest: nearest)
      }
      towns = []
    }
    return configured + TownTable.lines(towns, gazetteer).map { $0 + "\n" }.joined()
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
