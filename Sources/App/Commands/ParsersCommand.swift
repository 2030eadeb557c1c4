import ArgumentParser
import Parsers
import Scraping

/// `weatherterm parsers [NAME]`: the parsers, or the facts of one.
struct ParsersCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "parsers", abstract: "List the parsers, or tell all about one.")

  @Argument(
    help: ArgumentHelp("The parser to be told about.", valueName: "NAME"), completion: .list(Choices.parsers.names))
  var name: String?

  func text(environment: [String: String]) throws -> String {
    guard let name else { return Self.table(allParsers) }
    do throws(UnknownName) { return Self.facts(of: try Choices.parsers(name)) } catch {
      throw UsageError.unknownName(error)
    }
  }

  static func table(_ parsers: [any ForecastParser]) -> String {
    let rows = parsers.map { parser in
      let facts = parser.facts
      return [parser.name, facts.areaForms.map(\.meaning).joined(separator: ", "), facts.coverage, facts.terms]
    }
    return TextTable.text([["PARSER", "AREA", "COVERAGE", "TERMS"]] + rows)
      + "\nAll about one: weatherterm parsers NAME\n"
  }

  static func facts(of parser: any ForecastParser) -> String {
    let facts = parser.facts
    var rows = [
      ["parser", parser.name], ["site", "\(facts.title), \(facts.homePage)"],
      ["hosts", facts.hosts.joined(separator: ", ")], ["coverage", facts.coverage],
      ["days", "\(facts.days), today included"],
    ]
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
    return TextTable.text(rows)
  }
}
