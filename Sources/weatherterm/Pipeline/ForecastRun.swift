import Parsers
import Rendering
import Scraping
import Transfer
import Weather

/// One run: from the settings to the reports. Its methods read as the description of the program.
struct ForecastRun {
  /// A parser with the question to it.
  struct Question {
    let parser: any ForecastParser.Type
    /// The area as the user wrote it.
    let query: String
    let area: Area
  }

  /// What came of the run.
  struct Outcome {
    var reports: [Report] = []
    /// What the user should know beside the reports.
    var notes: [String] = []
    /// The places that failed, among several.
    var failures: [Failure] = []
  }

  private let settings: Settings
  private let questions: [Question]
  private let resolver: AreaResolver
  private let exchange: Exchange
  private let progress: Progress
  private let narrator: Narrator

  /// Finds every error that there is before anything is asked, in the order of the contract: named files, areas, the
  /// folder of the recording.
  init(_ settings: Settings) throws {
    self.settings = settings
    exchange = try Exchange(settings: settings, hosts: settings.jobs.flatMap { $0.parser.facts.hosts })
    let resolver = AreaResolver(places: settings.places)
    self.resolver = resolver
    questions = try settings.jobs.map { job in
      Question(parser: job.parser, query: job.area, area: try resolver.area(job.area, for: job.parser))
    }
    if let directory = settings.record { try exchange.record(into: directory) }
    progress = Progress(isShown: exchange.isLive && settings.loudness != .errors && StandardStreams.errorIsTerminal)
    narrator = Narrator(isHeard: settings.loudness == .everything)
  }

  /// Asks for all forecasts, and writes the recording whatever comes of it.
  ///
  /// - Throws: what went wrong with a single place; among several a failed one is a report with its failure.
  func outcome() async throws -> Outcome {
    var outcome = Outcome()
    var last: Failure?
    for question in questions {
      do {
        let (report, notes) = try await keptOrAsked(question)
        outcome.reports.append(report.plain)
        outcome.notes += notes.map { PlainText.of($0) }
      } catch {
        let failure = Failure(exchange.located(error))
        last = failure
        outcome.failures.append(failure)
        outcome.reports.append(failed(question, failure).plain)
      }
    }
    do { try exchange.finish() } catch { throw last ?? Failure(error) }
    if questions.count == 1, let last { throw last }
    return outcome
  }

  /// The report; where the site fails, that of an older answer, if there is one, with a note that says so.
  private func keptOrAsked(_ question: Question) async throws -> (Report, notes: [String]) {
    do {
      return try await report(question, settings.keeping.mode)
    } catch {
      let failure = Failure(error)
      guard settings.keeping.showsStale, failure.isOutage,
        let (report, notes) = try? await report(question, .stale)
      else { throw error }
      return (
        report, notes + ["\(failure.message); shown is the answer of \(Age(seconds: report.source.age)) ago"]
      )
    }
  }

  /// The report of what is kept or the site says; where nothing can be made of what is kept, the site is asked anew.
  private func report(_ question: Question, _ mode: CachePolicy.Mode) async throws -> (Report, notes: [String]) {
    let facts = question.parser.facts
    let configured = settings.parsers[question.parser.name]
    let policy = settings.keeping.policy(
      mode, lifetime: facts.lifetime.of(settings.kind), configured: configured?.maxAge)
    let query = ForecastQuery(
      area: question.area.text, kind: settings.kind, now: exchange.clock, timeZone: question.area.timeZone,
      towns: question.area.towns, contact: settings.contact)
    let name = KeptForecast.name(question.parser.name, query, base: configured?.baseAddress)
    if mode == .usual, let kept = KeptForecast(exchange.note(name, policy)), let report = try? report(question, kept) {
      return report
    }
    let log = AnswerLog()
    do {
      let loader = SiteLoader(
        facts, configured: configured, exchange: exchange, policy: policy, log: log, progress: progress,
        narrator: narrator)
      let forecast = try await answer(question, query, loader)
      narrator.tell(forecast.provenance, of: facts.title)
      let report = try report(question, KeptForecast(forecast, age: log.age, isStale: log.isStale))
      exchange.keep(log.answers)
      exchange.keep(KeptForecast.bytes(of: forecast), note: name, of: log.answers)
      return report
    } catch {
      exchange.distrust(log.answers)
      if mode == .usual || mode == .confirm, log.isWorthAskingAnew, error is ScrapingError {
        return try await report(question, .anew)
      }
      // Some pages lie at an address of the hour; what was read from them does not.
      if let kept = KeptForecast(exchange.note(name, policy)), let report = try? report(question, kept) {
        return report
      }
      throw error
    }
  }

  /// Chooses what was asked for, judges it and brings it into the user's units.
  private func report(_ question: Question, _ kept: KeptForecast) throws -> (Report, notes: [String]) {
    let site = question.parser.facts.title
    var forecast = kept.forecast
    forecast.place = question.area.completed(forecast.place)
    if let age = kept.age { forecast.grow(older: age, now: exchange.clock) }
    let selection = try forecast.selected(
      for: settings.kind, weekend: settings.weekend, now: exchange.clock, site: site,
      days: settings.dayLimit, hours: settings.hourLimit)
    forecast = selection.forecast
    try forecast.judged(site: site)
    let units = forecast.unify(to: settings.units)
    let report = Report(
      query: question.query, kind: settings.kind, source: source(question, url: forecast.url, kept),
      place: forecast.place, units: units, current: forecast.current, days: forecast.days, hours: forecast.hours,
      today: selection.today, lowFollowsHigh: forecast.lowFollowsHigh)
    return (report, question.area.notes + selection.notes)
  }

  /// The parser's answer; where its site does not cover the place, the error names parsers whose sites do.
  private func answer(_ question: Question, _ query: ForecastQuery, _ loader: SiteLoader) async throws -> Forecast {
    do {
      return try await question.parser.init().forecast(for: query) { try await loader.page($0) }
    } catch ScrapingError.outsideCoverage(let site, let area, let coverage) {
      let point = query.coordinates ?? query.towns.first?.coordinates
      throw AreaError.outsideCoverage(
        place: question.area.town?.fullName ?? area, site: site, coverage: coverage,
        others: point.map { resolver.parsers(covering: $0, otherThan: question.parser) } ?? [])
    }
  }

  /// The report of a place that failed.
  private func failed(_ question: Question, _ failure: Failure) -> Report {
    Report(
      query: question.query, kind: settings.kind, source: source(question, url: question.parser.facts.homePage),
      place: Place(),
      units: ReportUnits(), current: nil, days: [], hours: [], today: exchange.clock.day,
      failure: ReportFailure(status: Int(failure.status.rawValue), message: failure.message))
  }

  /// Who is asked, and when.
  private func source(_ question: Question, url: String, _ kept: KeptForecast? = nil) -> Source {
    let facts = question.parser.facts
    return Source(
      parser: question.parser.name, name: facts.title, url: url, fetched: exchange.clock,
      attribution: facts.attribution, age: kept?.age ?? 0, stale: kept?.isStale ?? false)
  }
}
