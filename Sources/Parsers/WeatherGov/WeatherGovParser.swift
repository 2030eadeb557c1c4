internal import Markup
internal import Scraping
internal import Weather

/// The interface of the US National Weather Service, api.weather.gov.
///
/// A point leads to the addresses of its forecast, its hours and its stations; only those that the question needs are asked.
struct WeatherGovParser: ForecastParser {
  static let facts = SiteFacts(
    title: "US National Weather Service (api.weather.gov)",
    homePage: "https://www.weather.gov",
    hosts: ["api.weather.gov"],
    areaForms: [.coordinates(like: "38.8894,-77.0352")],
    areaHelp: "Any point in the United States or its territories, as latitude and longitude.",
    coverage: "the United States and its territories",
    countries: ["US", "PR", "VI", "GU", "AS", "MP"],
    territory: .unitedStates,
    attribution: "US National Weather Service, weather.gov",
    terms: "Public domain; programs name themselves in their User-Agent.",
    days: 7)

  func forecast(for query: ForecastQuery, load: PageLoader) async throws -> Forecast {
    let site = Self.facts.title
    guard let point = query.coordinates else { throw outside(query) }
    let start = try await load(PageRequest("https://api.weather.gov/points/\(point.text)"))
    if start.status == 404 { throw outside(query) }
    let properties = try start.checked(site: site, area: nil).json(site: site)["properties"]
    guard let properties, !properties.members.isEmpty else {
      throw ScrapingError.unreadable(site: site, url: start.url, reason: "it has no properties")
    }
    let key = query.kind == .hourly ? "forecastHourly" : "forecast"
    // A point at sea has neither; where the key itself is missing the answer is not what it was.
    if properties[key]?.isNull == true { throw outside(query) }
    guard let url = WeatherGovLink.url(properties[key]) else {
      throw ScrapingError.missingField(site: site, field: "address of its forecast", tried: [key], url: start.url)
    }
    let page = try await load(PageRequest(url)).checked(site: site, area: nil)
    var forecast = Forecast()
    forecast.url = page.url
    forecast.lowFollowsHigh = true
    forecast.place = place(properties, point)
    try read(page, query.kind, into: &forecast)
    if query.kind == .today, let url = WeatherGovLink.url(properties["observationStations"]) {
      let observation = await WeatherGovObservation(stations: url, site: site, load)
      try Task.checkCancellation()
      forecast.current = observation?.conditions(zone: forecast.place.timeZone, like: forecast.days.first)
    }
    return forecast
  }

  /// The refusal of a point that the service has no forecast for.
  private func outside(_ query: ForecastQuery) -> ScrapingError {
    .outsideCoverage(site: Self.facts.title, area: query.area, coverage: Self.facts.coverage)
  }

  /// The place: the town nearby by its name, the point itself by its coordinates.
  private func place(_ properties: JSON, _ point: Coordinates) -> Place {
    var place = Place()
    let near = properties.at("relativeLocation", "properties")
    let parts = [near?["city"]?.string, near?["state"]?.string].compactMap { $0 }.filter { !$0.isEmpty }
    place.name = parts.isEmpty ? nil : parts.joined(separator: ", ")
    place.latitude = point.latitude
    place.longitude = point.longitude
    place.timeZone = properties["timeZone"]?.string
    return place
  }

  // MARK: - Periods

  /// Reads the periods of a page into days or hours.
  private func read(_ page: Page, _ kind: ForecastKind, into forecast: inout Forecast) throws(ScrapingError) {
    let site = Self.facts.title
    guard let periods = try page.json(site: site).at("properties", "periods"), periods.count > 0 else {
      throw .missingField(site: site, field: "periods", tried: ["properties.periods"], url: page.url)
    }
    let rows = periods.elements.map { (start: $0["startTime"]?.string.flatMap { LocalTime($0) }, json: $0) }
    guard let first = rows.compactMap(\.start).first else {
      throw .missingField(site: site, field: "start of a period", tried: ["startTime"], url: page.url)
    }
    // Without a zone the offset of the first period says which day it is there.
    if forecast.place.timeZone == nil { forecast.today = page.fetched.at(offset: first.offset).day }
    if kind == .hourly {
      forecast.hours = rows.compactMap { row in row.start.map { hour(row.json, $0) } }
    } else {
      forecast.days = HalfDays.days(rows.compactMap { row in row.start.flatMap { half(row.json, $0) } })
    }
  }

  /// A day or a night; nil for the rest of a night that belongs to the day before.
  private func half(_ json: JSON, _ start: LocalTime) -> HalfDay? {
    // A period without the mark is a day where it begins by day; names are holidays' and say nothing.
    let isNight = json["isDaytime"]?.bool.map { !$0 } ?? !(5..<18).contains(start.clock.hour)
    guard var half = HalfDay(start: start, isNight: isNight) else { return nil }
    half.temperature = temperature(json)
    half.description = Cell(json["shortForecast"])?.words
    half.precipitationChance = WeatherGovQuantity(json["probabilityOfPrecipitation"])?.percentage
    half.wind = wind(json)
    return half
  }

  /// An hour.
  private func hour(_ json: JSON, _ start: LocalTime) -> HourForecast {
    var hour = HourForecast(time: start)
    hour.temperature = temperature(json)
    hour.description = Cell(json["shortForecast"])?.words
    hour.precipitationChance = WeatherGovQuantity(json["probabilityOfPrecipitation"])?.percentage
    hour.humidity = WeatherGovQuantity(json["relativeHumidity"])?.percentage
    hour.dewPoint = WeatherGovQuantity(json["dewpoint"])?.temperature
    hour.wind = wind(json)
    return hour
  }

  /// A temperature whose unit stands with it or beside it.
  private func temperature(_ json: JSON) -> Temperature? {
    WeatherGovQuantity(json["temperature"], label: json["temperatureUnit"]?.string)?.temperature
  }

  /// `5 to 10 mph` from the `SW`; gusts are told in the sentence only, unless the period has a field for them.
  private func wind(_ json: JSON) -> Wind {
    Wind(
      speed: WeatherGovQuantity(json["windSpeed"])?.speed,
      gust: WeatherGovQuantity(json["windGust"])?.gust ?? WindText.gust(in: json["detailedForecast"]?.string ?? ""),
      direction: json["windDirection"]?.string.flatMap { CompassPoint(rawValue: $0.uppercased()) })
  }
}
