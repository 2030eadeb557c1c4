internal import Basics
internal import Markup
internal import Scraping
internal import Weather

/// The point forecasts of the US National Weather Service in its own XML (DWML).
struct WeatherGovXMLParser: ForecastParser {
  var facts: SiteFacts { Self.facts }

  static let facts = SiteFacts(
    title: "US National Weather Service (DWML)",
    homePage: "https://www.weather.gov",
    hosts: ["forecast.weather.gov"],
    areaForms: [.coordinates(like: "30.27,-97.66")],
    areaHelp: "Any point in the United States or its territories, as latitude and longitude.",
    coverage: "the United States and its territories",
    countries: ["US", "PR", "VI", "GU", "AS", "MP"],
    territory: .unitedStates,
    attribution: "US National Weather Service, weather.gov",
    terms: "Public domain.",
    gridKilometers: 2.5,
    days: 7)

  func forecast(for query: ForecastQuery, load: PageLoader) async throws -> Forecast {
    let site = Self.facts.title
    if query.kind == .hourly { throw ScrapingError.unsupported(site: site, wanted: query.kind.rawValue) }
    let outside = ScrapingError.outsideCoverage(site: site, area: query.area, coverage: Self.facts.coverage)
    guard let point = query.coordinates else { throw outside }
    let latitude = Coordinates.text(point.latitude)
    let longitude = Coordinates.text(point.longitude)
    let page = try await load(
      PageRequest(
        "https://forecast.weather.gov/MapClick.php?lat=\(latitude)&lon=\(longitude)&unit=0&lg=english&FcstType=dwml"))
    if page.status == 404 { throw outside }
    _ = try page.checked(site: site, area: nil)
    if let refusal = WeatherGovXMLRefusal(page) {
      throw refusal.isAboutCoverage
        ? outside : .unavailable(site: site, area: query.area, reason: refusal.reason, url: page.url)
    }
    var forecast = try Self.read(page, query)
    forecast.place.latitude = forecast.place.latitude ?? point.latitude
    forecast.place.longitude = forecast.place.longitude ?? point.longitude
    return forecast
  }

  /// What a document says, as a pure function.
  static func read(_ page: Page, _ query: ForecastQuery) throws(ScrapingError) -> Forecast {
    let site = facts.title
    let document = try page.xml(site: site)
    guard document.root?.name == "dwml" else {
      let found = document.root?.name ?? "nothing"
      throw .unreadable(site: site, url: page.url, reason: "its root is \(found) and not dwml")
    }
    let path = "/dwml/data[@type='forecast']"
    guard let data = try? document.first(path), let parameters = data.children(named: "parameters").first else {
      throw .missingField(site: site, field: "forecast", tried: [path], url: page.url)
    }
    let layouts = WeatherGovXMLLayouts(data)
    let halves = halves(parameters, layouts)
    guard let start = layouts.starts.first, halves.contains(where: { $0.temperature != nil }) else {
      throw .missingField(
        site: site, field: "temperature", tried: ["temperature[@type='maximum']", "temperature[@type='minimum']"],
        url: page.url)
    }
    var forecast = Forecast()
    forecast.url = page.url
    forecast.lowFollowsHigh = true
    let created = (try? document.string("/dwml/head/product/creation-date")).flatMap { LocalTime($0) }
    forecast.noteIssue(created, start)
    forecast.days = HalfDays.days(halves)
    // The times carry the place's own offset, which says which day it is there.
    forecast.today = page.fetched.at(offset: start.offset).day
    forecast.place.name =
      (try? data.string("location/area-description")) ?? (try? data.string("location/description"))
    forecast.place.latitude = Cell(try? data.first("location/point/@latitude"))?.plainNumber
    forecast.place.longitude = Cell(try? data.first("location/point/@longitude"))?.plainNumber
    forecast.answeredPoints = [forecast.place.coordinates].compactMap { $0 }
    if query.kind == .today, let now = try? document.first("/dwml/data[@type='current observations']") {
      forecast.current = WeatherGovXMLObservation(now).conditions(speedUnit: speedUnit(halves))
    }
    return forecast
  }

  /// The unit that the document's forecast gives winds in: that of its sentences, else the one that goes with its
  /// temperatures. Stations observe in knots.
  private static func speedUnit(_ halves: [HalfDay]) -> MeasurementUnit? {
    if let unit = halves.lazy.compactMap(\.wind.speed?.unit).first { return unit }
    return halves.lazy.compactMap(\.temperature?.unit).first.map {
      $0 == .celsius ? .kilometersPerHour : .milesPerHour
    }
  }

  // MARK: - Periods

  /// The days and nights in order: temperatures say by their layouts which periods are nights.
  private static func halves(_ parameters: Node, _ layouts: WeatherGovXMLLayouts) -> [HalfDay] {
    var highs: [LocalTime: Temperature?] = [:]
    var lows: [LocalTime: Temperature?] = [:]
    for node in parameters.children(named: "temperature") {
      let label = node.attribute("units")
      let values = layouts.values(of: node, named: "value").map { time, value in
        (time, Cell.text(value.text).temperature(label: label))
      }
      switch node.attribute("type") {
      case "maximum": highs.merge(values) { first, _ in first }
      case "minimum": lows.merge(values) { first, _ in first }
      default: break
      }
    }
    let chances = layouts.byTime(parameters, "probability-of-precipitation", "value") { value in
      Cell.text(value.text).percentage(label: value.parent?.attribute("units"))
    }
    let words = layouts.byTime(parameters, "weather", "weather-conditions") { node in
      node.attribute("weather-summary").flatMap { Cell.text($0).words }
    }
    let sentences = layouts.byTime(parameters, "wordedForecast", "text") { Cell.text($0.text).words }
    let calm = WindText.unit(in: sentences.keys.sorted().compactMap { sentences[$0] })
    let starts = Set(highs.keys).union(lows.keys).union(chances.keys).union(words.keys).sorted()
    return starts.compactMap { start in
      let isNight = lows.keys.contains(start) || (!highs.keys.contains(start) && layouts.isNight(start))
      guard var half = HalfDay(start: start, isNight: isNight) else { return nil }
      half.temperature = (isNight ? lows[start] : highs[start]) ?? nil
      half.precipitationChance = chances[start]
      half.description = words[start]
      half.wind = sentences[start].map { WindText.wind(in: $0, calm: calm) } ?? Wind()
      return half
    }
  }
}
