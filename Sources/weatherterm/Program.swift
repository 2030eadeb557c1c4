import Rendering
import Scraping
import Weather

/// The program: arguments in, a forecast out, every error a sentence and an exit status.
struct Program {
  /// The words behind the program's name.
  let arguments: [String]
  /// The variables of the environment.
  let environment: [String: String]

  /// Does what the arguments ask for.
  func run() async -> ExitStatus {
    do {
      switch try CommandLineRequest(arguments) {
      case .text(let text): try StandardStreams.write(text)
      case .version(let verbose): try StandardStreams.write(Version.text + (verbose ? Version.sources : ""))
      case .places(let request): try StandardStreams.write(try places(request))
      case .parsers(let name): try StandardStreams.write(try parsers(name))
      case .forecast(let command): return try await forecast(command)
      }
      return .done
    } catch {
      let failure = Failure(error)
      StandardStreams.complain(failure.text)
      return failure.status
    }
  }

  private func parsers(_ name: String?) throws(UsageError) -> String {
    guard let name else { return ParserList.table() }
    do throws(UnknownName) { return ParserList.about(try Choice.parsers(name)) } catch { throw .unknownName(error) }
  }

  private func places(_ request: PlacesRequest) throws -> String {
    let file = ConfigurationFile(named: request.config, environment: environment)
    let configuration = try file.flatMap { file in
      try file.text().map { text in try Configuration(yaml: text, file: file.path) }
    }
    return try PlaceList(places: configuration?.places ?? [:]).text(for: request.words)
  }

  private func forecast(_ command: WeathertermCommand) async throws -> ExitStatus {
    let settings = try settings(command)
    let outcome = try await ForecastRun(settings).outcome()
    StandardStreams.complain(outcome.notes.map { "weatherterm: note: \($0)\n" }.joined())
    StandardStreams.complain(outcome.failures.map { $0.text }.joined())
    try StandardStreams.write(text(of: outcome.reports, settings))
    return outcome.failures.first?.status ?? .done
  }

  /// The reports in the form that was asked for, all of it before anything is written.
  private func text(of reports: [Report], _ settings: Settings) -> String {
    let options = RenderingOptions(fields: settings.fields, severalReports: settings.jobs.count > 1)
    let renderer = settings.output.init(options: options)
    let shown = settings.output.showsFailures ? reports : reports.filter { $0.failure == nil }
    let bodies = shown.enumerated().map { renderer.render($1, index: $0) }
    return renderer.opening() + bodies.joined() + renderer.closing()
  }

  /// What the command line asks for, over what the configuration says.
  private func settings(_ command: WeathertermCommand) throws -> Settings {
    let wishes = try Wishes(command)
    let file = ConfigurationFile(named: wishes.config, environment: environment)
    guard let file, let text = try file.text() else {
      if wishes.areNone { throw UsageError.notStarted }
      return try Settings(wishes, Configuration(), file: file)
    }
    return try Settings(wishes, try Configuration(yaml: text, file: file.path), file: file)
  }
}
