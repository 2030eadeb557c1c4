import Basics
import Output
import Scraping
import Weather
import Web

/// A forecast: the command line and the configuration make a plan, the plan a run, and its answers are written.
struct ForecastCommand: Sendable {
  let options: CommandLineOptions
  let environment: [String: String]

  func run() async throws -> ExitStatus {
    let begin = ContinuousClock.now
    let configuration = try Configuration.load(options.config, environment: environment, options.known)
    let plan = try Plan(options, configuration, environment: environment)
    if options.verbosity != .errors {
      StandardStreams.writeError(plan.notes.map { "weatherterm: note: \(PlainText.of($0.description))\n" }.joined())
    }
    let run = try Run(plan, begin: begin, postpones: true)
    // Behind the output, whatever came of it: nobody waits for it.
    defer {
      run.keep()
      let notes = run.rememberHealth().map { "weatherterm: note: \(PlainText.of($0.description))\n" }
      StandardStreams.writeError(notes.joined())
    }
    let several = run.places.count > 1
    var writer = ReportWriter(plan, several: several, environment: environment)
    do { try await run.answers { try writer.take($0) } } catch {
      // The recording is written whatever comes of the run; what went wrong first is told.
      try? run.finish()
      throw error
    }
    var unwritten: TransferError?
    do { try run.finish() } catch { unwritten = error }
    // A single report waits for its recording; of several each has its worth.
    if !several, writer.onlyFailure == nil, let unwritten { throw unwritten }
    let status = try writer.finish()
    if status == .done, let unwritten { throw unwritten }
    Watchdog.end(with: status)
    return status
  }
}

extension Plan {
  /// What the user should know before anything is asked: whose site file stands in for a built-in parser.
  var notes: [Note] {
    chain.compactMap { parser in
      guard let site = parser as? SiteFileParser, let file = site.userFile, let definition = site.definition,
        definition.extends == nil, ParserList.builtIn.names.contains(site.name)
      else { return nil }
      return .standsIn(parser: site.name, file: file)
    }
  }
}
