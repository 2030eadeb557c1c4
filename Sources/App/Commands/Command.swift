import ArgumentParser
import Basics
import Parsers
import Weather

/// What the arguments ask for.
enum Command {
  case forecast(CommandLineOptions)
  case subcommand(any Subcommand)
  case asyncSubcommand(any AsyncSubcommand)
  /// A text that is ready: help, a completion script or the version.
  case text(String)
}

/// A command beside the forecast.
protocol AnySubcommand: ParsableCommand {
  /// The words that the command takes, some of which may look like options.
  var words: [String] { get }
}

extension AnySubcommand { var words: [String] { [] } }

/// A command that prints a text.
protocol Subcommand: AnySubcommand {
  /// What it prints.
  func text(environment: [String: String]) throws -> String
}

/// A command that runs parsers, and prints its text whatever status it ends with.
protocol AsyncSubcommand: AnySubcommand, Sendable {
  /// What it prints, and the program's exit status.
  func output(environment: [String: String]) async throws -> (text: String, status: ExitStatus)
}

extension Command {
  /// Reads the arguments behind the program's name.
  init(_ arguments: [String], environment: [String: String] = [:]) throws(UsageError) {
    let parsed: any ParsableCommand
    do {
      var command = try WeathertermCommand.parseAsRoot(Self.protectingCoordinates(arguments))
      // The library's command for help throws its text.
      if !(command is PlaceCommand || command is any AnySubcommand) { try command.run() }
      parsed = command
    } catch {
      guard WeathertermCommand.exitCode(for: error).isSuccess else {
        let fault = UsageError(library: WeathertermCommand.message(for: error), arguments)
        if case .unknownOption(let option, nil, let known) = fault,
          let slip = Slip.error(forOption: option, arguments, known: known)
        {
          throw slip
        }
        throw fault
      }
      if let word = Self.accidentalHelp(arguments) { throw .unknownOption(word, known: Self.options) }
      // Behind a place the library would show the help of the command that takes places.
      let isOfPlace = UsageError.subcommand(arguments) == nil && arguments.contains { ["-h", "--help"].contains($0) }
      let text = isOfPlace ? WeathertermCommand.helpMessage() : WeathertermCommand.fullMessage(for: error)
      self = .text(WeathertermCommand.completed(text) + "\n")
      return
    }
    switch parsed {
    case let command as any AnySubcommand:
      // The library gives the main command its options wherever they stand.
      if let option = arguments.first(where: {
        $0.hasPrefix("-") && !$0.hasPrefix("--config") && !command.words.contains($0)
      }) {
        throw .unknownOption(option, behind: UsageError.subcommand(arguments), known: [])
      }
      switch command {
      case let command as any Subcommand: self = .subcommand(command)
      case let command as any AsyncSubcommand: self = .asyncSubcommand(command)
      default: self = .text("")
      }
    case let command as PlaceCommand:
      self =
        command.main.version
        ? .text(Version.text + (command.main.verbose ? Version.sources : ""))
        : .forecast(try Self.options(command, arguments, environment))
    default: self = .text("")
    }
  }

  /// The options of a forecast, with the place that was typed by itself.
  private static func options(
    _ command: PlaceCommand, _ arguments: [String], _ environment: [String: String]
  ) throws(UsageError) -> CommandLineOptions {
    var options = try CommandLineOptions(command.main, environment: environment)
    let words = command.words.map { PathText.repaired($0).trimmingSpaces }
    guard let first = words.first else { return options }
    if !options.places.isEmpty || options.placeFile != nil || first.hasPrefix("—") || first.hasPrefix("–") {
      throw .unexpectedArgument(first)
    }
    let names = WeathertermCommand.configuration.subcommands.compactMap { $0.configuration.commandName }
    // Behind -- everything is a place.
    if !arguments.contains("--"),
      let slip = Slip.error(
        in: words, arguments, parsers: allParsers.map(\.name),
        commands: names.filter { $0 != PlaceCommand.configuration.commandName })
    {
      throw slip
    }
    // Latitude and longitude may be two words.
    let areNumbers = words.count == 2 && words.allSatisfy { Double($0) != nil }
    options.places = [words.joined(separator: areNumbers ? "," : " ")]
    options.isShort = true
    return options
  }

