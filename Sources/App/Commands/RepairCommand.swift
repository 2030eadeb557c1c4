import ArgumentParser
import Basics
import Scraping

/// `weatherterm repair NAME`: learns where a redesigned site has its values.
struct RepairCommand: AsyncSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "repair",
    abstract: "Learn where a redesigned site has its values, and propose a site file.",
    discussion: """
      weatherterm repair WeatherCom -a Amsterdam --from OpenMeteo
      weatherterm repair WeatherCom --replay page.html --known report.json --explain
      weatherterm repair WeatherCom -a Amsterdam -a Oslo --write
      weatherterm repair WeatherCom --accept

      Known values come from the data that a page embeds, from what was kept before
      from the site, from --from and from --known. Nothing is written without --write
      or -o FILE.yaml; -o json tells all as JSON. A page is named behind --replay,
      and more behind it.
      """)

  @ParentCommand var main: WeathertermCommand

  @Argument(help: ArgumentHelp("The parser, and more pages to replay.", valueName: "NAME|PAGE"))
  var names: [String] = []

  @Option(help: ArgumentHelp("A report of -o json for the page; once for each page.", valueName: "REPORT"))
  var known: [String] = []

  @Option(help: ArgumentHelp("Another parser that is asked about the same place.", valueName: "PARSER"))
  var from: String?

  @Flag(help: "Say why a field was not found, or not believed.") var explain = false
  @Flag(help: "Write the site file, and a test from the page, into your folder.") var write = false
  @Flag(help: "Mark the repair as looked at.") var accept = false
}

extension RepairCommand {
  /// The options of the main command that count here, and those of this one.
  var words: [String] {
    let valued = [
      "--known": known, "--from": [from].compactMap { $0 }, "--replay": [main.session.replay].compactMap { $0 },
      "--parser-file": main.session.parserFile, "--base-url": [main.session.baseURL].compactMap { $0 },
      "--areacode": main.required.area, "--output": [main.output.output].compactMap { $0 },
    ]
    let joined = valued.flatMap { option, values in [option] + values.map { "\(option)=\($0)" } }
    return joined + main.required.area + ["-a", "-o", "--explain", "--write", "--accept", "--verbose", "--quiet"]
  }

  func output(environment: [String: String]) async throws -> (text: String, status: ExitStatus) {
    guard let name = names.first else { throw UsageError.needsName(command: "repair") }
    let list = ParserList(environment: environment, files: main.session.parserFile)
    if accept { return (try RepairAcceptance(list: list, name: name).accept(), .done) }
    let output = main.output.output
    let file = output == "json" ? nil : output
    if let file, ParserList.name(of: file) == nil { throw RepairError.badName(file) }
    let parser = try list.siteFileParser(name)
    let (base, older) = try RepairTarget.base(of: parser, list)
    let run = RepairRun(
      parser: base, list: list, configuration: try Configuration.load(main.session.config, environment: environment),
      environment: environment, pages: [main.session.replay].compactMap { $0 } + names.dropFirst(),
      areas: main.required.area, known: known, from: try from.map { try list.required($0) },
      baseAddress: try main.session.baseURL.map { text in
        guard let address = BaseAddress(text) else { throw UsageError.badBaseAddress(text) }
        return address
      })
    defer { run.clean() }
    let result = try await run.result()
    let target = try RepairTarget(list: list, parser: base, file: file ?? older, isWritten: write || file != nil)
    let text = try await target.take(result, explains: explain, asJSON: output == "json")
    return (text, result.sections.contains { $0.learned != nil } || result.isWhole ? .done : .data)
  }
}
