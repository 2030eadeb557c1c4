internal import Basics
internal import Markup
internal import Scraping
internal import Weather

/// Met Éireann's forecast for a point, as XML: moments say how warm and windy it is then, and stretches of one, three and
/// later six hours what falls in them and under which sky.
struct MetEireannParser: ForecastParser {
  var facts: SiteFacts { Self.facts }

  static let facts = SiteFacts(
    title: "Met Éireann", homePage: "https://www.met.ie", hosts: ["openaccess.pf.api.met.ie"],
    areaForms: [.coordinates(like: "53.35,-6.26")],
    areaHelp: "Give latitude and longitude in degrees; a map in the browser shows them.",
    coverage: "Ireland, the United Kingdom and the north of France", countries: ["IE", "GB", "IM"],
    attribution: "Copyright Met Éireann, source met.ie; it accepts no liability for errors or omissions.",
    terms: "Met Éireann Custom Open Data Licence; who publishes its forecasts shows its warnings, too.",
    gridKilometers: 2.5, days: 10,
    needsTowns: true, makesDaysOfHours: true)

  /// One question: the answer serves every kind of forecast.
  func forecast(for query: ForecastQuery, load: PageLoader) async throws -> Forecast {
    // The service is published at this scheme; at https it has answered 404.
    let address = "http://openaccess.pf.api.met.ie/metno-wdb2ts/locationforecast"
    guard let point = query.coordinates else {
      throw ScrapingError.unknownArea(site: Self.facts.title, area: query.area, url: address)
    }
    let place = "lat=\(Coordinates.text(point.latitude));long=\(Coordinates.text(point.longitude))"
    let page = try await load(PageRequest("\(address)?\(place)")).checked(site: Self.facts.title, area: query.area)
    return try Self.read(page, for: query)
  }

  /// Reads the answer.
  ///
  /// Its times are in UTC and it names no time zone; without one there are hours, but no days.
  ///
  /// - Throws: ``ScrapingError/unknownLayout(site:tried:url:)`` for XML of another kind,
  ///   ``ScrapingError/noTimeZone(site:area:)``, ``ScrapingError/missingField(site:field:tried:url:)`` where no temperature
  ///   can be read, ``ScrapingError/implausible(site:field:value:reason:url:)`` where hours are out of order.
  static func read(_ page: Page, for query: ForecastQuery) throws(ScrapingError) -> Forecast {
    let document = try page.xml(site: facts.title)
    guard let root = document.root, root.name == "weatherdata", let product = root.children(named: "product").first
    else {
      throw .unknownLayout(site: facts.title, tried: ["weatherdata/product"], url: page.url)
    }
    let zone = query.placeTimeZone.flatMap { query.now.at(timeZone: $0) == nil ? nil : $0 }
    guard zone != nil || query.kind == .hourly else { throw .noTimeZone(site: facts.title, area: query.area) }

    var moments: [HourForecast] = []
    var stretches: [Spell<Stretch>] = []
    var forecast = Forecast()
    forecast.url = page.url
    forecast.place.timeZone = zone
    for time in product.children(named: "time") {
      guard let from = moment(time.attribute("from"), zone), let to = moment(time.attribute("to"), zone),
        let location = time.children(named: "location").first
      else { continue }
      if forecast.place.latitude == nil {
        forecast.place.latitude = Cell(location.attribute("latitude"))?.plainNumber
        forecast.place.longitude = Cell(location.attribute("longitude"))?.plainNumber
        forecast.answeredPoints = [forecast.place.coordinates].compactMap { $0 }
      }
      if from == to {
        moments.append(hour(at: from, location))
      } else if from < to {
        stretches.append(Spell(Stretch(location), from: from, to: to))
      }
    }
    guard moments.contains(where: { $0.temperature != nil }) else {
      throw .missingField(
        site: facts.title, field: "temperature", tried: ["time/location/temperature with its unit"], url: page.url)
    }

    stretches = apart(stretches)
    let following = Dictionary(stretches.map { ($0.start, $0) }) { first, _ in first }
    var gathered = HoursIntoDays()
    for (index, var hour) in moments.enumerated() {
      if let stretch = following[hour.time] {
        hour.description = stretch.value.words
        // What falls in three hours says nothing about one of them.
        if index + 1 < moments.count ? stretch.end == moments[index + 1].time : stretch.length == 3600 {
          hour.precipitation = stretch.value.rain
          hour.precipitationChance = stretch.value.chance
          hour.hours = stretch.length / 3600
        }
      }
      try gathered.add(hour, site: facts.title, url: page.url)
    }
    let created = root.attribute("created").flatMap { LocalTime($0) }
    forecast.noteIssue(created, gathered.hours.first?.time)
    forecast.hours = gathered.hours
    guard zone != nil else { return forecast }
    gathered.rain = stretches.map { Spell($0.value.rain, from: $0.start, to: $0.end) }
    gathered.words = stretches.compactMap { stretch in
      stretch.value.words.map { Spell($0, from: stretch.start, to: stretch.end) }
    }
    gathered.earlier = query.earlierHours
    forecast.days = gathered.days
    if query.kind == .today { forecast.current = CurrentConditions(of: gathered.hours, at: query.now) }
    return forecast
  }

