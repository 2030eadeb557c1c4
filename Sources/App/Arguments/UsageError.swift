import Basics
import Output
import Parsers
import Scraping
import Weather

/// What is wrong with the command line. Each case describes itself in one sentence; where a list helps, ``hints`` has
/// it.
enum UsageError: Error, Equatable {
  /// An option that there is not.
  case unknownOption(String)
  /// An option behind `parsers`, which has none.
  case unknownSubcommandOption(String)
  /// Something behind `schema`, which stands alone.
  case unexpectedSchemaArgument(String)
  /// A word that belongs to nothing, and the option with its value before it.
  case unexpectedArgument(String, before: ProgramOption?)
  /// An option without what has to stand behind it.
  case needsValue(ProgramOption)
  /// An option with a value that it does not take.
  case needsNothing(ProgramOption)
  /// An option that is given twice.
  case repeated(ProgramOption)
  /// More than one kind of forecast.
  case contradictory([ForecastKind])
  /// A value that is not one of those there are.
  case unknownName(UnknownName)
  /// A `--fields` that is no list of fields.
  case badFields(FieldListError)
  /// An item of `--units` that is no pair.
  case malformedUnit(String)
  /// A parser that `-p` names twice.
  case repeatedParser(String)
  /// A `--base-url` where several parsers are named.
  case baseAddressOfSeveral
  /// A quantity that `--units` names twice.
  case repeatedQuantity(String)
  /// A `--base-url` that is no web address.
  case badBaseAddress(String)
  /// A number of rows that is none.
  case badCount(String, ProgramOption)
  /// A template that the output form cannot use, and why, in a sentence.
  case badTemplate(String)
  /// To tell more, and to tell nothing.
  case loudAndQuiet
  /// No kind of forecast, here or in the configuration.
  case noForecast
  /// No parser, here or in the configuration.
  case noParser
  /// No area, here or in the configuration.
  case noArea
  case noPlace
  case unknownPlacesOption(String)
  /// A word behind `cache` that is not `clear`.
  case unknownCacheWord(String)
  /// Two options of which each makes the other pointless.
  case excluding(ProgramOption, ProgramOption)
  /// A `--max-age` or `--timeout` that is no length of time.
  case badDuration(ProgramOption, String)
  /// Nothing was typed, and there is no configuration that says what to do.
  case notStarted
  /// What the library found, in its words.
  case other(String)
}

extension UsageError: CustomStringConvertible {
  var description: String {
    switch self {
    case .unknownOption(let text): "there is no option \(Self.name(text))\(Self.meant(text))"
    case .unknownSubcommandOption(let text): "there is no option \(text) behind parsers: give it one name, or nothing"
    case .unexpectedSchemaArgument(let text): "schema stands alone: leave out \(text)"
    case .unexpectedArgument(let text, let option):
      switch option {
      case .area: "nothing goes with \(text): an area with blanks is put in quotes, an option begins with a minus"
      case .parser: "nothing goes with \(text): several parsers are joined by commas, as in -p WeatherCom,OpenMeteo"
      default: "nothing goes with \(text): an area is given with -a, a parser with -p"
      }
    case .needsValue(.area): "-a needs an area, such as -a \(Self.example.area)"
    case .needsValue(let option): "\(option.spelling) needs \(option.needs ?? "a value")"
    case .needsNothing(let option): "\(option.spelling) stands alone: leave out what is behind the ="
    case .repeated(let option): "\(option.spelling) is given twice: once is enough"
    case .contradictory(let kinds):
      "\(Self.spellings(kinds, " and ")) contradict each other: ask for one forecast at a time"
    case .unknownName(let name): name.sentence
    case .repeatedParser(let name): "-p names \(name) twice: once is enough"
    case .baseAddressOfSeveral:
      "--base-url stands in for one site, and several parsers are named: name one with -p, or set parsers.NAME.base_url "
        + "in the configuration"
    case .badFields(let error): error.sentence
    case .repeatedQuantity(let name): "--units names \(name) twice: give it one unit"
    case .malformedUnit(let text):
      "\(text.isEmpty ? "an empty item" : text) in --units says no unit: write it as quantity=unit, such as speed=m/s"
    case .badBaseAddress(let text):
      "\(text) cannot stand in for a site: give --base-url an http or https address, such as http://127.0.0.1:8080"
    case .badCount(let text, let option):
      "\(text) is no number of rows: give \(option.spelling) a whole number from 1 on"
    case .badTemplate(let sentence): sentence
    case .loudAndQuiet: "--verbose and --quiet contradict each other: give one of them"
    case .noForecast:
      // The sentence is a contract, to the letter.
      "One of these arguments must be used: \(Self.spellings(ForecastKind.allCases, ", "))"
    case .noParser: "no parser is named: name one with -p/--parser"
    case .noArea: "no area is named: name one with -a/--areacode, such as -a \(Self.example.area)"
    case .noPlace: "places needs a name or coordinates, such as weatherterm places stockholm"
    case .unknownPlacesOption(let text):
      "there is no option \(text) behind places: give it a name or coordinates, and --config FILE where wanted"
    case .unknownCacheWord(let text):
      "cache does not take \(text): 'weatherterm cache' lists what is kept, 'weatherterm cache clear' takes it away"
    case .excluding(let one, let other):
      "\(one.spelling) and \(other.spelling) contradict each other: give one of them"
    case .badDuration(let option, let text):
      "\(text) is no duration: write \(option.spelling) as 500ms, 2s, 5m or 1h"
    case .notStarted: "there is nothing to do yet: name a parser, an area and a forecast, such as"
    case .other(let text): text
    }
  }

