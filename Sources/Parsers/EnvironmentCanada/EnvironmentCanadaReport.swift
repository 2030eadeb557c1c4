internal import Basics
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
    offset = EnvironmentCanadaTime.read("dateTime", in: root)?.offset
  }

  /// What it says in answer to a kind of question about a site.
  ///
  /// - Throws: ``ScrapingError/otherPlace(site:asked:answered:url:)`` where it is another site's file.
  func forecast(for kind: ForecastKind, code: String) throws(ScrapingError) -> Forecast {
    var forecast = Forecast()
    forecast.url = page.url
    forecast.lowFollowsHigh = true
    let name = try? root.first("location/name")
    if let own = name?.attribute("code"), !own.isEmpty, own.lowercased() != code {
      let place = [name?.text, own].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
      throw .otherPlace(site: site, asked: code, answered: place, url: page.url)
    }
    forecast.place.name = name?.text
    forecast.place.latitude = name?.attribute("lat").flatMap { EnvironmentCanadaSites.degrees($0) }
    forecast.place.longitude = name?.attribute("lon").flatMap { EnvironmentCanadaSites.degrees($0) }
    forecast.answeredPoints = [forecast.place.coordinates].compactMap { $0 }
    forecast.place.timeZone = timeZone
    if timeZone == nil, let offset { forecast.today = page.fetched.at(offset: offset).day }
    forecast.noteIssue(
      EnvironmentCanadaTime.read("dateTime", in: root),
      EnvironmentCanadaTime.read("forecastGroup/dateTime[@name='forecastIssue']", in: root))
    switch kind {
    case .today:
      forecast.current = (try? root.first("currentConditions")).flatMap { EnvironmentCanadaValues($0).conditions }
      forecast.days = try days()
    case .fiveDays, .tenDays, .weekend: forecast.days = try days()
    case .hourly: forecast.hours = try hours()
    }
    return forecast
  }

  // MARK: - Days

  /// The days: periods in pairs, and the one day whose sunrise and sunset it gives.
  private func days() throws(ScrapingError) -> [DayForecast] {
    let path = "forecastGroup/forecast"
    let periods = (try? root.nodes(path)) ?? []
    guard !periods.isEmpty else { throw .missingField(site: site, field: "forecast", tried: [path], url: page.url) }
    let issued =
      EnvironmentCanadaTime.read("forecastGroup/dateTime[@name='forecastIssue']", in: root)?.day
      ?? page.fetched.at(offset: offset ?? page.fetched.offset).day
    var halves: [HalfDay] = []
    for period in periods {
      let name = ((try? period.string("period")) ?? "").lowercased()
      let isNight = name.hasSuffix("night")
      let date = Self.date(named: name, isNight: isNight, after: halves.last, issued: issued)
      halves.append(half(period, date: date, isNight: isNight))
    }
    var days = HalfDays.days(halves)
    let sunrise = EnvironmentCanadaTime.read("riseSet/dateTime[@name='sunrise']", in: root)
    let sunset = EnvironmentCanadaTime.read("riseSet/dateTime[@name='sunset']", in: root)
    for index in days.indices {
      if days[index].date == sunrise?.day { days[index].sunrise = sunrise }
      if days[index].date == sunset?.day { days[index].sunset = sunset }
    }
    return days
  }

  /// The date of a period, which is called by its weekday: the first of that name from the period before on, for the first
  /// period from the day on which the forecast was issued (a night may have begun the evening before).
  private static func date(named name: String, isNight: Bool, after last: HalfDay?, issued: CalendarDay) -> CalendarDay
  {
    let weekday = name.split(separator: " ").first.flatMap { Weekday($0) }
    guard let last else {
      let near = isNight ? [0, -1, 1, 2, 3, 4, 5] : [0, 1, -1, 2, 3, 4, 5]
      return near.map { issued + $0 }.first { $0.weekday == weekday } ?? issued
    }
    let next = isNight && !last.isNight ? last.date : last.date + 1
    guard let weekday else { return next }
    return (0..<7).map { next + $0 }.first { $0.weekday == weekday } ?? next
  }

  /// A day or a night.
  private func half(_ period: Node, date: CalendarDay, isNight: Bool) -> HalfDay {
    var half = HalfDay(date: date, isNight: isNight)
    let values = EnvironmentCanadaValues(period)
    half.temperature = values.temperature("temperatures/temperature[@class='\(isNight ? "low" : "high")']")
    half.description = values.words("abbreviatedForecast/textSummary") ?? values.words("cloudPrecip/textSummary")
    half.precipitationChance = values.percentage("abbreviatedForecast/pop")
    half.humidity = values.percentage("relativeHumidity")
    half.uvIndex = values.uvIndex("uv/index")
    // Of winds that follow each other the strongest counts, in whatever unit each is given.
    let winds = ((try? period.nodes("winds/wind")) ?? []).map { EnvironmentCanadaValues($0).wind }
    half.wind = winds.filter { $0.speed != nil }.max { Self.rank($0.speed) < Self.rank($1.speed) } ?? Wind()
    half.wind.gust = winds.compactMap(\.gust).max { Self.rank($0) < Self.rank($1) }
    return half
  }

  /// A speed as a number by which speeds in different units are compared.
  private static func rank(_ speed: Speed?) -> Double { speed?.exactly(in: .metersPerSecond) ?? -1 }

  // MARK: - Hours

  /// The hours, by the place's clocks.
  private func hours() throws(ScrapingError) -> [HourForecast] {
    let path = "hourlyForecastGroup/hourlyForecast"
    let rows = (try? root.nodes(path)) ?? []
    guard !rows.isEmpty else { throw .missingField(site: site, field: "hours", tried: [path], url: page.url) }
    return rows.compactMap { row in
      guard let time = row.attribute("dateTimeUTC").flatMap({ EnvironmentCanadaTime.read($0, offset: 0) }) else {
        return nil
      }
      var hour = HourForecast(time: timeZone.flatMap { time.at(timeZone: $0) } ?? time.at(offset: offset ?? 0))
      hour.hours = 1
      let values = EnvironmentCanadaValues(row)
      hour.temperature = values.temperature("temperature")
      hour.feelsLike = values.feelsLike
      hour.description = values.words("condition")
      hour.precipitationChance = values.percentage("lop")
      hour.uvIndex = values.uvIndex("uv/index")
      hour.wind = (try? row.first("wind")).map { EnvironmentCanadaValues($0).wind } ?? Wind()
      return hour
    }
  }
}
