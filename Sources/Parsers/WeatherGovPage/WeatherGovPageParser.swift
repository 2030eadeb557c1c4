internal import Basics
internal import Markup
internal import Scraping
internal import Weather

/// The point forecasts of the US National Weather Service as people read them, forecast.weather.gov.
///
/// The tiles at the top cover four and a half days, the rows of text below them all seven: the rows lead, and a tile of the
/// same name gives its short words, and the temperature where the sentence tells of a rise or a fall only.
struct WeatherGovPageParser: ForecastParser {
  let facts = SiteFacts(
    title: "US National Weather Service (forecast.weather.gov)",
    homePage: "https://www.weather.gov",
    hosts: ["forecast.weather.gov"],
    areaForms: [.coordinates(like: "45.5958,-122.6092")],
    areaHelp: "Any point in the United States or its territories, as latitude and longitude.",
    coverage: "the United States and its territories",
    countries: ["US", "PR", "VI", "GU", "AS", "MP"],
    territory: .unitedStates,
    attribution: "US National Weather Service, weather.gov",
    terms: "Public domain.",
    // A page names its point and the station, which may lie a county away.
    gridKilometers: 25,
    days: 7,
    // Pages for people: asked as a person would click.
    pause: .milliseconds(250))

  private static let rows = "//div[contains(concat(' ',normalize-space(@class),' '),' row-forecast ')]"
  private static let tiles = "//div[@id='seven-day-forecast']//*[contains(@class,'tombstone-container')]"

  func forecast(for query: ForecastQuery, load: PageLoader) async throws -> Forecast {
    let site = facts.title
    if query.question.wantsHours { throw ScrapingError.unsupported(site: site, wanted: query.question.name) }
    let outside = ScrapingError.outsideCoverage(site: site, area: query.area, coverage: facts.coverage)
    guard let point = query.coordinates else { throw outside }
    let latitude = Coordinates.text(point.latitude)
    let longitude = Coordinates.text(point.longitude)
    let page = try await load(
      PageRequest("https://forecast.weather.gov/MapClick.php?lat=\(latitude)&lon=\(longitude)&unit=0&lg=english"))
    if page.status == 404 { throw outside }
    if let zone = WeatherGovPageZone.code(in: page.url) {
      throw ScrapingError.unavailable(
        site: site, area: query.area,
        reason: "it answers with the forecast of the zone \(zone) in place of the point's", url: page.url)
    }
    var forecast = try read(page.checked(site: site, area: nil), query)
    forecast.place.latitude = point.latitude
    forecast.place.longitude = point.longitude
    return forecast
  }

  /// What a page says, as a pure function.
  func read(_ page: Page, _ query: ForecastQuery) throws(ScrapingError) -> Forecast {
    let document = try page.html(site: facts.title)
    let forecast = Result { () throws(ScrapingError) in try read(page, document, query) }
    try page.affordable(document, site: facts.title)
    return try forecast.get()
  }

  private func read(
    _ page: Page, _ document: Document, _ query: ForecastQuery
  ) throws(ScrapingError) -> Forecast {
    let tiles = Self.tiles(document)
    let found = (try? document.nodes(Self.rows)) ?? []
    let texts = found.compactMap { row -> (label: String, sentence: String)? in
      guard let label = try? row.string(".//*[contains(@class,'forecast-label')]"),
        let sentence = try? row.string(".//*[contains(@class,'forecast-text')]")
      else { return nil }
      return (label, sentence)
    }
    guard !texts.isEmpty else { throw unknown(page, document, query) }
    let clock = WeatherGovPageClock(document, fetched: page.fetched)
    let labels = texts.map { RowLabel($0.label) }
    let calendar = RowLabel.halves(of: labels, nights: labels.map(\.isNight), from: clock.today)
    let unit = Self.unit(document, tiles)
    let calm = WindText.unit(in: texts.map(\.sentence))
    var forecast = Forecast()
    forecast.url = page.url
    forecast.lowFollowsHigh = true
    forecast.today = Self.today(calendar.today, clock, page)
    forecast.place.name = try? document.string("//div[@id='seven-day-forecast']//*[contains(@class,'panel-title')]")
    forecast.answeredPoints = [WeatherGovPagePoint.coordinates(document)].compactMap { $0 }
    forecast.days = HalfDays.days(
      zip(texts, calendar.halves).compactMap { row, half in
        half.map {
          let half = HalfDay(date: $0.day, isNight: $0.isNight)
          return Self.half(half, row.sentence, tile: tiles[row.label.lowercased()], unit: unit, calm: calm)
        }
      })
    guard forecast.days.contains(where: { $0.high != nil || $0.low != nil }) else {
      // Read in any unit, to tell a page without temperatures from one that does not say what they are in.
      let hasNumbers = texts.contains { row in
        let reading = WeatherGovPageSentence(row.sentence, unit: .fahrenheit)
        return reading.high != nil || reading.low != nil
      }
      throw .missingField(
        site: facts.title, field: unit == nil && hasNumbers ? "unit for its temperatures" : "temperature",
        tried: ["the rows' text", "the tiles"], url: page.url)
    }
    if query.question.wantsCurrent { forecast.current = Self.current(document, clock, calm: calm) }
    return forecast
  }

