internal import Basics
internal import Markup
internal import Scraping
internal import Weather

/// The Australian Bureau of Meteorology's précis forecasts, one XML file a state, over anonymous FTP.
///
/// They hold calendar days with words, a low and a high, the chance of rain and a range of its depth; neither the weather
/// now nor hours nor wind.
struct BOMParser: ForecastParser {
  var facts: SiteFacts { Self.facts }

  static let facts = SiteFacts(
    title: "Bureau of Meteorology",
    homePage: "https://www.bom.gov.au",
    hosts: ["ftp.bom.gov.au"],
    areaForms: [
      AreaForm(
        "state and town",
        pattern: "([Nn][Ss][Ww]|[Aa][Cc][Tt]|[Vv][Ii][Cc]|[Qq][Ll][Dd]|[WwSs][Aa]|[Tt][Aa][Ss]|[Nn][Tt])/"
          + "[^[:cntrl:][:space:][:digit:][:punct:]]([^[:cntrl:][:digit:][:punct:]]|[.'()-])*", example: "NSW/Sydney"
      )
    ],
    areaHelp: "Write the state, a slash and the town's name as the Bureau's page of the state's forecasts has it.",
    coverage: "Australia",
    countries: ["AU"],
    attribution: "Bureau of Meteorology, © Commonwealth of Australia",
    terms: "Copyright of the Commonwealth of Australia; for your own use.",
    days: 7,
    needsTowns: true)

  /// Each state's file, and its code in the gazetteer (GeoNames admin1). New South Wales' has Canberra, too.
  private static let states: [(name: String, region: String, product: String)] = [
    ("ACT", "01", "IDN11060"), ("NSW", "02", "IDN11060"), ("NT", "03", "IDD10207"), ("QLD", "04", "IDQ11295"),
    ("SA", "05", "IDS10044"), ("TAS", "06", "IDT16710"), ("VIC", "07", "IDV10753"), ("WA", "08", "IDW14199"),
  ]

  /// How far from the place that was asked for another town may lie that stands in for it.
  private static let neighborhood = 50.0

  func area(of town: Town) -> String? {
    guard town.countryCode == "AU" else { return nil }
    return Self.states.first { $0.region == town.regionCode }.map { "\($0.name)/\(town.name)" }
  }

  func forecast(for query: ForecastQuery, load: PageLoader) async throws -> Forecast {
    let site = Self.facts.title
    if query.kind == .hourly { throw ScrapingError.unsupported(site: site, wanted: "hourly") }
    guard let slash = query.area.firstIndex(of: "/"),
      let state = Self.states.first(where: { $0.name == query.area[..<slash].uppercased() })
    else { throw ScrapingError.outsideCoverage(site: site, area: query.area, coverage: Self.facts.coverage) }
    let page = try await load(PageRequest("ftp://ftp.bom.gov.au/anon/gen/fwo/\(state.product).xml"))
    let neighbors = query.towns.filter { town in
      town.countryCode == "AU"
        && Self.states.contains { $0.region == town.regionCode && $0.product == state.product }
        && query.towns.first.map { town.coordinates.kilometers(to: $0.coordinates) <= Self.neighborhood } ?? false
    }
    let wanted = String(query.area[query.area.index(after: slash)...])
    return try Self.read(page, query, names: [wanted] + neighbors.map(\.name))
  }

  /// What a state's file says of the first of the names that it has, as a pure function.
  static func read(_ page: Page, _ query: ForecastQuery, names: [String]) throws(ScrapingError) -> Forecast {
    let site = facts.title
    let document = try page.checked(site: site, area: nil).xml(site: site)
    let locations: [(name: String, node: Node)]
    do throws(MarkupError) {
      locations = try document.nodes("//area[@type='location']").map { ($0.attribute("description") ?? "", $0) }
    } catch {
      throw .unreadable(site: site, url: page.url, reason: error.description)
    }
    guard !locations.isEmpty else {
      throw .unknownLayout(site: site, tried: ["area[@type='location']"], url: page.url)
    }
    let found = names.lazy.compactMap { name in locations.first { folded($0.name) == folded(name) } }.first
    guard let found else {
      throw .unknownPlace(
        site: site, area: query.area, known: near(names.first ?? "", in: locations.map { $0.name }), url: page.url)
    }
    var forecast = Forecast()
    forecast.url = page.url
    forecast.place.name = found.name
    forecast.place.timeZone = query.placeTimeZone
    if let wanted = names.first, folded(found.name) != folded(wanted) {
      forecast.notes.append("\(site) has no forecast for \(wanted); this is the one for \(found.name)")
    }
    forecast.noteIssue((try? document.string("//amoc/issue-time-utc")).flatMap { LocalTime($0) })
    for period in found.node.children(named: "forecast-period") {
      guard let start = period.attribute("start-time-local").flatMap({ LocalTime($0) }) else {
        throw .missingField(site: site, field: "date of a period", tried: ["@start-time-local"], url: page.url)
      }
      // The file tells the place's offset itself.
      forecast.today = forecast.today ?? page.fetched.at(offset: start.offset).day
      forecast.days.append(day(period, start.day))
    }
    guard !forecast.days.isEmpty else {
      throw .missingField(site: site, field: "forecast", tried: ["forecast-period"], url: page.url)
    }
    return forecast
  }

  private static func day(_ period: Node, _ date: CalendarDay) -> DayForecast {
    var values: [String: Node] = [:]
    for value in period.children { values[value.attribute("type") ?? ""] = value }
    func temperature(_ type: String) -> Temperature? {
      values[type].flatMap { Cell.text($0.text).temperature(label: $0.attribute("units")) }
    }
    var day = DayForecast(date: date)
    day.low = temperature("air_temperature_minimum")
    day.high = temperature("air_temperature_maximum")
    let words = values["precis"]?.text ?? ""
    day.description = Cell.text(words.hasSuffix(".") ? String(words.dropLast()) : words).words
    day.precipitationChance = values["probability_of_precipitation"].flatMap { Cell.text($0.text).percentage }
    // Mostly a range, and of "2 to 6 mm" nobody knows how much it will be.
    day.precipitation = Cell(values["precipitation_range"])?.precipitation(PageUnits())
    return day
  }

  private static func folded(_ name: String) -> String { name.lowercased().filter { $0.isLetter || $0.isNumber } }

  /// A few of a file's names: those that begin like the one that was sought, else the first.
  private static func near(_ name: String, in names: [String]) -> [String] {
    let alike = names.filter { folded($0).prefix(2) == folded(name).prefix(2) }
    return Array((alike + names.filter { !alike.contains($0) }).prefix(5))
  }
}
