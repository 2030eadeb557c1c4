internal import Markup
internal import Scraping
internal import Weather

/// The page's place according to its embedded state.
struct WeatherComPlace {
  /// Its displayed name, coordinates and time zone.
  var place = Place()
  /// The city's name alone.
  var city: String?
  /// Its ids in lower case.
  private var ids: [String] = []

  /// The location with the id in the page's address, else the one shown in the heading, else the only one in the state.
  init?(state: JSON, dal: JSON, shown: String?) {
    var locations: [(key: String, location: JSON)] = []
    for store in dal.members where store.key == "Location" || store.key.hasPrefix("getSunV3LocationPoint") {
      for bucket in store.value.members where bucket.value["loaded"]?.bool != false {
        if let location = bucket.value.at("data", "location") { locations.append((bucket.key, location)) }
      }
    }
    let path = state.at("page", "path")?.string?.split(separator: "?").first?.split(separator: "/").last.map(
      String.init)
    let id = (state.at("page", "params", "locId")?.string ?? state.at("pageLocation", "locId")?.string ?? path)?
      .lowercased()
    let heading = shown?.split(separator: ",").first.map(String.init)
    if let id, let own = locations.first(where: { Self.isNamed($0.key, $0.location, id) }) {
      self.init(own.location, id: id)
    } else if let id, let point = Coordinates(id) {
      // The location that the service found for the point has its name and zone.
      let near = locations.first { Self.point($0.location).map { point.kilometers(to: $0) < 25 } ?? false }
      self.init(near?.location, id: id)
      place.latitude = point.latitude
      place.longitude = point.longitude
    } else if let heading, let named = locations.first(where: { $0.location["city"]?.string == heading }) {
      self.init(named.location, id: nil)
    } else if let first = locations.first,
      locations.allSatisfy({ Self.point($0.location) == Self.point(first.location) })
    {
      self.init(first.location, id: id)
    } else {
      return nil
    }
  }

  private init(_ location: JSON?, id: String?) {
    let point = location.flatMap(Self.point)
    place.latitude = point?.latitude
    place.longitude = point?.longitude
    place.timeZone = location?["ianaTimeZone"]?.string
    // Suburbs and zip codes have a display name instead of a city.
    city = location?["city"]?.string ?? location?["displayName"]?.string
    // The site names US towns with their state's abbreviation, all others with region and country.
    let isAmerican = location?["countryCode"]?.string == "US" && location?["adminDistrictCode"]?.string != nil
    let rest = isAmerican ? ["adminDistrictCode"] : ["adminDistrict", "country"]
    place.name = ([city] + rest.map { location?[$0]?.string }).compactMap { $0 }.filter { !$0.isEmpty }
      .joined(separator: ", ")
    if place.name == "" { place.name = nil }
    ids = [id, location?["placeId"]?.string, location?["locId"]?.string].compactMap { $0?.lowercased() }
  }

  /// True if a bucket's key refers to this place: by id, or by coordinates, which keys round to two decimals.
  func holds(bucket key: String) -> Bool {
    if let mark = Self.mark(in: key) {
      guard let latitude = place.latitude, let longitude = place.longitude else { return false }
      return abs(mark.latitude - latitude) < 0.011 && abs(mark.longitude - longitude) < 0.011
    }
    let key = key.lowercased()
    return ids.contains { key.contains($0) }
  }

  /// The coordinates in a bucket's key.
  static func mark(in key: String) -> Coordinates? {
    guard let found = ByteSearch.firstRange(of: "geocode", in: Array(key.utf8)) else { return nil }
    // `geocode:52.38,4.90`; the separator after the name varies.
    let rest = String(decoding: key.utf8.dropFirst(found.upperBound + 1), as: UTF8.self)
    return Coordinates(rest.prefix { $0.isNumber || $0 == "." || $0 == "," || $0 == "-" })
  }

  private static func point(_ location: JSON) -> Coordinates? {
    guard let latitude = Cell(location["latitude"])?.plainNumber,
      let longitude = Cell(location["longitude"])?.plainNumber
    else { return nil }
    return Coordinates(latitude: latitude, longitude: longitude)
  }

  private static func isNamed(_ key: String, _ location: JSON, _ id: String) -> Bool {
    // `SWXX2372` also matches `SWXX2372:1:SW`.
    let known = ["placeId", "locId", "postalKey"].compactMap { location[$0]?.string?.lowercased() }
    return known.contains { $0 == id || $0.hasPrefix(id + ":") || id.hasPrefix($0 + ":") }
      || (key.lowercased().contains(id) && !key.lowercased().contains("canonicalcityid:\(id)"))
  }
}
