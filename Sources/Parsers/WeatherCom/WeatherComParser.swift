internal import Scraping
internal import Weather

/// The Weather Channel's site, weather.com.
///
/// Values come from two sources. The state embedded by a script survives redesigns and is cheap to read, so it is
/// preferred; the known layouts of the markup in `WeatherComPages.yaml` come next. Layouts are recognized by content,
/// never by date or address.
struct WeatherComParser: ExtensibleParser {
  /// The facts, the refusal rules and the layouts.
  static let pages = SiteFileParser(
    name: "WeatherCom", file: "Sources/Parsers/WeatherCom/WeatherComPages.yaml", text: textWeatherComPages)

  /// The parser for a file that extends this one.
  private var extended: DefinedParser?

  var siteFile: SiteFileParser { Self.pages }

  func reading(by definition: SiteDefinition) -> any ForecastParser {
    WeatherComParser(extended: DefinedParser(definition))
  }

  var facts: SiteFacts { extended?.facts ?? Self.pages.facts }

  func forecast(for query: ForecastQuery, load: PageLoader) async throws -> Forecast {
    query.question.isOverview ? try await overview(for: query, load) : try await page(for: query, load)
  }

  /// The days, with current conditions and hours from the pages that have them. Without one of these two the rest
  /// stands.
  private func overview(for query: ForecastQuery, _ load: PageLoader) async throws -> Forecast {
    func part(_ question: Question) async throws -> Forecast {
      var part = query
      part.question = question
      return try await page(for: part, load)
    }
    var forecast = try await part(Question(.days, days: query.question.days))
    do {
      forecast.current = try await part(.today).current
      forecast.hours = try await part(.hourly).hours
    } catch let error as ScrapingError {
      forecast.notes.append("\(error)")
    }
    return forecast
  }

  private func page(for query: ForecastQuery, _ load: PageLoader) async throws -> Forecast {
    let parser = try extended ?? Self.pages.defined()
    let name = query.question.wantsHours ? "hours" : query.question.isToday ? "today" : "days"
    let address = parser.definition.pages.first { $0.name == name }?.get.first ?? ""
    // The comma in coordinates may be followed by a blank, which the site does not accept.
    let area = AddressTemplate.encoded(query.area.filter { $0 != " " })
    return try read(try await load(PageRequest(address.replacing("{area}", with: area))), query, parser)
  }

  /// Reads a page; a pure function.
  private func read(_ page: Page, _ query: ForecastQuery, _ parser: DefinedParser) throws -> Forecast {
    let site = parser.facts.title
    try parser.refuse(page, nil, query)
    if page.body.isEmpty { throw ScrapingError.unreadable(site: site, url: page.url, reason: "it is empty") }
    let reading = WeatherComPage(try page.uncut(site: site), query, parser)
    var forecast = Forecast()
    forecast.url = page.url
    forecast.lowFollowsHigh = true
    try reading.reading {
      if query.question.wantsHours {
        try reading.readHours(into: &forecast)
      } else if query.question.isToday {
        try reading.readToday(into: &forecast)
      } else {
        try reading.readDays(into: &forecast, atLeast: query.question.days == .next(5) ? 5 : 10)
      }
      forecast.place = try reading.place
    }
    forecast.answeredPoints = [forecast.place.coordinates].compactMap { $0 }
    return forecast
  }
}
