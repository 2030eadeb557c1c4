import Places
import Weather

/// What a place, as the user wrote it, means to a parser.
struct Area: Hashable, Sendable {
  /// The area, in one of the forms that the parser states.
  var text: String
  var timeZone: String?
  /// The town that was named; nil where the word was no town's name.
  var town: Town?
  /// The town, or the nearest to the area's coordinates, and those near it; empty where the parser does not ask for them.
  var towns: [Town] = []
  /// What the user should know of how the place was understood.
  var notes: [Note] = []

  /// What to say of a place that a site names and that is another than the town that was named; nil where it is near, or
  /// where nobody knows.
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
    // Sites name a station, a district or the county's seat for a town.
    let isFar = points.allSatisfy { $0.kilometers(to: town.coordinates) > 100 }
    return isFar && !points.isEmpty ? .otherPlace(name: name, town: town) : nil
  }

  /// What is known of the place where the site does not say it.
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

/// What the user should know beside a forecast.
enum Note: Hashable, Sendable {
  /// The place was a town's name.
  case town(Town)
  /// The place was a point, and a town stands for it.
  case nearestTown(Town, kilometers: Double, of: Coordinates)
  /// The time zone is that of a town which is not near.
  case borrowedTimeZone(of: Town, kilometers: Double, place: String)
  /// The site names another place than the town that was named.
  case otherPlace(name: String, town: Town)
  /// A parser gave no forecast, or was not asked; the parser whose forecast is shown in its place.
  case noForecast(parser: String, wasAsked: Bool, next: String?, reason: String)
  /// An older answer is shown, its age in seconds; the parser and the reason where no other note names them.
  case olderAnswer(age: Int, parser: String?, reason: String?)
  /// A user's site file is read in place of a built-in parser.
  case standsIn(parser: String, file: String)
  /// A sentence of another room.
  case text(String)
}
