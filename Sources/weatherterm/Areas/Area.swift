import Weather

/// What the user's word for a place means to a parser.
struct Area: Hashable, Sendable {
  /// The area, in one of the forms that the parser states.
  var text: String
  /// The time zone's IANA name, where it is known.
  var timeZone: String?
  /// The town that was named; nil where the word was no town's name.
  var town: Town?
  /// The town, or the nearest to the area's coordinates, and those near it; empty where the parser does not ask for them.
  var towns: [Town] = []
  /// What the user should know of how the word was understood.
  var notes: [String] = []

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
