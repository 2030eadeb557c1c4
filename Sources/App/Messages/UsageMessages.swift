import Basics
import Output
import Parsers
import Scraping
import Weather

extension UsageError: CustomStringConvertible {
  var description: String {
    switch self {
    case .unknownOption(let text, let command, let known):
      "there is no option \(Self.name(text))\(command.map { " behind \($0)" } ?? "")"
        + (Self.suggestion(for: text, known) ?? ", see 'weatherterm \(command.map { "\($0) " } ?? "")--help'")
    case .unexpectedArgument(let text, let command?):
      "unexpected argument \(text) behind \(command), see 'weatherterm \(command) --help'"
    case .unexpectedArgument(let text, nil):
      "unexpected argument \(text): an area is given with -a, in quotes if it has blanks; parsers are given with -p, "
        + "joined by commas"
    case .missingValue(let option): "\(option.prefix { $0 != " " }) needs a value: \(option), see 'weatherterm --help'"
    case .valueOfFlag(let option, let value): "\(option) takes no value: leave out =\(value)"
    case .needsArea: "-a needs an area, such as -a \(Self.example.area)"
    case .emptyFileName(let option): "\(option) needs the name of a file or a folder"
    case .contradictory(let kinds):
      "\(Self.spellings(kinds, " and ")) contradict each other: ask for one forecast at a time"
    case .excluding(let one, let other): "\(one) and \(other) contradict each other: give one of them"
    case .unknownName(let name), .badFields(.unknown(let name)): name.description
    case .badFields(.notAlone(let text)): FieldListError.notAlone(text).description
    case .malformedUnit(let text):
      "\(text.isEmpty ? "an empty item" : text) in --units says no unit: write it as quantity=unit, such as speed=m/s"
    case .repeatedQuantity(let name): "--units names \(name) twice: give it one unit"
    case .repeatedParser(let name): "-p names \(name) twice: once is enough"
    case .badParserFile(let file):
      "\(file) names no parser: a site file is named after its site, in letters and digits, such as MySite.yaml"
    case .noSiteFile(let parser, _): "\(parser) is written in Swift and has no site file to show"
    case .badBaseAddress(let text):
      "\(text) cannot stand in for a site: give --base-url an http or https address, such as http://127.0.0.1:8080"
    case .baseAddressOfSeveral:
      "--base-url stands in for one site, and several parsers are named: name one with -p, or set parsers.NAME.base_url "
        + "in the configuration"
    case .badCount(let text, let option): "\(text) is no number of rows: give \(option) a whole number from 1 on"
    case .badDuration(let text, let option): "\(text) is no duration: write \(option) as 500ms, 2s, 5m or 1h"
    case .badTemplate(let error): error.description
    case .noForecast:
      // The sentence is part of the command-line contract.
      "One of these arguments must be used: \(Self.spellings(ForecastKind.strict, ", "))"
    case .noParser: "no parser is named: name one with -p/--parser"
    case .noArea: "no area is named: type a place, such as weatherterm oslo, or name one with -a/--areacode"
    case .slip(let what, let command): "\(what): type \(command)"
    case .needsName(let command): "\(command) needs a parser's name: weatherterm \(command) NAME"
    case .noPlace: "places needs a name or coordinates, such as weatherterm places stockholm"
    case .notStarted: "no place is named: type one, or set yours up; 'weatherterm --help' shows everything else"
    case .other(let text): text
    }
  }

  /// Lines to print below the message.
  var hints: [String] {
    switch self {
    case .unknownOption(_, _, []): []
    case .unknownOption(let text, _, let known):
      ["choose from: \(Self.ordered(known, for: Self.name(text)).joined(separator: ", "))"]
    case .unknownName(let name), .badFields(.unknown(let name)): ["choose from: \(name.list)"]
    case .noSiteFile(_, let others): ["those with a file: \(others.joined(separator: ", "))"]
    case .malformedUnit: ["quantities: \(Choices.quantities.names.joined(separator: ", "))"]
    case .noParser: ["parsers: \(ParserList.builtIn.names.joined(separator: ", "))"]
    case .notStarted:
      [
        "weatherterm oslo     the weather of a town, of coordinates, or of a place of your configuration",
        "weatherterm setup    asks for your place, units and parser once; then weatherterm alone is enough",
      ]
    default: []
    }
  }

  /// An example parser and area, preferably one that works everywhere without configuration.
  private static var example: (parser: String, area: String) {
    let usable = allParsers.filter { !$0.facts.areaForms.isEmpty }
    let parser = usable.first { $0.facts.coverage == "the world" && !$0.facts.needsContact } ?? usable.first
    return (parser?.name ?? "NAME", parser?.facts.areaForms.first?.example ?? "AREA")
  }

  /// Options with all their names.
  private static func spellings(_ kinds: [ForecastKind], _ separator: String) -> String {
    kinds.map { $0.optionNames.joined(separator: "/") }.joined(separator: separator)
  }

  /// The option's name without a value.
  private static func name(_ text: String) -> String { String(text.prefix { $0 != "=" }) }

  private static func names(_ known: [String]) -> [String] {
    known.flatMap { $0.split(separator: "/").map(String.init) }
  }

  /// Options, most similar first.
  private static func ordered(_ known: [String], for text: String) -> [String] {
    Suggestion(for: text, among: names(known)).ordered.reduce(into: []) { options, name in
      let option = known.first { $0.split(separator: "/").contains(name[...]) }
      if let option, !options.contains(option) { options.append(option) }
    }
  }

  /// A suggestion for an unknown option.
  private static func suggestion(for text: String, _ known: [String]) -> String? {
    if let next = text.dropFirst().first, ("0"..."9").contains(next), text.contains(",") {
      return ": an area is given with -a \(text)"
    }
    if let nearest = Suggestion(for: name(text), among: names(known)).nearest { return ": did you mean \(nearest)?" }
    // A value attached to its short option, as other programs allow.
    guard !text.hasPrefix("--"), names(known).contains(String(text.prefix(2))) else { return nil }
    return ": did you mean \(text.prefix(2)) \(text.dropFirst(2))?"
  }
}

extension UnknownName: CustomStringConvertible {
  /// The message without the list: `there is no parser WeaterCom: did you mean WeatherCom?`
  var description: String {
    let nearest = Suggestion(for: text, among: known).nearest
    return "there is no \(what) \(text.isEmpty ? "without a name" : text)"
      + (nearest.map { ": did you mean \($0)?" } ?? "")
  }

  /// The valid names, most similar first.
  var list: String { Suggestion(for: text, among: known).ordered.joined(separator: ", ") }
}

extension FieldListError: CustomStringConvertible {
  var description: String {
    switch self {
    case .unknown(let name): name.description
    case .notAlone(let text): "none and all stand alone: leave out \(text), or all else"
    }
  }
}
