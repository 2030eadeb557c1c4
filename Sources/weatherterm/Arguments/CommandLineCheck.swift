import Weather

/// A walk along the arguments that finds what is wrong with them before the library sees them, so that a fault is told
/// in our words and with the nearest name.
enum CommandLineCheck {
  /// The options that are there, in their order; none where help or completions are asked for, which is left to the
  /// library. Throws the first fault.
  static func options(_ arguments: [String]) throws(UsageError) -> [ProgramOption] {
    if let first = arguments.first, isForLibrary(first) {
      try completion(arguments)
      return []
    }
    var seen: [ProgramOption] = []
    var index = 0
    while index < arguments.count {
      let argument = arguments[index]
      index += 1
      guard argument.hasPrefix("-"), argument != "-" else {
        // With more than their names only help is asked for: PlacesRequest and CacheRequest have the rest.
        if argument == "places" || argument == "cache" { return [] }
        if argument == "parsers" {
          try subcommand(arguments[index...], takesName: true)
          return []
        }
        if argument == "schema" {
          try subcommand(arguments[index...], takesName: false)
          return []
        }
        throw .unexpectedArgument(argument, before: seen.last)
      }
      if argument == "--" { continue }
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let option = ProgramOption(named: String(parts[0])) else { throw .unknownOption(argument) }
      if option == .help { return [] }
      if seen.contains(option) { throw .repeated(option) }
      seen.append(option)
      if option.needs == nil {
        if parts.count == 2 { throw .needsNothing(option) }
      } else if parts.count == 2 {
        if parts[1].isEmpty { throw .needsValue(option) }
      } else {
        guard index < arguments.count, isValue(arguments[index], of: option) else { throw .needsValue(option) }
        // The others say themselves that nothing is no name, unit or area.
        if arguments[index].isEmpty, [.config, .record, .replay, .baseURL].contains(option) {
          throw .needsValue(option)
        }
        index += 1
      }
    }
    let kinds = ForecastKind.allCases.filter { seen.contains(ProgramOption($0)) }
    if kinds.count > 1 { throw .contradictory(kinds) }
    if seen.contains(.verbose), seen.contains(.quiet) { throw .loudAndQuiet }
    return seen
  }

  /// The library's own: completion scripts and what they call back for.
  private static func isForLibrary(_ argument: String) -> Bool {
    argument == "help" || argument.hasPrefix("---") || argument.hasPrefix("--generate-completion-script")
      || argument == "--help-hidden" || argument == "--experimental-dump-help"
  }

  /// A completion script is for a shell that the library knows; for the user's own where none is named.
  private static func completion(_ arguments: [String]) throws(UsageError) {
    guard arguments.count > 1, arguments[0] == "--generate-completion-script" else { return }
    do throws(UnknownName) {
      _ = try Choice(what: "shell", values: ["bash", "zsh", "fish"].map { ($0, $0) })(arguments[1])
    } catch { throw .unknownName(error) }
  }

  /// Behind `parsers` stands one name at most, behind `schema` nothing.
  private static func subcommand(_ arguments: ArraySlice<String>, takesName: Bool) throws(UsageError) {
    if arguments.contains("-h") || arguments.contains("--help") { return }
    for (index, argument) in arguments.enumerated() {
      if !takesName { throw .unexpectedSchemaArgument(argument) }
      if argument.hasPrefix("-") { throw .unknownSubcommandOption(argument) }
      if index > 0 { throw .unexpectedArgument(argument, before: nil) }
    }
  }

  /// Whether a text may be an option's value: an area may begin with a minus before a digit, unless it is an option
  /// (`-5d`), and a template with anything.
  private static func isValue(_ text: String, of option: ProgramOption) -> Bool {
    guard text.hasPrefix("-"), text != "-" else { return true }
    if option == .format { return true }
    guard option == .area, let next = text.dropFirst().first else { return false }
    return ("0"..."9").contains(next) && ProgramOption(named: text) == nil
  }
}
