import Scraping
import Transfer
import Weather

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
      mode, lifetime: facts.lifetime.of(context.settings.kind), configured: configured?.maxAge)
    let query = ForecastQuery(
      area: question.area.text, kind: context.settings.kind, now: context.exchange.clock,
      timeZone: question.area.timeZone,
      towns: question.area.towns, contact: context.settings.contact)
    let name = KeptForecast.name(question.parser.name, query, base: configured?.baseAddress)
    if mode == .usual, let kept = KeptForecast(context.exchange.note(name, policy)), let report = try? report(kept) {
      return report
    }
    let log = AnswerLog()
    do {
      let loader = SiteLoader(question, context: context, policy: policy, log: log)
      let forecast = try await answer(query, loader)
      context.narrator.tell(forecast.provenance, of: facts.title)
      let report = try report(KeptForecast(forecast, age: log.age, isStale: log.isStale))
      context.exchange.keep(log.answers)
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
    forecast.place = question.area.completed(forecast.place)
    if let age = kept.age { forecast.grow(older: age, now: context.exchange.clock) }
    let selection = try forecast.selected(
      for: context.settings.kind, weekend: context.settings.weekend, now: context.exchange.clock, site: site,
      days: context.settings.dayLimit, hours: context.settings.hourLimit)
    forecast = selection.forecast
    try forecast.judged(site: site)
    let units = forecast.unify(to: context.settings.units)
    let report = Report(
      query: question.query, kind: context.settings.kind,
      source: .of(question.parser, url: forecast.url, fetched: context.exchange.clock, kept),
      place: forecast.place, units: units, current: forecast.current, days: forecast.days, hours: forecast.hours,
      today: selection.today, lowFollowsHigh: forecast.lowFollowsHigh,
      town: question.area.town?.fullName)
    return (report, question.area.notes + selection.notes)
  }

  /// The parser's answer; where its site does not cover the place, the error names parsers whose sites do.
  private func answer(_ query: ForecastQuery, _ loader: SiteLoader) async throws -> Forecast {
    do {
      return try await question.parser.init().forecast(for: query) { try await loader.page($0) }
    } catch ScrapingError.outsideCoverage(let site, let area, let coverage) {
      let point = query.coordinates ?? query.towns.first?.coordinates
      throw AreaError.outsideCoverage(
        place: question.area.town?.fullName ?? area, site: site, coverage: coverage,
        others: point.map { context.resolver.parsers(covering: $0, otherThan: question.parser) } ?? [])
    }
  }
}
