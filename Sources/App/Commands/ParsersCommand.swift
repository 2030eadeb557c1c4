import ArgumentParser
import Basics
import Scraping

/// `weatherterm parsers`: what there is to know about parsers, and work on site files.
struct ParsersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parsers", abstract: "List the parsers, tell all about one, or work on site files.",
    usage: """
      weatherterm parsers [NAME]
      weatherterm parsers show NAME
      weatherterm parsers new FILE|URL [NAME.yaml]
      weatherterm parsers check [NAME|FILE ...] [--update]
      """,
    subcommands: [
      ListParsersCommand.self, ShowParserCommand.self, NewParserCommand.self, CheckParsersCommand.self,
    ],
    defaultSubcommand: ListParsersCommand.self)
}

/// `weatherterm parsers [NAME]`: the parsers, or the facts of one.
struct ListParsersCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the parsers, or tell all about one.")

  @Argument(
    help: ArgumentHelp("The parser to be told about.", valueName: "NAME"),
    completion: .list(ParserList.builtIn.names))
  var name: String?

  func text(environment: [String: String]) throws -> String {
    let parsers = ParserList(environment: environment)
    guard let name else { return Self.table(parsers.all, misnamed: parsers.misnamed) }
    let parser = try parsers.required(name)
    try parser.open()
    return Self.facts(of: parser)
  }

  /// All parsers, one a line. A site file that is wrong has its first fault in place of its facts.
  static func table(_ parsers: [any ForecastParser], misnamed: [String]) -> String {
    let rows = parsers.map { parser in
      do throws(DefinitionErrors) { try parser.open() } catch {
        return [parser.name, "", PlainText.of(error.all.first?.description ?? ""), ""]
      }
      return [
        parser.name, parser.facts.areaForms.map { $0.meaning }.joined(separator: ", "), parser.facts.coverage,
        parser.facts.terms,
      ].map(PlainText.of)
    }
    return TextTable.text([["PARSER", "AREA", "COVERAGE", "TERMS"]] + rows)
      + misnamed.map { "\nNot a parser because of its file's name: \(PlainText.of($0))\n" }.joined()
      + "\nWithout -p and parser: in the configuration: \(DefaultChain.order)\n"
      + "All about one: weatherterm parsers NAME\n"
  }

  static func facts(of parser: any ForecastParser) -> String {
    let facts = parser.facts
    var rows = [
      ["parser", parser.name], ["site", "\(facts.title), \(facts.homePage)"],
      ["hosts", facts.hosts.joined(separator: ", ")], ["coverage", facts.coverage],
      ["days", "\(facts.days), today included"],
    ]
    if let file = (parser as? SiteFileParser)?.userFile { rows.insert(["file", file], at: 1) }
    if !facts.aliases.isEmpty { rows.insert(["also called", facts.aliases.joined(separator: ", ")], at: 1) }
    let width = facts.areaForms.map { $0.meaning.count }.max() ?? 0
    for (index, form) in facts.areaForms.enumerated() {
      rows.append([index == 0 ? "area" : "", "\(TextTable.padded(form.meaning, width))  \(form.example)"])
    }
    rows += [["where from", facts.areaHelp], ["attribution", facts.attribution], ["terms", facts.terms]]
    if facts.needsContact {
      rows.append(["contact", "asks for http.contact in the configuration, an address of yours"])
    }
    if facts.pause > .zero {
      rows.append(["pause", "\(facts.pause / .milliseconds(1)) ms between two requests of a run"])
    }
    return TextTable.text(rows.map { $0.map(PlainText.of) })
  }
}

/// `weatherterm parsers show NAME`: the site file of a parser, from which a user begins one of their own.
struct ShowParserCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print a parser's site file, to begin your own with.")

  @Argument(help: ArgumentHelp("The parser.", valueName: "NAME"), completion: .list(ParserList.builtIn.names))
  var name: String?

  func text(environment: [String: String]) throws -> String {
    let parsers = ParserList(environment: environment)
    guard let name else { throw UsageError.needsName(command: "parsers show") }
    return try parsers.siteFileParser(name).siteFile.text()
  }
}

extension ParserList {
  /// The parser of a name that was typed behind a command.
  func required(_ name: String) throws(UsageError) -> any ForecastParser {
    do throws(UnknownName) { return try self(PathText.repaired(name)) } catch { throw .unknownName(error) }
  }
}