  /// A time of the answer as the place's clocks show it, in UTC where its zone is not known.
  private static func moment(_ text: String?, _ zone: String?) -> LocalTime? {
    guard let time = text.flatMap({ LocalTime($0) }) else { return nil }
    return zone.flatMap { time.at(timeZone: $0) } ?? time
  }

  /// What a moment says of itself; a number whose unit is missing or another than those known stays unknown.
  private static func hour(at time: LocalTime, _ location: Node) -> HourForecast {
    func element(_ name: String) -> Node? { location.children(named: name).first }
    func cell(_ name: String, _ attribute: String) -> Cell? { Cell(element(name)?.attribute(attribute)) }
    func unit(_ name: String) -> String? { element(name)?.attribute("unit") }
    var hour = HourForecast(time: time)
    hour.temperature = cell("temperature", "value")?.temperature(label: unit("temperature"))
    hour.dewPoint = cell("dewpointTemperature", "value")?.temperature(label: unit("dewpointTemperature"))
    hour.pressure = cell("pressure", "value")?.pressure(label: unit("pressure"))
    if let label = unit("humidity") { hour.humidity = cell("humidity", "value")?.percentage(label: label) }
    // The attributes of these are called after their units.
    hour.cloudCover = cell("cloudiness", "percent")?.percentage
    hour.wind = Wind(
      speed: cell("windSpeed", "mps")?.speed(label: "m/s"),
      gust: cell("windGust", "mps")?.gust(label: "m/s"),
      direction: element("windDirection")?.attribute("name").flatMap { CompassPoint(rawValue: $0) },
      degrees: cell("windDirection", "deg")?.degrees)
    return hour
  }

  /// The stretches in order and without those that lie over others; of two that begin together the shorter one stays.
  private static func apart(_ stretches: [Spell<Stretch>]) -> [Spell<Stretch>] {
    var apart: [Spell<Stretch>] = []
    for stretch in stretches.sorted(by: { $0.start == $1.start ? $0.end < $1.end : $0.start < $1.start }) {
      if let last = apart.last, stretch.start < last.end { continue }
      apart.append(stretch)
    }
    return apart
  }

  /// The words for a symbol's name such as `LightRainSun` or `Dark_PartlyCloud`; nil for any other.
  ///
  /// The names are those of the symbols that MET Norway once had. Skies are called as its legend calls them; what falls is
  /// called by its name, in which `Sun` stands for showers.
  static func words(_ name: String) -> String? {
    var rest = Substring(name)
    func take(_ word: String) -> Bool {
      guard rest.hasPrefix(word) else { return false }
      rest = rest.dropFirst(word.count)
      return true
    }
    _ = take("Dark_")
    if let sky = skies[String(rest)] { return MetSymbol.words(sky) }
    let amount = ["Light", "Heavy"].first { take($0) }
    guard let kind = ["Rain", "Drizzle", "Sleet", "Snow"].first(where: { take($0) }), let ending = endings[String(rest)]
    else { return nil }
    return (amount.map { "\($0) \(kind.lowercased())" } ?? kind) + ending
  }

  private static let skies = [
    "Sun": "clearsky", "LightCloud": "fair", "PartlyCloud": "partlycloudy", "Cloud": "cloudy", "Fog": "fog",
  ]
  private static let endings = [
    "": "", "Sun": " showers", "Thunder": " and thunder", "SunThunder": " showers and thunder",
    "ThunderSun": " showers and thunder",
  ]

  /// What a stretch of time says of itself.
  private struct Stretch {
    /// How much falls.
    let rain: Precipitation?
    /// The chance that something falls, 0...100.
    let chance: Percentage?
    /// The words for the sky.
    let words: String?

    init(_ location: Node) {
      let fall = location.children(named: "precipitation").first
      rain = Cell(fall?.attribute("value"))?.precipitation(label: fall?.attribute("unit"))
      chance = Cell(fall?.attribute("probability"))?.percentage
      words = location.children(named: "symbol").first?.attribute("id").flatMap { MetEireannParser.words($0) }
    }
  }
}
