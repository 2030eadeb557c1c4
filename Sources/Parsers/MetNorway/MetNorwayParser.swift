internal import Basics
internal import Markup
internal import Scraping
internal import Weather

/// The Norwegian Meteorological Institute's forecast for any point of the world (api.met.no, Locationforecast 2.0).
///
/// One answer holds instants, hourly for about two and a half days and then every six hours, and at each of them what the
/// next 1, 6 and 12 hours bring. It knows neither days nor time zones: both come from the gazetteer's nearest town.
///
/// The service also asks programs to send `If-Modified-Since` and to heed `Expires`, which is the cache's to do.
struct MetNorwayParser: ForecastParser {
  var facts: SiteFacts { Self.facts }

  static let facts = SiteFacts(
    title: "MET Norway",
    homePage: "https://api.met.no",
    hosts: ["api.met.no"],
    areaForms: [.coordinates],
    areaHelp: "Give latitude and longitude in degrees; a map in the browser shows them.",
    coverage: "the world",
    attribution: "Data from MET Norway, CC BY 4.0",
    terms: "CC BY 4.0 or NLOD 2.0; every program names a contact (http.contact in the configuration).",
    // The global model's; its answers repeat the point that was asked for.
    gridKilometers: 9,
    days: 10,
    needsContact: true,
    needsTowns: true,
    makesDaysOfHours: true)

  func forecast(for query: ForecastQuery, load: PageLoader) async throws -> Forecast {
    guard let point = query.coordinates else {
      throw ScrapingError.unknownArea(site: Self.facts.title, area: query.area, url: Self.facts.homePage)
    }
    let place = "lat=\(Coordinates.text(point.latitude))&lon=\(Coordinates.text(point.longitude))"
    let page = try await load(PageRequest("https://api.met.no/weatherapi/locationforecast/2.0/complete?\(place)"))
    return try Self.read(page, query)
  }

  /// What an answer says, as a pure function.
  static func read(_ page: Page, _ query: ForecastQuery) throws(ScrapingError) -> Forecast {
    let site = facts.title
    if page.status == 403 {
      throw .rejected(
        site: site, status: 403, reason: "it wants to know whom to write to, as http.contact in the configuration says",
        url: page.url)
    }
    let json = try page.checked(site: site, area: nil).json(site: site)
    let properties = json["properties"]
    let zone = query.placeTimeZone.flatMap { page.fetched.at(timeZone: $0) == nil ? nil : $0 }
    var series = MetNorwaySeries(units: properties?.at("meta", "units"))
    for step in properties?["timeseries"]?.elements ?? [] {
      guard let utc = step["time"]?.string.flatMap({ LocalTime($0) }), let data = step["data"] else {
        throw .missingField(site: site, field: "time or data of a step", tried: ["timeseries"], url: page.url)
      }
      try series.add(data, at: zone.flatMap { utc.at(timeZone: $0) } ?? utc.at(offset: 0), of: page)
    }
    series.finish()
    guard series.days.hours.contains(where: { $0.temperature != nil }) else {
      throw .missingField(
        site: site, field: "air temperature", tried: ["timeseries[].data.instant.details.air_temperature"],
        url: page.url)
    }
    var forecast = Forecast()
    forecast.url = page.url
    forecast.answeredPoints = GeoJSONPoint.coordinates(json).map { [$0] } ?? []
    forecast.place.timeZone = zone
    forecast.place.latitude = query.coordinates?.latitude
    forecast.place.longitude = query.coordinates?.longitude
    if page.status == 203 {
      forecast.notes = ["\(site) will switch this version of its forecast off; look for a newer weatherterm"]
    }
    let updated = properties?.at("meta", "updated_at")?.string.flatMap { LocalTime($0) }
    // A series begins at the hour in which it was made.
    forecast.noteIssue(updated, series.days.hours.first?.time)
    forecast.hours = series.days.hours
    if query.kind == .hourly { return forecast }
    guard zone != nil else { throw .noTimeZone(site: site, area: query.area) }
    if query.kind == .today { forecast.current = CurrentConditions(of: series.days.hours, at: page.fetched) }
    series.days.earlier = query.earlierHours
    forecast.days = series.days.days
    return forecast
  }
}
