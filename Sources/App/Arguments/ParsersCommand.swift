import ArgumentParser
import Parsers
import Scraping

/// `weatherterm parsers [NAME]`, as typed.
struct ParsersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parsers", abstract: "List the parsers, or tell all about one.")

  /// The name behind `parsers`.
  @Argument(
    help: ArgumentHelp("The parser to be told about.", valueName: "NAME"),
    completion: .list(allParsers.map { $0.name }))
  var name: String?
}
