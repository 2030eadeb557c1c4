import Basics
import Scraping
import Weather
import Web

/// One place of a run: asks its parsers in turn until one answers; if none does, shows a stale answer.
struct PlaceRun {
  /// A parser that gave no forecast.
  private struct FailedSource {
    let parser: any ForecastParser
    /// The run that failed; nil if the parser was skipped, because it cannot resolve the place or must not be asked.
    let run: SourceRun?
    let failure: Failure
  }

  let place: String
  let area: Area?
  let context: RunContext
  /// Deadline of the whole run; nil for none.
  var deadline: ContinuousClock.Instant?

  func answer() async -> PlaceAnswer {
    var failed: [FailedSource] = []
    let plan = context.plan
    var chain = plan.chain
    var newest: PlaceAnswer?
    var index = 0
    while index < chain.count {
      let parser = chain[index]
      defer { index += 1 }
      var run: SourceRun?
      do {
        if let refusal = plan.refusal(of: parser) { throw refusal }
        try parser.open()
        if plan.isDefaultChain, index > 0 { context.source.network?.add(pauses: plan.pauses(of: parser)) }
        if context.log.isEnabled, let file = (parser as? SiteFileParser)?.userFile, let repair = parser.openRepair {
          context.log.report("\(LearnedSelectors(parser: parser.name, file: file, day: repair.date))")
        }
        let asked = SourceRun(
          parser: parser, place: place, area: try area ?? context.resolver.area(place, for: parser),
          deadline: share(among: chain.count - index), context: context)
        run = asked
        var answer = try await asked.answer(plan.cache.mode)
        // Of a parser that nobody named only its failure is told, and not that it has no area for the place.
        answer.notes =
          notes(plan.isDefaultChain ? failed.filter { $0.run != nil } : failed, next: parser) + answer.notes
        if plan.cache.mode != .onlyIfCached { return answer }
        // With the cache only, all parsers are tried and the newest answer is shown.
        if answer.report.source.age < newest?.report.source.age ?? .max { newest = answer }
      } catch {
        failed.append(FailedSource(parser: parser, run: run, failure: Failure(context.source.located(error))))
        if Task.isCancelled { break }
        if plan.isDefaultChain, index == 0, let country = country(run?.area) {
          chain.insert(contentsOf: DefaultChain.parsers(of: plan.options.known, in: country), at: 1)
        }
      }
    }
    if let newest { return newest }
    return await older(failed) ?? failure(failed)
  }

  /// The country of an area that a parser failed to give a forecast for; nil if the area is not known.
  private func country(_ area: Area?) -> String? {
    area.flatMap { context.resolver.country(of: $0) }
  }

  /// A parser's deadline, which leaves the parsers after it their share of the time.
  private func share(among count: Int) -> ContinuousClock.Instant? {
    guard let deadline else { return nil }
    let now = ContinuousClock.now
    return deadline > now ? now + (deadline - now) / max(1, count) : deadline
  }

  /// The newest stale answer of the parsers whose sites failed, with a note.
  private func older(_ failed: [FailedSource]) async -> PlaceAnswer? {
    guard context.plan.cache.showsStale else { return nil }
    var newest: (answer: PlaceAnswer, source: FailedSource)?
    for source in failed where source.failure.isOutage {
      guard let answer = try? await source.run?.answer(.allowStale),
        answer.report.source.age < newest?.answer.report.source.age ?? .max
      else { continue }
      newest = (answer, source)
    }
    guard let (_, source) = newest, var answer = newest?.answer else { return nil }
    let age = answer.report.source.age
    answer.notes +=
      failed.count == 1
      ? [.olderAnswer(age: age, parser: nil, reason: source.failure.message)]
      : notes(failed, next: nil) + [.olderAnswer(age: age, parser: source.parser.name, reason: nil)]
    return answer
  }

  /// The result for a place without a forecast. The failure of the first parser that was asked is shown, else that of
  /// the first one skipped; others are mentioned if they were asked or failed differently.
  private func failure(_ failed: [FailedSource]) -> PlaceAnswer {
    let shown = failed.first { $0.run != nil } ?? failed.first
    let failure = shown?.failure ?? Failure(UsageError.noParser)
    let others = failed.filter { source in
      source.parser.name != shown?.parser.name && (source.run != nil || source.failure.status != failure.status)
    }
    return PlaceAnswer(
      report: report(failure, of: shown?.parser ?? context.plan.chain[0]), notes: notes(others, next: nil),
      failure: failure)
  }

  private func notes(_ failed: [FailedSource], next: (any ForecastParser)?) -> [Note] {
    failed.map {
      .noForecast(
        parser: $0.parser.name, wasAsked: $0.run != nil, next: next.map { $0.name }, reason: $0.failure.message)
    }
  }

  private func report(_ failure: Failure, of parser: any ForecastParser) -> Report {
    let clock = context.source.clock
    return Report(
      query: place, question: context.plan.question,
      source: .of(parser, url: parser.facts.homePage, fetched: clock),
      place: Place(), units: ReportUnits(), current: nil, days: [], hours: [], today: clock.day,
      failure: ReportFailure(status: Int(failure.status.rawValue), message: failure.message)
    ).plain
  }
}

/// The result for one place of a run.
struct PlaceAnswer: Sendable {
  var report: Report
  var notes: [Note] = []
  var failure: Failure?
}

extension Source {
  /// Creates a report's source; `kept` is the forecast that the report is made from.
  static func of(_ parser: any ForecastParser, url: String, fetched: LocalTime, _ kept: KeptForecast? = nil) -> Source {
    Source(
      parser: parser.name, name: parser.facts.title, url: url, fetched: fetched, attribution: parser.facts.attribution,
      age: kept?.age ?? 0, stale: kept?.isStale ?? false,
      repaired: parser.openRepair != nil)
  }
}

extension ForecastParser {
  /// The user's file's repair that nobody has accepted yet, if the parser uses one.
  var openRepair: SiteDefinition.Repair? {
    guard let site = self as? SiteFileParser, site.userFile != nil, let repair = site.definition?.repair,
      repair.status == .proposed
    else { return nil }
    return repair
  }
}
