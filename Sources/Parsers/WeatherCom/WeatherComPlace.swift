internal import Markup
internal import Scraping
internal import Weather

/// The place that a page is about, as its state tells it.
struct WeatherComPlace {
  /// Its name as the page shows it, its coordinates and its time zone.
  var place = Place()
  /// The city's name alone.
  var city: String?
  /// Its ids, in lower case.
  private var ids: [String] = []

  /// The location whose id is in the page's own address, else the one that the heading shows, else the only one that the
  /// state holds.
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
      // The location that the service found for the point carries its name and zone.
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
    // A suburb or a zip code has no city of its own, but a display name.
    city = location?["city"]?.string ?? location?["displayName"]?.string
    // The site names towns of the United States by their state's letters, all others by region and country.
    let isAmerican = location?["countryCode"]?.string == "US" && location?["adminDistrictCode"]?.string != nil
    let rest = isAmerican ? ["adminDistrictCode"] : ["adminDistrict", "country"]
    place.name = ([city] + rest.map { location?[$0]?.string }).compactMap { $0 }.filter { !$0.isEmpty }
      .joined(separator: ", ")
    if place.name == "" { place.name = nil }
    ids = [id, location?["placeId"]?.string, location?["locId"]?.string].compactMap { $0?.lowercased() }
  }

  /// Whether a bucket's key speaks of this place: by its id, or by coordinates within the two decimals that keys have.
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
    // `geocode:52.38,4.90`, with either separator behind the name.
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
    // `SWXX2372` names the location `SWXX2372:1:SW`, too.
    let known = ["placeId", "locId", "postalKey"].compactMap { location[$0]?.string?.lowercased() }
    return known.contains { $0 == id || $0.hasPrefix(id + ":") || id.hasPrefix($0 + ":") }
      || (key.lowercased().contains(id) && !key.lowercased().contains("canonicalcityid:\(id)"))
  }
}
