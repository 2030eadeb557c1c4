import ArgumentParser
import Parsers
import Scraping

/// What every forecast needs, from here or from the configuration.
struct RequiredOptions: ParsableArguments {
  /// `-p`.
  @Option(
    name: ProgramOption.parser.specification,
    help: ArgumentHelp("The parser, by its name.", valueName: "NAME"),
    completion: .list(allParsers.map { $0.name }))
  var parser: String?

  /// `-a`; the check before has seen that it is no other option.
  @Option(
    name: ProgramOption.area.specification, parsing: .unconditional,
    help: ArgumentHelp(
      "The area as the parser takes it, a place of the configuration, or a town by its name.", valueName: "AREA"))
  var area: String?
}
