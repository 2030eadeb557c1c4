import Foundation
import Output
import Scraping
import Weather
import Web

/// The program: arguments in, a forecast out, every error a sentence and an exit status.
struct Program: Sendable {
  /// What became of the arguments.
  enum Answer {
    /// All is said.
    case done(ExitStatus)
    /// A forecast is asked for.
    case forecast(Program)
  }

  /// What the command line asks for.
  let wishes: Wishes
  /// The variables of the environment.
  let environment: [String: String]

  /// Answers what can be answered at once.
  static func answer(_ arguments: [String]) -> Answer {
    do {
      switch try CommandLineRequest(arguments) {
      case .text(let text): try StandardStreams.write(text)
      case .version(let verbose): try StandardStreams.write(Version.text + (verbose ? Version.sources : ""))
      case .places(let request): try StandardStreams.write(try places(request))
      case .cache(let request): try StandardStreams.write(try cache(request))
      case .parsers(let name): try StandardStreams.write(try parsers(name))
      case .schema: try StandardStreams.write(ForecastSchema.text)
      case .forecast(let typed):
        return .forecast(Program(wishes: try Wishes(typed), environment: RawText.environment))
      }
      return .done(.done)
    } catch {
      return .done(failed(error))
    }
  }

  /// Asks for the forecast and prints it.
  func run() async -> ExitStatus {
    let begin = ContinuousClock.now
    do {
      let settings = try settings()
      let run = try ForecastRun(settings, begin: begin)
      let several = run.places.count > 1
      let options = Terminal.ofOutput(environment: environment).options(for: settings, several: several)
      var writer = ReportWriter(settings.output, options, several: several, loudness: settings.loudness)
      do { try await run.run { try writer.take($0) } } catch {
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
      return status
    } catch {
      return Self.failed(error)
    }
  }

  /// What the command line asks for, over what the configuration says.
  private func settings() throws -> Settings {
    let file = ConfigurationFile(named: wishes.config, environment: environment)
    guard let file, let text = try file.text() else {
      if wishes.areNone { throw UsageError.notStarted }
      return try Settings(wishes, Configuration(), file: file, environment: environment)
    }
    return try Settings(
      wishes, try Configuration(yaml: text, file: file.path), file: file, environment: environment)
  }

  /// The list of the parsers, or all about the one that is named.
  private static func parsers(_ name: String?) throws(UsageError) -> String {
    guard let name else { return ParserList.table() }
    do throws(UnknownName) { return ParserList.about(try Choice.parsers(name)) } catch { throw .unknownName(error) }
  }

  /// The places that a name may mean, the configuration's first.
  private static func places(_ request: PlacesRequest) throws -> String {
    let file = ConfigurationFile(named: request.config, environment: RawText.environment)
    let configuration = try file.flatMap { file in
      try file.text().map { text in try Configuration(yaml: text, file: file.path) }
    }
    let places = configuration?.places ?? [:]
    if request.words.isEmpty, places.isEmpty { throw UsageError.noPlace }
    return try PlaceList(places: places).text(for: request.words)
  }

  /// What is kept, or that it is gone.
  private static func cache(_ request: CacheRequest) throws(TransferError) -> String {
    let cache = Keeping(folder: Keeping.folder(RawText.environment)).cache
    switch request {
    case .list: return CacheList.text(of: cache, now: .now())
    case .clear: return try CacheList.cleared(cache)
    }
  }

  /// Tells an error to the user; gives its status.
  static func failed(_ error: any Error) -> ExitStatus {
    let failure = Failure(error)
    StandardStreams.complain(failure.text)
    return failure.status
  }
}
