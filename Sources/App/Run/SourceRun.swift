import Basics
import Scraping
import Weather
import Web

/// One parser asked about one place.
struct SourceRun: Sendable {
  let parser: any ForecastParser
  let place: String
  let area: Area
  /// Deadline; nil for none.
  let deadline: ContinuousClock.Instant?
  let context: RunContext

  /// The report, from the cache or the site. If cached answers cannot be read, the site is asked again.
  func answer(_ mode: CachePolicy.Mode) async throws -> PlaceAnswer {
    let (facts, plan, source) = (parser.facts, context.plan, context.source)
    let configured = plan.parsers[parser.name]
    let policy = plan.cache.policy(
      mode, lifetime: facts.lifetime.of(plan.question), configured: configured?.maxAge)
    var query = ForecastQuery(
      area: area.text, question: plan.question, now: source.clock, timeZone: area.timeZone, towns: area.towns,
      contact: plan.configuration.contact)
    let name = KeptForecast.name(
      parser.name, query, base: configured?.baseAddress,
      file: (parser as? any ExtensibleParser)?.siteFile.userFile.flatMap(Files.version))
    if mode == .default, let kept = KeptForecast(source.network?.note(name, policy)), let answer = try? answer(kept) {
      return answer
    }
    let loader = SiteLoader(self, policy: policy)
    let earlier = EarlierHours(parser, query, base: configured?.baseAddress, context: context)
    query.earlierHours = earlier.rows
    do {
      let forecast = try await forecast(query, loader)
      context.log.report(forecast.origins, of: facts.title)
      let answer = try answer(KeptForecast(forecast: forecast, age: loader.age, isStale: loader.isStale))
      // Cached and revalidated answers were counted when they were first received.
      if !loader.isReused { context.health.note(forecast, of: parser, plan.question) }
      context.later { [wantsHours = query.question.wantsHours] in
        source.network?.keep(loader.answers)
        // A forecast with a missing part is not cached, because the part may be available next time.
        guard loader.isComplete else { return }
        earlier.keep(forecast.hours, of: loader.answers)
        // Sources of hourly rows return them for any question. Drop unneeded ones, because the cached forecast is read at
        // every start.
        var kept = forecast
        if !wantsHours { kept.hours = [] }
        source.network?.keep(ForecastRecord.bytes(of: kept), note: name, of: loader.answers)
      }
      return answer
    } catch {
      if let error = error as? ScrapingError {
        if error.isAboutTheAnswer {
          source.network?.rememberUnreadable(loader.answers)
          if mode == .default || mode == .revalidate, loader.isWorthReloading { return try await answer(.reload) }
          if !loader.isReused { context.health.note(nil, of: parser, plan.question) }
        } else {
          // The answers are valid and say that there is no forecast: asking again would not help.
          source.network?.keep(loader.answers)
        }
      }
      // Some pages' addresses change every hour, so their cached answers are not found; the cached forecast is.
      if let kept = KeptForecast(source.network?.note(name, policy)), let answer = try? answer(kept) { return answer }
      throw error
    }
  }

  /// Selects what was asked for, checks it and converts it to the user's units.
  private func answer(_ kept: KeptForecast) throws -> PlaceAnswer {
    let (site, plan, source) = (parser.facts.title, context.plan, context.source)
    var forecast = kept.forecast
    let mismatch = area.placeMismatchNote(for: forecast.place)
    forecast.place = area.completed(forecast.place)
    if let age = kept.age { forecast.advanceToday(by: age, now: source.clock) }
    forecast.place.normalizeCoordinates()
    for index in forecast.days.indices { forecast.days[index].dropInvalidSunTimes(at: forecast.place) }
    var kept = kept
    // The time when a saved page was fetched is not known, so it cannot be outdated.
    if !source.isSavedPage,
      let age = forecast.dropOutdated(received: source.clock(before: kept.age), now: source.clock, site: site)
    {
      kept.age = max(kept.age ?? 0, age)
      kept.isStale = true
    }
    let selection = try forecast.selected(
      for: plan.question, weekend: plan.configuration.weekend, now: source.clock, site: site, keepsPast: !source.isLive,
      days: plan.options.days, hours: plan.options.hours)
    forecast = selection.forecast
    try forecast.validate(site: site)
    let units = forecast.unify(to: plan.units)
    let report = Report(
      query: place, question: plan.question, source: .of(parser, url: forecast.url, fetched: source.clock, kept),
      place: forecast.place, units: units, current: forecast.current, days: forecast.days, hours: forecast.hours,
      today: selection.today, lowFollowsHigh: forecast.lowFollowsHigh, town: area.town?.fullName)
    return PlaceAnswer(
      report: report.plain, notes: area.notes + [mismatch].compactMap { $0 } + selection.notes.map { .text($0) })
  }

  /// The parser's forecast, checked to be about the place. If the site does not cover the place, the error names parsers
  /// whose sites do.
  private func forecast(_ query: ForecastQuery, _ loader: SiteLoader) async throws -> Forecast {
    do {
      var forecast = try await parser.forecast(for: query) { try await loader.page($0) }
      try checkPlace(of: forecast, query)
      forecast.dropImplausibleParts(site: parser.facts.title)
      forecast.alignCurrentUnits()
      return forecast
    } catch ScrapingError.outsideCoverage(let site, let area, let coverage, let reason) {
      throw outside(site, area, coverage, reason, query)
    } catch ScrapingError.unavailable(let site, let area, _, _)
      where query.coordinates.map({ context.resolver.isAbroad($0, for: parser) }) ?? false
    {
      // Missing data abroad means that the site does not cover the place, not that they are late.
      throw outside(site, area, parser.facts.coverage, nil, query)
    }
  }

  private func outside(
    _ site: String, _ asked: String, _ coverage: String, _ reason: String?, _ query: ForecastQuery
  ) -> AreaError {
    let point = query.coordinates ?? query.towns.first?.coordinates
    return .outsideCoverage(
      place: area.town?.fullName ?? asked, site: site, coverage: coverage, reason: reason,
      others: point.map { context.resolver.parsers(covering: $0, otherThan: parser) } ?? [])
  }

  /// Throws if the answer is about another place: by coordinates, else by a name that belongs to a distant town.
  private func checkPlace(of forecast: Forecast, _ query: ForecastQuery) throws(ScrapingError) {
    let facts = parser.facts
    try forecast.checkAnsweredPoints(for: query.coordinates, facts: facts)
    guard forecast.answeredPoints.isEmpty, let point = query.coordinates, let name = forecast.place.name,
      area.town.map({ !name.lowercased().contains($0.name.lowercased()) }) ?? true,
      let town = context.resolver.town(named: name, farFrom: point)
    else { return }
    throw .otherPlace(
      site: facts.title, asked: area.town?.fullName ?? query.area, answered: town.fullName, url: forecast.url)
  }
}

extension Forecast {
  /// Advances the date that the source called today by an answer's age in seconds.
  mutating func advanceToday(by age: Int, now: LocalTime) {
    guard let today else { return }
    let then = LocalTime(secondsSince1970: now.secondsSince1970 - age, offset: now.offset)
    // All UTC offsets are multiples of a quarter of an hour: within one quarter the date cannot change, and the time
    // zone database, which is slow to load, is not needed.
    let quarter = 900
    if then.secondsSince1970 / quarter == now.secondsSince1970 / quarter { return }
    func day(_ time: LocalTime) -> CalendarDay { (place.timeZone.flatMap { time.at(timeZone: $0) } ?? time).day }
    self.today = today + (day(now).number - day(then).number)
  }
}
