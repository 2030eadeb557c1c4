internal import Basics
internal import Markup
internal import Scraping
internal import Weather

/// The Swedish Meteorological and Hydrological Institute's point forecast for the Nordic countries (SNOW1gv1).
///
/// One answer holds instants, hourly at first and up to twelve hours apart at the end, with the rain since
/// `intervalParametersStartTime`. It knows neither days nor time zones: both come from the gazetteer's nearest town.
struct SMHIParser: ForecastParser {
  var facts: SiteFacts { Self.facts }

  static let facts = SiteFacts(
    title: "SMHI",
    homePage: "https://www.smhi.se",
    hosts: ["opendata-download-metfcst.smhi.se"],
    areaForms: [.coordinates],
    areaHelp: "Give latitude and longitude in degrees; a map in the browser shows them.",
    coverage: "Sweden, Norway, Denmark, Finland, the Baltic states and the seas around them",
    countries: ["SE", "NO", "DK", "FI", "AX", "EE", "LV", "LT"],
    // Wider than the model's area, whose edges do not follow the meridians.
    territory: Territory([Territory.Box(52...62, -4...40), Territory.Box(62...72, -10...40)]),
    attribution: "Data from SMHI, CC BY 4.0",
    terms: "CC BY 4.0.",
    gridKilometers: 2.5,
    days: 10,
    needsTowns: true,
    makesDaysOfHours: true)

  func forecast(for query: ForecastQuery, load: PageLoader) async throws -> Forecast {
    guard let point = query.coordinates else {
      throw ScrapingError.unknownArea(site: Self.facts.title, area: query.area, url: Self.facts.homePage)
    }
    let place = "lon/\(Coordinates.text(point.longitude))/lat/\(Coordinates.text(point.latitude))"
    let service = "https://opendata-download-metfcst.smhi.se/api/category/snow1g/version/1/geotype/point"
    return try Self.read(try await load(PageRequest("\(service)/\(place)/data.json")), query)
  }

  /// What an answer says, as a pure function.
  static func read(_ page: Page, _ query: ForecastQuery) throws(ScrapingError) -> Forecast {
    let site = facts.title
    if page.status == 404 { throw .outsideCoverage(site: site, area: query.area, coverage: facts.coverage) }
    let json = try page.checked(site: site, area: nil).json(site: site)
    let zone = query.placeTimeZone.flatMap { page.fetched.at(timeZone: $0) == nil ? nil : $0 }
    var days = HoursIntoDays()
    for step in json["timeSeries"]?.elements ?? [] {
      func time(_ name: String) -> LocalTime? {
        guard let utc = step[name]?.string.flatMap({ LocalTime($0) }) else { return nil }
        return zone.flatMap { utc.at(timeZone: $0) } ?? utc.at(offset: 0)
      }
      guard let end = time("time"), let data = step["data"] else {
        throw .missingField(site: site, field: "time or data of a step", tried: ["timeSeries"], url: page.url)
      }
      // Some answers let the interval begin where it ends; then it goes back to the step before.
      let start = time("intervalParametersStartTime").flatMap { $0 < end ? $0 : nil } ?? days.hours.last?.time
      var hour = hour(data, at: end)
      if let code = cell(data, "symbol_code")?.code, let words = SmhiSymbol.words(code) {
        hour.description = words
        days.words.append(Spell(words, from: end, to: end))
      }
      if let start {
        let rain = cell(data, "precipitation_amount_mean")?.precipitation(label: "mm")
        days.rain.append(Spell(rain, from: start, to: end))
        // The rain of a step is told at its end, and a row is named after its beginning.
        if days.hours.last?.time == start {
          days.setRain(ofLastHour: rain, chance: cell(data, "probability_of_precipitation")?.percentage)
        }
      }
      try days.add(hour, site: site, url: page.url)
    }
    guard days.hours.contains(where: { $0.temperature != nil }) else {
      throw .missingField(
        site: site, field: "air temperature", tried: ["timeSeries[].data.air_temperature"], url: page.url)
    }
    var forecast = Forecast()
    forecast.url = page.url
    forecast.answeredPoints = GeoJSONPoint.coordinates(json).map { [$0] } ?? []
    forecast.place.timeZone = zone
    forecast.place.latitude = query.coordinates?.latitude
    forecast.place.longitude = query.coordinates?.longitude
    let created = ["createdTime", "referenceTime"].compactMap { json[$0]?.string.flatMap { LocalTime($0) } }.max()
    forecast.noteIssue(created, days.hours.first?.time)
    forecast.hours = days.hours
    if query.kind == .hourly { return forecast }
    guard zone != nil else { throw .noTimeZone(site: site, area: query.area) }
    if query.kind == .today { forecast.current = CurrentConditions(of: days.hours, at: page.fetched) }
    days.earlier = query.earlierHours
    forecast.days = days.days
    return forecast
  }

  /// A step's instant, in the units that the service's list of parameters states and its answers leave out
  /// (`/api/category/snow1g/version/1/parameter.json`).
  private static func hour(_ data: JSON, at time: LocalTime) -> HourForecast {
    var hour = HourForecast(time: time)
    hour.temperature = cell(data, "air_temperature")?.temperature(label: "°C")
    hour.wind = Wind(
      speed: cell(data, "wind_speed")?.speed(label: "m/s"),
      gust: cell(data, "wind_speed_of_gust")?.gust(label: "m/s"),
      degrees: cell(data, "wind_from_direction")?.degrees)
    hour.humidity = cell(data, "relative_humidity")?.percentage
    hour.pressure = cell(data, "air_pressure_at_mean_sea_level")?.pressure(label: "hPa")
    hour.visibility = cell(data, "visibility_in_air")?.distance(label: "km")
    // Eighths of the sky; nine of them are a sky that cannot be seen.
    hour.cloudCover = cell(data, "cloud_area_fraction")?.plainNumber.flatMap { $0 <= 8 ? $0 * 12.5 : nil }
    return hour
  }

  /// A value of a step; 9999 stands for a missing one.
  private static func cell(_ data: JSON, _ field: String) -> Cell? {
    Cell(data[field]).flatMap { $0.plainNumber == 9999 ? nil : $0 }
  }
}
