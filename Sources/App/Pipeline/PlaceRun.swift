import Basics
import Scraping
import Weather
import Web

/// One place of a run: its parsers are asked in turn until one answers; where none does, what is kept of them is shown.
struct PlaceRun {
  /// A parser that gave no forecast.
  private struct Defeat {
    let parser: any ForecastParser
    /// The question to it; nil where it was passed over, since it cannot take the place or may not be asked.
    let question: Question?
    let failure: Failure
  }

  /// The place, as the user wrote it.
  let word: String
  /// What all places of the run have in common.
  let context: RunContext
  /// When the whole run is to be over; nil where it may take its time.
  var deadline: ContinuousClock.Instant?

  /// Asks for the forecast.
  func outcome() async -> PlaceOutcome {
    var defeats: [Defeat] = []
    let chain = context.settings.chain
    let isOffline = context.settings.keeping.mode == .offline
    var newest: PlaceOutcome?
    for (index, parser) in chain.enumerated() {
      var question: Question?
      do {
        if let refusal = context.settings.refusal(of: parser) { throw refusal }
        let asked = Question(
          parser: parser, query: word, area: try context.resolver.area(word, for: parser),
          deadline: share(among: chain.count - index))
        question = asked
        let (report, notes) = try await SourceRun(question: asked, context: context)
          .report(context.settings.keeping.mode)
        let outcome = PlaceOutcome(
          report: report.plain, notes: told(defeats, next: parser) + notes.map { PlainText.of($0) })
        if !isOffline { return outcome }
        // What is kept costs nothing: the newest of all is shown.
        if report.source.age < newest?.report.source.age ?? .max { newest = outcome }
      } catch {
        defeats.append(
          Defeat(parser: parser, question: question, failure: Failure(context.exchange.located(error))))
        if Task.isCancelled { break }
      }
    }
    if let newest { return newest }
    return await older(defeats) ?? failed(defeats)
  }

  /// When a parser has to have answered, so that those behind it get their share of the time, too.
  private func share(among count: Int) -> ContinuousClock.Instant? {
    guard let deadline else { return nil }
    let now = ContinuousClock.now
    return deadline > now ? now + (deadline - now) / max(1, count) : deadline
  }

  /// The newest of the older answers of those parsers whose sites failed, with a note that says so.
  private func older(_ defeats: [Defeat]) async -> PlaceOutcome? {
    guard context.settings.keeping.showsStale else { return nil }
    var newest: (report: Report, notes: [String], defeat: Defeat)?
    for defeat in defeats where defeat.failure.isOutage {
      guard let question = defeat.question,
        let (report, notes) = try? await SourceRun(question: question, context: context).report(.stale),
        report.source.age < newest?.report.source.age ?? .max
      else { continue }
      newest = (report, notes, defeat)
    }
    guard let newest else { return nil }
    let age = Age(seconds: newest.report.source.age)
    let shown =
      defeats.count == 1
      ? ["\(newest.defeat.failure.message); shown is the answer of \(age) ago"]
      : told(defeats, next: nil) + ["shown is the answer of \(newest.defeat.parser.name) of \(age) ago"]
    return PlaceOutcome(report: newest.report.plain, notes: newest.notes.map { PlainText.of($0) } + shown)
  }

  /// The place without a forecast. What the first site said that was asked counts; a parser that was passed over counts
  /// where none was asked. The others are told of where they are in another case.
  private func failed(_ defeats: [Defeat]) -> PlaceOutcome {
    let shown = defeats.first { $0.question != nil } ?? defeats.first
    let failure = shown?.failure ?? Failure(UsageError.noParser)
    let others = defeats.filter { defeat in
      defeat.parser.name != shown?.parser.name && (defeat.question != nil || defeat.failure.status != failure.status)
    }
    return PlaceOutcome(
      report: report(failure, of: shown?.parser ?? context.settings.chain[0]), notes: told(others, next: nil),
      failure: failure)
  }

  /// Why the parsers before `next` gave no forecast, in a line each.
  private func told(_ defeats: [Defeat], next: (any ForecastParser)?) -> [String] {
    defeats.map { defeat in
      let then = next.map { "the forecast is \($0.name)'s" }
      let what = defeat.question == nil ? "was passed over" : "gave no forecast"
      return "\(defeat.parser.name) \(what)\(then.map { ", \($0)" } ?? ""): \(defeat.failure.message)"
    }
  }

  /// The report of a place that failed.
  private func report(_ failure: Failure, of parser: any ForecastParser) -> Report {
    Report(
      query: word, kind: context.settings.kind,
      source: .of(parser, url: parser.facts.homePage, fetched: context.exchange.clock), place: Place(),
      units: ReportUnits(), current: nil, days: [], hours: [], today: context.exchange.clock.day,
      failure: ReportFailure(status: Int(failure.status.rawValue), message: failure.message)
    ).plain
  }
}
