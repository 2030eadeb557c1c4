internal import Basics
public import Scraping
public import Weather

/// A fixture's run with one answer changed.
public struct Trial: Sendable {
  /// The outcome.
  public enum Outcome: Sendable {
    /// A forecast after selection and validation, in the page's units.
    case read(Report)
    /// The page, or its forecast, was refused.
    case refused(ScrapingError)
    /// A link in the changed page leads to an address that was not recorded.
    case lost
  }

  /// More requests than any parser needs.
  private static let mostPages = 20

  /// The run.
  public let run: FixtureRun
  /// The number of the changed answer, from 0.
  public let changed: Int

  /// Creates a trial.
  public init(run: FixtureRun, changed: Int) {
    self.run = run
    self.changed = changed
  }

  /// A trial for every answer of every run.
  public static func all(of runs: [FixtureRun]) -> [Trial] {
    runs.flatMap { run in run.pages.indices.map { Trial(run: run, changed: $0) } }
  }

  /// The original body.
  public var body: [UInt8] { run.pages[changed].body }

  /// The outcome for another body, through parser and program.
  public func outcome(_ body: [UInt8]) -> Outcome {
    let trial = self
    let result = InlineExecutor.result { () -> Result<Forecast, any Error> in
      let count = Locked(0)
      do {
        return .success(
          try await trial.run.parser.forecast(for: trial.run.query) { request in
            let number = count.withLock { count in
              defer { count += 1 }
              return count
            }
            if number == Self.mostPages { broken("\(trial.run.name): asks for one page after the other") }
            Asked.check(request, of: trial.run.parser)
            return try trial.run.page(number, for: request.url, changed: trial.changed, body)
          })
      } catch {
        return .failure(error)
      }
    }
    do {
      return outcome(of: try result.get())
    } catch let error as ScrapingError {
      return refused(error)
    } catch is FixtureRun.NoAnswer {
      return .lost
    } catch {
      broken("\(run.name): \(error) is no error of the room")
    }
  }

  /// The program's outcome for a forecast.
  public func outcome(of forecast: Forecast) -> Outcome {
    let site = run.parser.facts.title
    do throws(ScrapingError) {
      let selection = try forecast.selected(
        for: run.query.question, weekend: [.friday, .saturday, .sunday], now: run.query.now, site: site)
      try selection.forecast.validate(site: site)
      Kept.check(selection.forecast)
      return .read(report(of: selection))
    } catch {
      return refused(error)
    }
  }

  private func refused(_ error: ScrapingError) -> Outcome {
    if error.description.isEmpty { broken("\(run.name): an error without a word") }
    return .refused(error)
  }

  /// The report in the page's predominant units.
  private func report(of selection: Selection) -> Report {
    var forecast = selection.forecast
    let units = forecast.unify(to: UnitSystem())
    let facts = run.parser.facts
    let source = Source(
      parser: run.parser.name, name: facts.title, url: forecast.url, fetched: run.query.now,
      attribution: facts.attribution)
    return Report(
      query: run.query.area, question: run.query.question, source: source, place: forecast.place, units: units,
      current: forecast.current, days: forecast.days, hours: forecast.hours, today: selection.today,
      lowFollowsHigh: forecast.lowFollowsHigh)
  }
}
