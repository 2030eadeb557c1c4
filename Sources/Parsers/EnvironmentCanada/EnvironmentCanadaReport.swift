internal import Markup
internal import Scraping
internal import Weather

/// A site's file: its conditions, its days and nights, its hours.
struct EnvironmentCanadaReport {
  private let site: String
  private let page: Page
  private let root: Node
  /// The offset of the place's clocks when the file was made.
  private let offset: Int?
  /// The place's zone, where someone knows it.
  private let timeZone: String?

  /// Reads a file.
  ///
  /// - Throws: ``ScrapingError/unreadable(site:url:reason:)`` where it is no such file.
  init(_ page: Page, site: String, timeZone: String?) throws(ScrapingError) {
    let document = try page.xml(site: site)
    guard let root = document.root, root.name == "siteData" else {
      let found = document.root?.name ?? "nothing"
      throw .unreadable(site: site, url: page.url, reason: "its root is \(found) and not siteData")
    }
    self.site = site
    self.page = page
    self.root = root
    self.timeZone = timeZone
    offset = Self.time("dateTime", in: root)?.offset
  }

  /// What it says in answer to a kind of question.
  func forecast(for kind: ForecastKind) throws(ScrapingError) -> Forecast {
    var forecast = Forecast()
    forecast.url = page.url
    forecast.lowFollowsHigh = true
    let name = try? root.first("location/name")
    forecast.place.name = name?.text
    forecast.place.latitude = name?.attribute("lat").flatMap { EnvironmentCanadaSites.degrees($0) }
    forecast.place.longitude = name?.attribute("lon").flatMap { EnvironmentCanadaSites.degrees($0) }
    forecast.place.timeZone = timeZone
    if timeZone == nil, let offset { forecast.today = page.fetched.at(offset: offset).day }
    switch kind {
    case .today:
      forecast.current = current()
      forecast.days = try days()
    case .fiveDays, .tenDays, .weekend: forecast.days = try days()
    case .hourly: forecast.hours = try hours()
    }
    return forecast
  }

  // MARK: - Days

  private func days() throws(ScrapingError) -> [DayForecast] {
    let path = "forecastGroup/forecast"
    let periods = (try? root.nodes(path)) ?? []
    guard !periods.isEmpty else { throw .missingField(site: site, field: "forecast", tried: [path], url: page.url) }
    let issued =
      Self.time("forecastGroup/dateTime[@name='forecastIssue']", in: root)?.day
      ?? page.fetched.at(offset: offset ?? page.fetched.offset).day
    var halves: [HalfDay] = []
    for period in periods {
      let name = ((try? period.string("period")) ?? "").lowercased()
      let isNight = name.hasSuffix("night")
      let date = Self.date(named: name, isNight: isNight, after: halves.last, issued: issued)
      halves.append(half(period, date: date, isNight: isNight))
    }
    var days = HalfDays.days(halves)
    let sunrise = Self.time("riseSet/dateTime[@name='sunrise']", in: root)
    let sunset = Self.time("riseSet/dateTime[@name='sunset']", in: root)
    for index in days.indices {
      if days[index].date == sunrise?.day { days[index].sunrise = sunrise }
      if days[index].date == sunset?.day { days[index].sunset = sunset }
    }
    return days
  }

  /// The date of a period, which is called by its weekday: the first of that name from the period before on, for the first
  /// period from the day on which the forecast was issued (a night may have begun the evening before).
  private static func date(named name: String, isNight: Bool, after last: HalfDay?, issued: CalendarDay) -> CalendarDay {
    let weekday = name.split(separator: " ").first.flatMap { Weekday($0) }
    guard let last else {
      let near = isNight ? [0, -1, 1, 2, 3, 4, 5] : [0, 1, -1, 2, 3, 4, 5]
      return near.map { issued + $0 }.first { $0.weekday == weekday } ?? issued
    }
    let next = isNight && !last.isNight ? last.date : last.date + 1
    guard let weekday else { return next }
    return (0..<7).map { next + $0 }.first { $0.weekday == weekday } ?? next
  }

  private func half(_ period: Node, date: CalendarDay, isNight: Bool) -> HalfDay {
    var half = HalfDay(date: date, isNight: isNight)
    let path = "temperatures/temperature[@class='\(isNight ? "low" : "high")']"
    half.temperature = temperature(try? period.first(path))
    half.description = words("abbreviatedForecast/textSummary", in: period) ?? words("cloudPrecip/textSummary", in: period)
    half.precipitationChance = number("abbreviatedForecast/pop", in: period)
    half.humidity = number("relativeHumidity", in: period)
    half.uvIndex = number("uv/index", in: period)
    // Of winds that follow each other the strongest counts.
    let winds = ((try? period.nodes("winds/wind")) ?? []).map(wind)
    half.wind = winds.filter { $0.speed != nil }.max { ($0.speed?.value ?? 0) < ($1.speed?.value ?? 0) } ?? Wind()
    half.wind.gust = winds.compactMap(\.gust).max { $0.value < $1.value }
    // Bearings of forecasts are tens of degrees in spite of their unit; the letters say it all.
    half.wind.degrees = nil
    return half
  }

  // MARK: - Hours

