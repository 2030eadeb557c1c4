import Scraping
import Weather
import Web

/// One parser asked about one place.
struct SourceRun {
  /// What is asked.
  let question: Question
  /// What all questions of the run have in common.
  let context: RunContext

  /// The report of what is kept or the site says; where nothing can be made of what is kept, the site is asked anew.
  func report(_ mode: CachePolicy.Mode) async throws -> (Report, notes: [String]) {
    let facts = question.parser.facts
    let configured = context.settings.parsers[question.parser.name]
    let policy = context.settings.keeping.policy(
      mode, lifetime: facts.lifetime.of(context.settings.kind.question), configured: configured?.maxAge)
    var query = ForecastQuery(
      area: question.area.text, kind: context.settings.kind, now: context.exchange.clock,
      timeZone: question.area.timeZone,
      towns: question.area.towns, contact: context.settings.contact)
    let name = KeptForecast.name(question.parser.name, query, base: configured?.baseAddress)
    if mode == .usual, let kept = KeptForecast(context.exchange.note(name, policy)), let report = try? report(kept) {
      return report
    }
    let log = AnswerLog()
    let earlier = EarlierHours(question.parser, query, base: configured?.baseAddress, context: context)
    query.earlierHours = earlier.rows
    do {
      let loader = SiteLoader(question, context: context, policy: policy, log: log)
      var forecast = try await answer(query, loader)
      context.narrator.tell(forecast.origins, of: facts.title)
      let report = try report(KeptForecast(forecast, age: log.age, isStale: log.isStale))
      context.exchange.keep(log.answers)
      if log.isComplete { earlier.keep(forecast.hours, of: log.answers) }
      // A source of hours gives them whatever was asked: what is kept is read at every start.
      if query.kind != .hourly { forecast.hours = [] }
      // A forecast that lacks a part which could not be had is one for now.
      if log.isComplete { context.exchange.keep(KeptForecast.bytes(of: forecast), note: name, of: log.answers) }
      return report
    } catch {
      if let error = error as? ScrapingError {
        if error.isAboutTheAnswer {
          context.exchange.distrust(log.answers)
          if mode == .usual || mode == .confirm, log.isWorthAskingAnew { return try await report(.anew) }
        } else {
          // Answers that could be read, and that say clearly what they have not: asking again would not help.
          context.exchange.keep(log.answers)
        }
      }
      // Some pages lie at an address of the hour; what was read from them does not.
      if let kept = KeptForecast(context.exchange.note(name, policy)), let report = try? report(kept) {
        return report
      }
      throw error
    }
  }

  /// Chooses what was asked for, judges it and brings it into the user's units.
  private func report(_ kept: KeptForecast) throws -> (Report, notes: [String]) {
    let site = question.parser.facts.title
    var forecast = kept.forecast
    let mismatch = question.area.placeMismatchNote(for: forecast.place)
    forecast.place = question.area.completed(forecast.place)
    if let age = kept.age { forecast.grow(older: age, now: context.exchange.clock) }
    forecast.place.normalizeCoordinates()
    for index in forecast.days.indices { forecast.days[index].dropInvalidSunTimes(at: forecast.place) }
    var kept = kept
    // Of a page that was saved nobody knows when that was: it shows what it showed then.
    if !context.exchange.isSavedPage,
      let age = forecast.dropOutdated(
        received: context.exchange.clock(before: kept.age), now: context.exchange.clock, site: site)
    {
      kept.age = max(kept.age ?? 0, age)
      kept.isStale = true
    }
    let selection = try forecast.selected(
      for: context.settings.kind.question, weekend: context.settings.weekend, now: context.exchange.clock, site: site,
      keepsPast: !context.exchange.isLive, days: context.settings.dayLimit, hours: context.settings.hourLimit)
    forecast = selection.forecast
    try forecast.validate(site: site)
    let units = forecast.unify(to: context.settings.units)
    let report = Report(
      query: question.query, kind: context.settings.kind,
      source: .of(question.parser, url: forecast.url, fetched: context.exchange.clock, kept),
      place: forecast.place, units: units, current: forecast.current, days: forecast.days, hours: forecast.hours,
      today: selection.today, lowFollowsHigh: forecast.lowFollowsHigh,
      town: question.area.town?.fullName)
    return (report, question.area.notes + [mismatch].compactMap { $0 } + selection.notes)
  }

  /// The parser's answer, if it is about the place; where the site does not cover that, the error names parsers whose
  /// sites do.
  private func answer(_ query: ForecastQuery, _ loader: SiteLoader) async throws -> Forecast {
    do {
      var forecast = try await question.parser.forecast(for: query) { try await loader.page($0) }
      try checkPlace(of: forecast, query)
      forecast.dropImplausibleParts(site: question.parser.facts.title)
      forecast.alignCurrentUnits()
      return forecast
    } catch ScrapingError.outsideCoverage(let site, let area, let coverage, let reason) {
      throw outside(site, area, coverage, reason, query)
    } catch ScrapingError.unavailable(let site, let area, _, _)
      where query.coordinates.map({ context.resolver.isAbroad($0, for: question.parser) }) ?? false
    {
      // Abroad the data are not missing for a while.
      throw outside(site, area, question.parser.facts.coverage, nil, query)
    }
  }

  private func outside(
    _ site: String, _ area: String, _ coverage: String, _ reason: String?, _ query: ForecastQuery
  ) -> AreaError {
    let point = query.coordinates ?? query.towns.first?.coordinates
    return .outsideCoverage(
      place: question.area.town?.fullName ?? area, site: site, coverage: coverage, reason: reason,
      others: point.map { context.resolver.parsers(covering: $0, otherThan: question.parser) } ?? [])
  }

  /// Refuses an answer about another place: by its coordinates, else by its name where that is a far town's.
  private func checkPlace(of forecast: Forecast, _ query: ForecastQuery) throws(ScrapingError) {
    let facts = question.parser.facts
    try forecast.answering(for: query.coordinates, facts: facts)
    guard forecast.answeredPoints.isEmpty, let point = query.coordinates, let name = forecast.place.name,
      question.area.town.map({ !name.lowercased().contains($0.name.lowercased()) }) ?? true,
      let town = context.resolver.town(named: name, farFrom: point)
    else { return }
    throw .otherPlace(
      site: facts.title, asked: question.area.town?.fullName ?? query.area, answered: town.fullName, url: forecast.url)
  }
}
