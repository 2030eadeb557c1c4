internal import Basics
internal import Markup
internal import Scraping
internal import Weather

/// The interface of the US National Weather Service, api.weather.gov.
///
/// A point leads to the addresses of its forecast, its hours and its stations; only those that the question needs are asked.
struct WeatherGovParser: ForecastParser {
  let facts = SiteFacts(
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
    gridKilometers: 2.5,
    days: 7)

  func forecast(for query: ForecastQuery, load: PageLoader) async throws -> Forecast {
    let site = facts.title
    guard let point = query.coordinates else { throw outside(query) }
    let start = try await load(PageRequest("https://api.weather.gov/points/\(point.text)"))
    if start.status == 404 { throw outside(query, WeatherGovProblem(start)) }
    let answer = try checked(start, query).json(site: site)
    guard let properties = answer["properties"], !properties.members.isEmpty else {
      throw ScrapingError.unreadable(site: site, url: start.url, reason: "it has no properties")
    }
    let key = query.question.wantsHours ? "forecastHourly" : "forecast"
    // A point at sea has neither; where the key itself is missing the answer is not what it was.
    if properties[key]?.isNull == true { throw outside(query) }
    guard let url = WeatherGovLink.url(properties[key]) else {
      throw ScrapingError.missingField(site: site, field: "address of its forecast", tried: [key], url: start.url)
    }
    let page = try checked(try await load(PageRequest(url)), query)
    var forecast = Forecast()
    forecast.url = page.url
    forecast.lowFollowsHigh = true
    forecast.place = place(properties, point)
    forecast.answeredPoints = [Self.point(of: answer)].compactMap { $0 }
    try read(page, asHours: query.question.wantsHours, into: &forecast)
    if query.question.wantsCurrent, let url = WeatherGovLink.url(properties["observationStations"]) {
      try await addObservation(stations: url, now: max(query.now, start.fetched), to: &forecast, load)
    }
    return forecast
  }

  /// Adds what a station nearby observed; where none has anything, a note says so and the forecast stands.
  private func addObservation(
    stations: String, now: LocalTime, to forecast: inout Forecast, _ load: PageLoader
  ) async throws {
    let found = await WeatherGovObservation.nearest(stations: stations, now: now, site: facts.title, load)
    try Task.checkCancellation()
    guard let found else {
      forecast.notes.append("\(facts.title) has no current observation of a station nearby")
      return
    }
    forecast.current = found.conditions(zone: forecast.place.timeZone)
    forecast.partURLs[.current] = found.url
  }

  /// An answer that is a success; else the error that says why, in the service's own words where it has some.
  private func checked(_ page: Page, _ query: ForecastQuery) throws(ScrapingError) -> Page {
    guard let problem = WeatherGovProblem(page) else { return page }
    if problem.isAboutCoverage { throw outside(query, problem) }
    guard let detail = problem.detail else { return try page.checked(site: facts.title, area: nil) }
    throw .refused(
      site: facts.title, status: problem.status, reason: detail, url: page.url, wait: page.retryAfter)
  }

  /// The refusal of a point that the service has no forecast for.
  private func outside(_ query: ForecastQuery, _ problem: WeatherGovProblem? = nil) -> ScrapingError {
    .outsideCoverage(
      site: facts.title, area: query.area, coverage: facts.coverage, reason: problem?.detail)
  }

  /// Where a point's answer says it lies: by its geometry, else by the coordinates in its own address.
  private static func point(of answer: JSON) -> Coordinates? {
    if let point = GeoJSONPoint.coordinates(answer) { return point }
    let address = answer["id"]?.string ?? answer.at("properties", "@id")?.string ?? ""
    return address.firstRange(of: "/points/").flatMap { Coordinates(address[$0.upperBound...]) }
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
  private func read(_ page: Page, asHours: Bool, into forecast: inout Forecast) throws(ScrapingError) {
    let site = facts.title
    let answer = try page.json(site: site)
    forecast.answeredPoints += [GeoJSONPoint.coordinates(answer)].compactMap { $0 }
    guard let periods = answer.at("properties", "periods"), periods.count > 0 else {
      throw .missingField(site: site, field: "periods", tried: ["properties.periods"], url: page.url)
    }
    let rows = periods.elements.map { (start: $0["startTime"]?.string.flatMap { LocalTime($0) }, json: $0) }
    guard let first = rows.compactMap(\.start).first else {
      throw .missingField(site: site, field: "start of a period", tried: ["startTime"], url: page.url)
    }
    let made = try page.json(site: site)["properties"]
    forecast.noteIssue(
      made?["updateTime"]?.string.flatMap { LocalTime($0) }, made?["generatedAt"]?.string.flatMap { LocalTime($0) },
      first)
    // Without a zone the offset of the first period says which day it is there.
    if forecast.place.timeZone == nil { forecast.today = page.fetched.at(offset: first.offset).day }
    if asHours {
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
    if let end = json["endTime"]?.string.flatMap({ LocalTime($0) }) {
      let seconds = end.secondsSince1970 - start.secondsSince1970
      if seconds % 3600 == 0, (1...HourForecast.longest).contains(seconds / 3600) { hour.hours = seconds / 3600 }
    }
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
