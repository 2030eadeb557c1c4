public import Markup
public import Weather

extension Coordinates {
  /// The point in `59.33,18.07`, in GeoRSS (`59.33 18.07`) or in `Portland OR 45.53°N 122.67°W (Elev. 200 ft)`; nil if
  /// there is none.
  init?(written text: String) {
    let words = text.prefix(500).split(whereSeparator: \.isWhitespace)
    if let point = Coordinates(text) ?? (words.count == 2 ? Coordinates(words.joined(separator: ",")) : nil) {
      self = point
      return
    }
    var degrees: [Character: Double] = [:]
    for word in text.prefix(500).split(whereSeparator: { $0.isWhitespace || $0 == "," }) where word.contains("°") {
      let parts = word.split(separator: "°", omittingEmptySubsequences: false)
      guard parts.count == 2, parts[1].count == 1, let letter = parts[1].first,
        let number = Cell.text(String(parts[0])).plainNumber
      else { continue }
      degrees[letter] = number
    }
    guard let latitude = degrees["N"] ?? degrees["S"].map({ -$0 }),
      let longitude = degrees["E"] ?? degrees["W"].map({ -$0 })
    else { return nil }
    self.init(latitude: latitude, eastward: longitude)
  }
}

/// The location of a GeoJSON feature (RFC 7946).
public enum GeoJSONPoint {
  /// The point of a feature or geometry, or the centre of a small polygon such as a grid cell; nil if there is neither.
  public static func coordinates(_ feature: JSON) -> Coordinates? {
    guard let coordinates = feature.at("geometry", "coordinates") ?? feature["coordinates"] else { return nil }
    if let point = position(coordinates) { return point }
    // Some services wrap a point in a list of its own; a polygon is a list of rings of positions.
    let corners = coordinates.elements.compactMap(position) + (coordinates[0]?.elements.compactMap(position) ?? [])
    return middle(of: corners)
  }

  /// A position: longitude, latitude, and optionally a height.
  private static func position(_ json: JSON) -> Coordinates? {
    guard let longitude = json[0]?.number, let latitude = json[1]?.number else { return nil }
    return Coordinates(latitude: latitude, eastward: longitude)
  }

  /// The centre of a small cell. Longitudes are taken relative to the first corner, because a cell may cross the 180th
  /// meridian.
  private static func middle(of corners: [Coordinates]) -> Coordinates? {
    guard let first = corners.first else { return nil }
    func eastOfFirst(_ corner: Coordinates) -> Double {
      let degrees = corner.longitude - first.longitude
      return degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees
    }
    let longitudes = corners.map(eastOfFirst)
    let latitudes = corners.map(\.latitude)
    guard let west = longitudes.min(), let east = longitudes.max(), let south = latitudes.min(),
      let north = latitudes.max()
    else { return nil }
    let longitude = first.longitude + (west + east) / 2
    return Coordinates(
      latitude: (south + north) / 2, eastward: longitude < -180 ? longitude + 360 : longitude)
  }
}