  /// Lines of their own below the sentence.
  var hints: [String] {
    switch self {
    case .unknownOption(let text):
      ["choose from: \(Self.options(nearest: Self.name(text)).joined(separator: ", "))"]
    case .unknownName(let name), .badFields(.unknown(let name)): ["choose from: \(name.list)"]
    case .malformedUnit: ["quantities: \(Choice<Quantity>("quantity").names.joined(separator: ", "))"]
    case .noParser: ["parsers: \(Choice.parsers.names.joined(separator: ", "))"]
    case .notStarted:
      [
        "  weatherterm -p \(Self.example.parser) -a \(Self.example.area) -td",
        "'weatherterm --help' lists all options, 'weatherterm parsers' the sites and what each takes as an area",
      ]
    default: []
    }
  }
}

extension UsageError {
  /// The names of all options.
  private static let options = ProgramOption.allCases.flatMap { $0.names }

  /// All options with all of their names, the nearest to a text first.
  private static func options(nearest text: String) -> [String] {
    var spellings: [String] = []
    for option in Suggestion(for: text, among: options).ordered.compactMap({ ProgramOption(named: $0) })
    where !spellings.contains(option.spelling) {
      spellings.append(option.spelling)
    }
    return spellings
  }

  /// A parser with an area that it takes: one that anybody can use at once, if there is one.
  private static var example: (parser: String, area: String) {
    let usable = allParsers.filter { !$0.facts.areaForms.isEmpty }
    let parser = usable.first { $0.facts.coverage == "the world" && !$0.facts.needsContact } ?? usable.first
    return (parser?.name ?? "NAME", parser?.facts.areaForms.first?.example ?? "AREA")
  }

  /// Options with all of their names.
  private static func spellings(_ kinds: [ForecastKind], _ separator: String) -> String {
    kinds.map { ProgramOption($0).spelling }.joined(separator: separator)
  }

  /// The option's name, less a value behind it.
  private static func name(_ text: String) -> String { String(text.prefix { $0 != "=" }) }

  /// What an unknown option was meant to be.
  private static func meant(_ text: String) -> String {
    if let next = text.dropFirst().first, ("0"..."9").contains(next), text.contains(",") {
      return ": an area is given with -a \(text)"
    }
    if let nearest = Suggestion(for: name(text), among: options).nearest { return ": did you mean \(nearest)?" }
    // A value that hangs on its short option, as other programs have it.
    if !text.hasPrefix("--"), let option = ProgramOption(named: String(text.prefix(2))), option.needs != nil {
      return ": did you mean \(text.prefix(2)) \(text.dropFirst(2))?"
    }
    return ", see 'weatherterm --help'"
  }
}