  /// Marks coordinates that begin with a minus by a blank, so that the library does not take them for options.
  private static func protectingCoordinates(_ arguments: [String]) -> [String] {
    guard UsageError.subcommand(arguments) == nil else { return arguments }
    return arguments.enumerated().map { index, word in
      guard word.hasPrefix("-"), let digit = word.dropFirst().first, ("0"..."9").contains(digit) || digit == ".",
        word.contains("."), Coordinates(word) != nil || Double(word) != nil,
        index == 0 || !["-a", "--areacode"].contains(arguments[index - 1])
      else { return word }
      return " " + word
    }
  }

  /// The word that the library takes for `-h`, such as `-refresh`; nil where help was asked for.
  private static func accidentalHelp(_ arguments: [String]) -> String? {
    if arguments.contains(where: ["-h", "--help", "help"].contains) { return nil }
    return arguments.first { $0.hasPrefix("-") && !$0.hasPrefix("--") && $0.dropFirst(2).contains("h") }
  }

  /// All options of the main command, as `-p/--parser`.
  fileprivate static var options: [String] {
    WeathertermCommand.helpMessage(columns: 200).split(separator: "\n").compactMap { line in
      // `  -p, --parser <NAME>      The parser, …`
      guard line.hasPrefix("  -") else { return nil }
      let names = line.split(separator: " ").prefix { $0.hasPrefix("-") }
      return names.map { $0.filter { $0 != "," } }.joined(separator: "/")
    }
  }
}

extension UsageError {
  /// What the library found wrong, as data where there is something to add to its sentence.
  init(library message: String, _ arguments: [String]) {
    let sentence = message.split(whereSeparator: \.isNewline).map(\.trimmingSpaces).joined(separator: " ")
    let parts = sentence.split(separator: "'", omittingEmptySubsequences: false).map(String.init)
    let quoted = parts.count > 1 ? parts[1] : ""
    let command = Self.subcommand(arguments)
    if sentence.hasPrefix("Unknown option") {
      self = .unknownOption(
        Self.typed(quoted, arguments), behind: command, known: command == nil ? Command.options : [])
    } else if sentence.hasPrefix("Missing value for") {
      self = ["-a", "--areacode"].contains(quoted.prefix { $0 != " " }) ? .needsArea : .missingValue(quoted)
    } else if sentence.contains("does not take any value"), parts.count > 3 {
      self = .valueOfFlag(quoted, value: parts[3])
    } else if sentence.lowercased().contains("unexpected argument")
      || (command != nil && sentence.hasPrefix("The value '"))
    {
      self = .unexpectedArgument(quoted, behind: command)
    } else {
      self = .other(sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence)
    }
  }

  /// The name of the subcommand that is asked for.
  static func subcommand(_ arguments: [String]) -> String? {
    var names: [String] = []
    var commands = WeathertermCommand.configuration.subcommands
    for word in arguments {
      guard let command = commands.first(where: { $0.configuration.commandName == word }) else { break }
      names.append(word)
      commands = command.configuration.subcommands
    }
    return names.isEmpty ? nil : names.joined(separator: " ")
  }

  /// The word that was typed: of `-unit` the library says `-n`, the first letter that is no option.
  private static func typed(_ option: String, _ arguments: [String]) -> String {
    guard option.count == 2, let letter = option.last, !arguments.contains(option) else {
      // With its value, which the sentence leaves out.
      return arguments.first { $0.hasPrefix(option + "=") } ?? option
    }
    return arguments.first { $0.hasPrefix("-") && !$0.hasPrefix("--") && $0.contains(letter) } ?? option
  }
}
