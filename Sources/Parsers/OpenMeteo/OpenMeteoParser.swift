internal import Markup
internal import Scraping
internal import Weather

/// Open-Meteo, which computes a forecast for any point of the world from the models of many weather services.
///
/// One answer holds the parts that were asked for as parallel arrays, and beside each part the units of its fields.
struct OpenMeteoParser: ForecastParser {
  var facts: SiteFacts { Self.facts }

  static let facts = SiteFacts(
    title: "Open-Meteo",
    homePage: "https://open-meteo.com",
    hosts: ["api.open-meteo.com"],
    areaForms: [.coordinates],
    areaHelp: "Give latitude and longitude in degrees; a map in the browser shows them.",
    coverage: "the world",
    attribution: "Weather data by Open-Meteo.com, CC BY 4.0",
    terms: "No key; for non-commercial use, fewer than 10,000 requests a day; CC BY 4.0.",
    // Our choice: a quarter of a degree of latitude, as wide as the cells of a coarse global model.
    gridKilometers: 28,
    days: 16)

  private static let current = [
    "temperature_2m", "relative_humidity_2m", "apparent_temperature", "dew_point_2m", "weather_code", "cloud_cover",
    "pressure_msl", "wind_speed_10m", "wind_direction_10m", "wind_gusts_10m", "visibility", "uv_index",
  ]
  private static let daily = [
    "weather_code", "temperature_2m_max", "temperature_2m_min", "sunrise", "sunset", "uv_index_max",
    "precipitation_sum", "precipitation_probability_max", "wind_speed_10m_max", "wind_gusts_10m_max",
    "wind_direction_10m_dominant",
  ]

  func forecast(for query: ForecastQuery, load: PageLoader) async throws -> Forecast {
    guard let point = query.coordinates else {
      throw ScrapingError.unknownArea(site: Self.facts.title, area: query.area, url: Self.facts.homePage)
    }
    let daily = "&daily=\(Self.daily.joined(separator: ","))"
    let parts =
      switch query.kind {
      case .today: "&current=\(Self.current.joined(separator: ","))\(daily)&forecast_days=1"
      case .fiveDays: "\(daily)&forecast_days=5"
      case .tenDays: "\(daily)&forecast_days=10"
      // The next weekend ends at most thirteen days ahead.
      case .weekend: "\(daily)&forecast_days=14"
      case .hourly:
        "&hourly=\((Self.current + ["precipitation", "precipitation_probability"]).joined(separator: ","))"
          + "&forecast_days=3"
      }
    let place =
      "latitude=\(Coordinates.text(point.latitude))&longitude=\(Coordinates.text(point.longitude))&timezone=auto"
    return try Self.read(try await load(PageRequest("https://api.open-meteo.com/v1/forecast?\(place)\(parts)")), query)
  }

  /// What an answer says, as a pure function.
  static func read(_ page: Page, _ query: ForecastQuery) throws(ScrapingError) -> Forecast {
    let site = facts.title
    let reading = Result { () throws(ScrapingError) in try page.json(site: site) }
    // Errors come as JSON with a reason in them, which says more than the status.
    if case .success(let answer) = reading, answer["error"]?.bool == true || page.status >= 400,
      let reason = answer["reason"]?.string
    {
      throw .rejected(site: site, status: page.status, reason: reason, url: page.url, wait: page.retryAfter)
    }
    _ = try page.checked(site: site, area: nil)
    let answer = try reading.get()
    let clock = OpenMeteoClock(answer)
    var forecast = Forecast()
    forecast.url = page.url
    forecast.place.latitude = Cell(answer["latitude"])?.plainNumber
    forecast.place.longitude = Cell(answer["longitude"])?.plainNumber
    forecast.answeredPoints = [forecast.place.coordinates].compactMap { $0 }
    forecast.place.timeZone = clock.timeZone
    func part(_ name: String, mustHave fields: String...) throws(ScrapingError) -> OpenMeteoRows {
      let rows = OpenMeteoRows(answer[name], units: answer["\(name)_units"])
      guard !rows.times.isEmpty, fields.contains(where: rows.has) else {
        throw .missingField(
          site: site, field: "\(name) forecast", tried: (["time"] + fields).map { "\(name).\($0)" }, url: page.url)
      }
      return rows
    }
    if query.kind == .hourly {
      let rows = try part("hourly", mustHave: "temperature_2m")
      for row in rows.times.indices {
        guard let time = clock.time(rows.times[row]) else { throw unreadableTime(page) }
        forecast.hours.append(rows.hour(row, at: time))
      }
      guard forecast.hours.contains(where: { $0.temperature != nil || $0.description != nil }) else {
        throw noTemperature("hourly", page)
      }
      return forecast
    }
    if query.kind == .today {
      forecast.current = OpenMeteoRows.current(answer, clock)
      // In seconds; what is no plausible time says nothing.
      let interval = (answer["current"] ?? answer["current_weather"])?["interval"]?.number.flatMap { Int(exactly: $0) }
      forecast.observationInterval = interval.flatMap { (1...86_400).contains($0) ? $0 : nil }
      if forecast.current != nil, answer["daily"] == nil { return forecast }
    }
    let rows = try part("daily", mustHave: "temperature_2m_max", "temperature_2m_min")
    for row in rows.times.indices {
      guard let date = clock.day(rows.times[row]) else { throw unreadableTime(page) }
      forecast.days.append(rows.day(row, of: date, clock))
    }
    let isSaid = forecast.days.contains { $0.high != nil || $0.low != nil || $0.description != nil }
    if !isSaid, forecast.current?.temperature == nil { throw noTemperature("daily", page) }
    return forecast
  }

  /// Rows that are there, but say nothing of the weather.
  private static func noTemperature(_ part: String, _ page: Page) -> ScrapingError {
    .missingField(
      site: facts.title, field: "temperature", tried: ["\(part).temperature_2m…", "\(part)_units"], url: page.url)
  }

  private static func unreadableTime(_ page: Page) -> ScrapingError {
    .missingField(site: facts.title, field: "time of a row", tried: ["ISO 8601", "unixtime"], url: page.url)
  }
}
