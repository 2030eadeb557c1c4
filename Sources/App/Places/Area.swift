import Places
import Weather

/// A parser's area for a place.
struct Area: Hashable, Sendable {
  /// The area, in one of the parser's forms.
  var text: String
  var timeZone: String?
  /// The town that was named; nil if the text was not a town's name.
  var town: Town?
  /// The town, or the one nearest to the area's coordinates, and those near it; empty unless the parser needs them.
  var towns: [Town] = []
  /// Notes to the user about how the place was resolved.
  var notes: [Note] = []

  /// A note if the site's place is far from the town that was named; nil if it is near or unknown.
  func placeMismatchNote(for place: Place) -> Note? {
    guard let town, let name = place.name else { return nil }
    var points: [Coordinates] = []
    if let latitude = place.latitude, let longitude = place.longitude,
      let point = Coordinates(latitude: latitude, longitude: longitude)
    {
      points = [point]
    } else {
      // `Denton, TX (76205)`
      let bare = String(name.prefix { $0 != "(" })
      let gazetteer = Gazetteer()
      switch gazetteer.search(bare) {
      case .one, .several: points = gazetteer.towns(named: bare).map(\.coordinates)
      case .alsoCalled, .code, .none: break
      }
    }
    // Sites may give a station, a district or the county seat instead of the town.
    let isFar = points.allSatisfy { $0.kilometers(to: town.coordinates) > 100 }
    return isFar && !points.isEmpty ? .otherPlace(name: name, town: town) : nil
  }

  /// Fills in properties of the place that the site does not give.
  func completed(_ place: Place) -> Place {
    var place = place
    place.timeZone = place.timeZone ?? timeZone
    guard let town else { return place }
    place.name = place.name ?? town.fullName
    if place.latitude == nil || place.longitude == nil {
      place.latitude = town.coordinates.latitude
      place.longitude = town.coordinates.longitude
    }
    return place
  }
}

/// A note to the user about a forecast.
enum Note: Hashable, Sendable {
  /// A town was resolved from its name.
  case town(Town)
  /// The nearest town is used for coordinates.
  case nearestTown(Town, kilometers: Double, of: Coordinates)
  /// The time zone is that of a distant town.
  case borrowedTimeZone(of: Town, kilometers: Double, place: String)
  /// The site's place is not the town that was named.
  case otherPlace(name: String, town: Town)
  /// A parser gave no forecast, or was not asked; with the parser whose forecast is shown instead.
  case noForecast(parser: String, wasAsked: Bool, next: String?, reason: String)
  /// An older answer is shown; with its age in seconds, and parser and reason if no other note has them.
  case olderAnswer(age: Int, parser: String?, reason: String?)
  /// A user's site file replaces a built-in parser.
  case standsIn(parser: String, file: String)
  /// A message from another module.
  case text(String)
}
