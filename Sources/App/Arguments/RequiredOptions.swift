import ArgumentParser
import Parsers
import Scraping

/// What every forecast needs, from here or from the configuration.
struct RequiredOptions: ParsableArguments {
  /// `-p`.
  @Option(
    name: ProgramOption.parser.specification,
    help: ArgumentHelp(
      "The parser, by its name; several, such as WeatherCom,OpenMeteo, are asked in turn until one answers.",
      valueName: "NAME"),
    completion: .list(allParsers.map { $0.name }))
  var parser: String?

  /// `-a`; the check before has seen that it is no other option.
  @Option(
    name: ProgramOption.area.specification, parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "The area as the parser takes it, a place of the configuration, or a town by its name; may be given again.",
      valueName: "AREA"))
  var area: [String] = []

  /// `--areas`.
  @Option(
    name: ProgramOption.areas.specification,
    help: ArgumentHelp("A file with an area on each line; - is standard input.", valueName: "FILE"),
    completion: .file())
  var areas: String?
}
