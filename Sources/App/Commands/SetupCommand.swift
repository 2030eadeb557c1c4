import ArgumentParser
import Basics
import Foundation
import Places
import Scraping
import Weather

/// `weatherterm setup`: asks for the settings that most people need, and writes them into the configuration.
struct SetupCommand: AsyncSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "setup", abstract: "Ask for your place, units and parser, and write the configuration.")

  @ParentCommand var main: WeathertermCommand

  var words: [String] { main.session.config.map { ["--config", $0, "--config=\($0)"] } ?? [] }

  /// Ends the questions: the input has ended.
  private struct EndOfInput: Error {}

  func output(environment: [String: String]) async throws -> (text: String, status: ExitStatus) {
    let named = main.session.config
    guard let file = ConfigurationFile(named: named, environment: environment) else { throw SetupError.noFolder }
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw SetupError.noTerminal(path: file.path) }
    let exists = Files.exists(file.path)
    let text = exists ? try file.text() ?? "" : ""
    let known = ParserList(environment: environment)
    let configuration = try Configuration(yaml: text, file: file.path, known)
    do { return (try await ask(file.path, text, configuration, known, environment), .done) } catch is EndOfInput {
      return ("\n" + SetupMessages.unchanged, .done)
    }
  }

  private func ask(
    _ path: String, _ text: String, _ configuration: Configuration, _ known: ParserList,
    _ environment: [String: String]
  ) async throws -> String {
    try StandardStreams.write(SetupMessages.welcome + SetupMessages.keeps + "\n\n")
    var editor = ConfigurationEditor(text)
    editor.set("area", to: try place(configuration), comment: SetupMessages.areaComment)
    let units = try units(configuration)
    editor.set("unit", to: units, comment: SetupMessages.unitComment)
    let parser = try parser(configuration, known)
    // Several parsers that are kept stay as they are written.
    if configuration.chain.count < 2 || parser != Self.names(configuration) {
      editor.set("parser", to: parser, comment: SetupMessages.parserComment)
    }
    guard let changed = try? Configuration(yaml: editor.text, file: path, known) else {
      throw SetupError.notEditable(path: path)
    }
    try StandardStreams.write(SetupMessages.preview)
    await preview(changed, environment)
    let answer = try question(SetupMessages.write(path)).lowercased()
    guard answer.isEmpty || answer.hasPrefix("y") else { return SetupMessages.unchanged }
    try write(editor.text, to: path)
    return SetupMessages.written(path)
  }

  // MARK: - Questions

  /// The place, as it is to be typed.
  private func place(_ configuration: Configuration) throws -> String {
    let gazetteer = Gazetteer()
    var candidates: [Town] = []
    var prompt = SetupMessages.place(configuration.area)
    while true {
      let answer = try question(prompt)
      prompt = SetupMessages.place(configuration.area)
      if answer.isEmpty {
        if let area = configuration.area { return area }
        try StandardStreams.write(SetupMessages.placeNeeded + "\n")
        continue
      }
      if let number = Int(answer), candidates.indices.contains(number - 1) {
        return gazetteer.spelling(of: candidates[number - 1])
      }
      if Coordinates(answer) != nil || configuration.places[answer] != nil { return answer }
      let match = gazetteer.search(answer)
      candidates = Array(match.towns.prefix(9))
      switch match {
      case .one(let town):
        try StandardStreams.write(SetupMessages.found(town) + "\n")
        return gazetteer.spelling(of: town)
      case _ where candidates.isEmpty: try StandardStreams.write(SetupMessages.notFound(answer) + "\n")
      case .none: try list(candidates, SetupMessages.unknown(answer))
      default: try list(candidates, SetupMessages.several(answer))
      }
      if !candidates.isEmpty { prompt = SetupMessages.choose }
    }
  }

  private func list(_ towns: [Town], _ title: String) throws {
    let lines = towns.enumerated().map { "  \($0 + 1)  \($1.fullName) (\($1.population))\n" }
    try StandardStreams.write(PlainText.of(title) + "\n" + lines.joined())
  }

  /// The unit's name; nil for automatic.
  private func units(_ configuration: Configuration) throws -> String? {
    let current = Choices.unitSystems.values.first { $0.value == configuration.unit }?.name
    while true {
      let answer = try question(SetupMessages.units(current ?? SetupMessages.automatic))
      if answer.isEmpty { return current }
      if SetupMessages.automatic.hasPrefix(answer.lowercased()) { return nil }
      let found = Choices.unitSystems.names.first { $0.lowercased().hasPrefix(answer.lowercased()) }
      if let found { return found }
      try StandardStreams.write(SetupMessages.unitsUnknown + "\n")
    }
  }

  /// The parser's name; nil for the default chain.
  private func parser(_ configuration: Configuration, _ known: ParserList) throws -> String? {
    let current = Self.names(configuration)
    while true {
      let answer = try question(SetupMessages.parser(current ?? SetupMessages.automatic))
      if answer.isEmpty { return current }
      if SetupMessages.automatic.hasPrefix(answer.lowercased()) { return nil }
      if let parser = try? known(answer) { return parser.name }
      try StandardStreams.write(SetupMessages.parserUnknown(known.names) + "\n")
    }
  }

  private static func names(_ configuration: Configuration) -> String? {
    configuration.chain.isEmpty ? nil : configuration.chain.map(\.name).joined(separator: ", ")
  }

  /// Asks, and returns the answer without surrounding blanks.
  private func question(_ prompt: String) throws -> String {
    try StandardStreams.write(PlainText.of(prompt.trimmingPrefix("\n").description) + ": ")
    guard let line = readLine() else { throw EndOfInput() }
    return PlainText.of(line).trimmingSpaces
  }

  // MARK: - The result

  /// The weather by the new configuration; a failure is told, and does not end the setup.
  private func preview(_ configuration: Configuration, _ environment: [String: String]) async {
    do {
      let plan = try Plan(CommandLineOptions(), configuration, environment: environment)
      var writer = ReportWriter(plan, several: false, environment: environment)
      let run = try Run(plan)
      try await run.answers { try writer.take($0) }
      _ = try writer.finish()
    } catch {
      StandardStreams.writeError(PlainText.of(SetupMessages.previewFailed(Failure(error).message)) + "\n")
    }
  }

  /// Writes the file as a whole, so that a failure leaves the old one.
  private func write(_ text: String, to path: String) throws {
    do throws(FileError) {
      if let slash = path.lastIndex(of: "/"), slash != path.startIndex { try Self.makeFolders(String(path[..<slash])) }
      let new = path + ".new"
      Files.remove(new)
      try Files.create(new, Array(text.utf8))
      try Files.move(new, to: path)
    } catch {
      throw SetupError.notWritten(path: path, reason: error.reason)
    }
  }

  private static func makeFolders(_ path: String) throws(FileError) {
    if Files.isFolder(path) { return }
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex { try makeFolders(String(path[..<slash])) }
    try Files.makeFolder(path)
  }
}
