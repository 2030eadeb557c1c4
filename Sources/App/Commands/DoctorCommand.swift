import ArgumentParser
import Basics
import Output
import Scraping
import Web

/// `weatherterm doctor [NAME …]`: checks the machine, the network, the parsers and pages.
struct DoctorCommand: AsyncSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Tell whether all is well with machine, network and parsers.",
    discussion: """
      weatherterm doctor
      weatherterm doctor WeatherCom --online
      weatherterm doctor WeatherCom --replay page.html -o json

      With names, of which parsers each field is found how often, by which of its
      selectors and since when. With --replay, of every field whether it is on a
      recorded or saved page; -a and -td, -10d or --hourly say which, where it
      does not.

      Ends with 0 where all is well, with 1 where something should be looked at,
      and where something is broken with the status of that: 65 a page or a
      parser, 75 the network, 78 the configuration or a site file.
      """)

  @ParentCommand var main: WeathertermCommand

  @Argument(help: ArgumentHelp("Parsers.", valueName: "NAME"), completion: .list(ParserList.builtIn.names))
  var names: [String] = []

  @Flag(help: "Ask each host once for the head of its first page.") var online = false

  @Option(
    help: ArgumentHelp("Write what a bug report needs, without places and contact.", valueName: "FILE.zip"),
    completion: .file(extensions: ["zip"]))
  var bundle: String?

  @Flag(help: "Write the bundle without asking.") var yes = false

  var words: [String] {
    let output = main.output.output.map { ["--output=\($0)", "-o=\($0)", "-o\($0)"] } ?? []
    let values = [
      ("--parser-file", main.session.parserFile), ("--replay", [main.session.replay].compactMap { $0 }),
      ("--color", [main.output.color].compactMap { $0 }), ("--bundle", [bundle].compactMap { $0 }),
      ("--areacode", main.required.area), ("-a", main.required.area),
    ]
    return ["--online", "--yes", "-o", "--output"] + output
      + values.flatMap { name, values in [name] + values + values.map { "\(name)=\($0)" } }
      + main.forecast.kinds.flatMap(\.optionNames)
  }

  func output(environment: [String: String]) async throws -> (text: String, status: ExitStatus) {
    let isJson = try isJson
    let color = try color
    let list = ParserList(environment: environment, files: main.session.parserFile)
    let named = try names.map { try list.required($0) }
    if main.session.replay != nil, named.count != 1 {
      throw UsageError.needsName(command: "doctor --replay FILE")
    }
    if let bundle, Files.exists(PathText.repaired(bundle)) { throw BundleError.exists(path: bundle) }
    let report = try await report(list, named, environment)
    let terminal = Terminal.ofOutput(environment: environment)
    if let bundle {
      let parsers = named.isEmpty ? list.all : named
      let written = try BugReport(
        report, parsers, environment: environment, list: list, config: main.session.config, areas: main.required.area
      ).write(to: PathText.repaired(bundle), asks: !yes)
      return (written, .done)
    }
    if isJson { return (DoctorJson.text(of: report), report.status) }
    let text = DoctorText(
      style: ANSIStyle(isColored: terminal.isColored(color)), width: max(60, terminal.width ?? 80),
      isUnicode: terminal.isUnicode)
    return (text.text(of: report), report.status)
  }

  /// Whether the output is json; `text` is the default.
  private var isJson: Bool {
    get throws(UsageError) {
      switch main.output.output ?? "text" {
      case "json": return true
      case "text": return false
      case let name: throw .unknownName(UnknownName(what: "form of doctor", text: name, known: ["json", "text"]))
      }
    }
  }

  private var color: ColorMode {
    get throws(UsageError) {
      guard let name = main.output.color else { return .auto }
      do throws(UnknownName) { return try Choices.colorModes(name) } catch { throw .unknownName(error) }
    }
  }

  private func report(
    _ list: ParserList, _ named: [any ForecastParser], _ environment: [String: String]
  ) async throws -> DoctorReport {
    var report = DoctorReport(time: .now())
    let configuration: Configuration
    (report.machine, configuration) = MachineDoctor(
      environment: environment, list: list, config: main.session.config.map { PathText.repaired($0) }, now: report.time
    ).checks()
    let doctor = ParserDoctor(cache: CacheSettings.folder(environment).map { Cache(path: $0) }, now: report.time)
    if let replay = main.session.replay, let parser = named.first {
      report.isDetailed = true
      report.page = try await PageDoctor(
        parser: parser, replay: PathText.repaired(replay), area: main.required.area.first,
        kind: main.forecast.kinds.first, maxBody: configuration.http.maxBody
      ).check()
    } else {
      let shown = named.isEmpty ? list.all.filter { doctor.knows($0) || configuration.asks($0) } : named
      report.parsers = shown.map { doctor.check($0) }
      report.unusedParsers = named.isEmpty ? list.names.count - shown.count : 0
      report.isDetailed = !named.isEmpty
    }
    if online {
      let asked = named.isEmpty ? list.all.filter { configuration.chain.isEmpty || configuration.asks($0) } : named
      report.network = await NetworkDoctor(
        configuration: configuration, environment: environment, now: report.time
      ).checks(of: asked)
    }
    return report
  }
}

extension Configuration {
  /// Whether a parser is in the configured chain.
  fileprivate func asks(_ parser: any ForecastParser) -> Bool { chain.contains { $0.name == parser.name } }
}