  /// The day that is today: the clock's, because a page may be days old; what the page calls so where the place's offset is
  /// not known and it may be the day before or after there, or where the page is a file, whose time says little.
  private static func today(_ named: CalendarDay, _ clock: WeatherGovPageClock, _ page: Page) -> CalendarDay {
    if page.isSavedFile { return named }
    if let day = clock.clockDay { return day }
    return page.fetched.isTodaySomewhere(named) ? named : page.fetched.day
  }

  /// What a page is that has no rows.
  private func unknown(_ page: Page, _ document: Document, _ query: ForecastQuery) -> ScrapingError {
    let text = (document.root?.text ?? "").lowercased()
    let says = ["was not found", "not available for the requested", "outside of the", "no data were found"]
    if text.contains("national weather service"), says.contains(where: text.contains) {
      return .outsideCoverage(site: facts.title, area: query.area, coverage: facts.coverage)
    }
    return .unknownLayout(site: facts.title, tried: ["row-forecast"], url: page.url)
  }

  // MARK: - Rows

  /// A tile: its short words and its temperature (`High: 51 °F`).
  private struct Tile {
    let words: String?
    let temperature: Temperature?
  }

  /// The tiles by what they are called; a hazard's is called after its hours and is never asked for.
  private static func tiles(_ document: Document) -> [String: Tile] {
    var found: [String: Tile] = [:]
    for node in (try? document.nodes(tiles)) ?? [] {
      // `<br>` stands between words: their texts run together unless blanks are put in.
      func text(_ name: String) -> String? {
        let text = (try? node.first(".//p[contains(@class,'\(name)')]"))?.spacedText
        return text?.isEmpty == false ? text : nil
      }
      guard let label = text("period-name")?.lowercased(), found[label] == nil else { continue }
      found[label] = Tile(
        words: text("short-desc"), temperature: text("temp").flatMap { Cell.text($0).measured(.temperature) })
    }
    return found
  }

  private static func half(
    _ half: HalfDay, _ sentence: String, tile: Tile?, unit: MeasurementUnit?, calm: MeasurementUnit?
  ) -> HalfDay {
    var half = half
    let reading = WeatherGovPageSentence(sentence, unit: unit)
    half.temperature = (half.isNight ? reading.low : reading.high) ?? tile?.temperature
    half.description = tile?.words ?? reading.words
    half.precipitationChance = reading.chance
    half.wind = WindText.wind(in: sentence, calm: calm)
    return half
  }

  /// What the sentences' temperatures are in: as the tiles say, else the large number of the moment; nil where neither says
  /// it, or the tiles say two things. What the request asked for is no answer: the site may have given something else.
  private static func unit(_ document: Document, _ tiles: [String: Tile]) -> MeasurementUnit? {
    let units = Set(tiles.values.compactMap(\.temperature?.unit))
    return units.isEmpty ? temperature(document)?.unit : units.count == 1 ? units.first : nil
  }

  // MARK: - Observation

  private static func temperature(_ document: Document) -> Temperature? {
    (try? document.string("//p[@class='myforecast-current-lrg']")).flatMap { Cell.text($0).measured(.temperature) }
  }

  /// The conditions of the moment; nil where the page has none.
  private static func current(
    _ document: Document, _ clock: WeatherGovPageClock, calm: MeasurementUnit?
  ) -> CurrentConditions? {
    var cells: [String: Cell] = [:]
    for row in (try? document.nodes("//*[@id='current_conditions_detail']//tr")) ?? [] {
      let columns = (try? row.nodes("td")) ?? []
      guard columns.count == 2 else { continue }
      cells[columns[0].text.lowercased()] = .text(columns[1].text)
    }
    var now = CurrentConditions()
    now.temperature = temperature(document)
    now.description = (try? document.string("//p[@class='myforecast-current']")).flatMap {
      $0 == "NA" || $0 == "N/A" ? nil : Cell.text($0).words
    }
    now.humidity = cells["humidity"]?.number(.humidity)
    if case .text(let text)? = cells["wind speed"] { now.wind = WindText.wind(in: text, calm: calm) }
    now.pressure = cells["barometer"]?.measured(.pressure)
    now.dewPoint = cells["dewpoint"]?.measured(.temperature)
    now.visibility = cells["visibility"]?.measured(.visibility)
    now.feelsLike = (cells["wind chill"] ?? cells["heat index"])?.measured(.feelsLike)
    now.observed = clock.observed
    let isSilent = now.temperature == nil && now.description == nil && now.humidity == nil && now.wind.speed == nil
    return isSilent ? nil : now
  }
}
