import Weather

/// The walk along the arguments that takes them apart and finds what is wrong with them, in our words and with the
/// nearest name.
///
/// The library, whose declarations (``WeathertermCommand``) name the same options, is left what takes it longer to set up
/// than a kept forecast takes to be shown: help and completions.
enum CommandLineCheck {
  /// The options that are there; nil where help or completions are asked for, or one of the other commands. Throws the
  /// first fault.
  static func options(_ arguments: [String]) throws(UsageError) -> TypedOptions? {
    if let first = arguments.first, isForLibrary(first) {
      try completion(arguments)
      return nil
    }
    var typed = TypedOptions()
    var index = 0
    while index < arguments.count {
      let argument = arguments[index]
      index += 1
      guard argument.hasPrefix("-"), argument != "-" else {
        // With more than their names only help is asked for: PlacesRequest and CacheRequest have the rest.
        if argument == "places" || argument == "cache" { return nil }
        if argument == "parsers" {
          try subcommand(arguments[index...], takesName: true)
          return nil
        }
        if argument == "schema" {
          try subcommand(arguments[index...], takesName: false)
          return nil
        }
        throw .unexpectedArgument(argument, before: typed.last)
      }
      if argument == "--" {
        // Behind it stand no options, and there is nothing else to be given.
        if index < arguments.count { throw .unexpectedArgument(arguments[index], before: nil) }
        break
      }
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let option = ProgramOption(named: String(parts[0])) else { throw .unknownOption(argument) }
      if option == .help { return nil }
      if option != .area, typed.contains(option) { throw .repeated(option) }
      if option.needs == nil {
        if parts.count == 2 { throw .needsNothing(option) }
        typed.add(option, nil)
      } else if parts.count == 2 {
        if parts[1].isEmpty { throw .needsValue(option) }
        typed.add(option, String(parts[1]))
      } else {
        guard index < arguments.count, isValue(arguments[index], of: option) else { throw .needsValue(option) }
        // The others say themselves that nothing is no name, unit or area.
        if arguments[index].isEmpty, [.areas, .config, .record, .replay, .baseURL].contains(option) {
          throw .needsValue(option)
        }
        typed.add(option, arguments[index])
        index += 1
      }
    }
    let kinds = ForecastKind.allCases.filter { typed.contains(ProgramOption($0)) }
    if kinds.count > 1 { throw .contradictory(kinds) }
    if typed.contains(.verbose), typed.contains(.quiet) { throw .loudAndQuiet }
    return typed
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