  private func hours() throws(ScrapingError) -> [HourForecast] {
    let path = "hourlyForecastGroup/hourlyForecast"
    let rows = (try? root.nodes(path)) ?? []
    guard !rows.isEmpty else { throw .missingField(site: site, field: "hours", tried: [path], url: page.url) }
    return rows.compactMap { row in
      guard let time = row.attribute("dateTimeUTC").flatMap({ Self.time($0, offset: 0) }) else { return nil }
      var hour = HourForecast(time: timeZone.flatMap { time.at(timeZone: $0) } ?? time.at(offset: offset ?? 0))
      hour.temperature = temperature(try? row.first("temperature"))
      hour.feelsLike = feelsLike(in: row)
      hour.description = words("condition", in: row)
      hour.precipitationChance = number("lop", in: row)
      hour.uvIndex = number("uv/index", in: row)
      hour.wind = (try? row.first("wind")).map(wind) ?? Wind()
      return hour
    }
  }

  // MARK: - Observation

  /// The observation; nil where the site has none, which many have not.
  private func current() -> CurrentConditions? {
    guard let now = try? root.first("currentConditions"), !now.children.isEmpty else { return nil }
    var current = CurrentConditions()
    current.observed = Self.time("dateTime[@name='observation']", in: now)
    current.temperature = temperature(try? now.first("temperature"))
    current.feelsLike = feelsLike(in: now)
    current.dewPoint = temperature(try? now.first("dewpoint"))
    current.description = words("condition", in: now)
    current.humidity = number("relativeHumidity", in: now)
    if let node = try? now.first("pressure"), let pressure = node.number {
      switch node.attribute("units") {
      case "kPa": current.pressure = Pressure(pressure.shifted(by: 1), .hectopascals)
      case "hPa": current.pressure = Pressure(pressure, .hectopascals)
      default: break
      }
    }
    if let node = try? now.first("visibility"), node.attribute("units") == "km" {
      current.visibility = node.number.map { Distance($0, .kilometers) }
    }
    if let node = try? now.first("wind") {
      current.wind = wind(node)
      if current.wind.speed?.value != 0 {
        let degrees = number("bearing", in: node)
        let direction = current.wind.direction
        current.wind = Wind(
          speed: current.wind.speed, gust: current.wind.gust, direction: direction, degrees: degrees)
      }
    }
    let isSilent = current.temperature == nil && current.description == nil && current.wind.speed == nil
    return isSilent ? nil : current
  }

  // MARK: - Values

  private func number(_ path: String, in node: Node) -> Double? { (try? node.first(path))?.number }

  private func words(_ path: String, in node: Node) -> String? {
    (try? node.string(path)).flatMap { Cell.text($0).words }
  }

  private func temperature(_ node: Node?) -> Temperature? {
    guard let node, let unit = node.attribute("units").flatMap({ TemperatureUnit(rawValue: $0) }) else { return nil }
    return node.number.map { Temperature($0, unit) }
  }

  /// The wind chill, else the humidex: indices on the scale of degrees Celsius that carry no unit.
  private func feelsLike(in node: Node) -> Temperature? {
    (number("windChill", in: node) ?? number("humidex", in: node)).map { Temperature($0, .celsius) }
  }

  /// A wind by its letters; a gust of 0 means that there are none.
  private func wind(_ node: Node) -> Wind {
    func speed(_ name: String) -> Speed? {
      guard let node = try? node.first(name) else { return nil }
      if node.text.lowercased() == "calm" { return Speed(0, .kilometersPerHour) }
      let unit: SpeedUnit? = node.attribute("units").flatMap { SpeedUnit(rawValue: $0) }
      return node.number.flatMap { number in unit.map { Speed(number, $0) } }
    }
    let gust = speed("gust")
    let direction = (try? node.string("direction")).flatMap { CompassPoint(rawValue: $0.uppercased()) }
    return Wind(speed: speed("speed"), gust: gust?.value == 0 ? nil : gust, direction: direction)
  }

  // MARK: - Times

  /// The time of a kind, by the place's clocks where the file gives it by them and by UTC.
  private static func time(_ path: String, in node: Node) -> LocalTime? {
    let nodes = (try? node.nodes(path)) ?? []
    guard let chosen = nodes.first(where: { $0.attribute("zone") != "UTC" }) ?? nodes.first,
      let hours = chosen.attribute("UTCOffset").flatMap({ Double(written: $0) }), abs(hours) <= 15,
      let stamp = chosen.children(named: "timeStamp").first?.text
    else { return nil }
    return time(stamp, offset: Int(hours * 3600))
  }

  /// `20260207070400` or `202602071300` at an offset.
  private static func time(_ digits: String, offset: Int) -> LocalTime? {
    guard digits.utf8.count == 12 || digits.utf8.count == 14, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    func part(_ start: Int, _ count: Int) -> Int { Int(digits.dropFirst(start).prefix(count)) ?? 0 }
    guard let day = CalendarDay(year: part(0, 4), month: part(4, 2), day: part(6, 2)), part(8, 2) < 24, part(10, 2) < 60
    else { return nil }
    return LocalTime(day, seconds: part(8, 2) * 3600 + part(10, 2) * 60, offset: offset)
  }
}
