import Basics
import Places
import Weather

extension AreaError: CustomStringConvertible {
  var description: String {
    switch self {
    case .impossible(let area, let fault, let parser, let example):
      "'\(area)' cannot be an area: \(fault); \(parser) takes one such as \(example)"
    case .noPoint(let text, let fault): "'\(text)' cannot be coordinates: \(fault); write them as 59.33,18.07"
    case .unknown(let area, let form, let places, let nearest):
      "the area \(area) is not known" + (meant(area, places, nearest).map { ": did you mean \($0)? " } ?? "; ")
        + (form.map { "\($0.parser) takes \($0.phrase), 'weatherterm parsers \($0.parser)' tells all forms" }
          ?? "places of less than 500 people are found by their coordinates")
    case .ambiguous(let name, let towns) where towns.count == 1:
      "\(name) is also the name of a region or a country: did you mean \(Self.question(towns))"
    case .ambiguous(let name, let towns):
      "there are \(towns.count) places called \(name): type one of these in its place"
        + (towns.first.map { ", such as \(Self.option(for: $0))" } ?? "")
    case .alsoCalled(let name, let towns):
      "no town is called \(name) in its own country: did you mean \(Self.question(towns))"
    case .code(let text, let towns):
      "\(text) may be the code of an airport or a state, and codes are not taken: "
        + (towns.isEmpty ? "give the town's name, or coordinates" : "did you mean \(Self.question(towns))")
    case .zipCode(let text, let parser, let area):
      "\(text) may be a zip code, which \(parser) takes: type -p \(parser) -a \(area), or the town's name"
    case .notConfigured(let name, let places):
      "\(name) is not among places: of the configuration"
        + (places.isEmpty ? "" : " (\(places.joined(separator: ", ")))")
        + ": add it there, as in '\(name): 59.33,18.07', or give a town's name"
    case .notForParser(let place, let parser, let takesCoordinates):
      "the place \(place) of the configuration has no area for \(parser): add \(parser)"
        + (takesCoordinates ? " or coordinates" : "") + " to it"
    case .noArea(let place, let form, let coverage, let others):
      "\(form.parser) has no area for \(place): it covers \(coverage), and takes \(form.phrase); \(choose(others))"
    case .unreadableFile(let path, let reason):
      "no areas can be read from \(path): \(reason); give --areas a text file with an area on each line"
    case .outsideCoverage(let place, let site, let coverage, let reason, let others):
      "\(place) lies outside what \(site) covers (\(coverage)); " + (reason.map { "it says: \($0); " } ?? "")
        + choose(others)
    }
  }

  /// Lines to print below the message.
  var hints: [String] {
    switch self {
    case .unknown(let area, _, let places, let nearest):
      (places.isEmpty
        ? [] : ["places of the configuration: \(Suggestion(for: area, among: places).ordered.joined(separator: ", "))"])
        + TownTable.lines(nearest)
    case .ambiguous(let name, let towns), .alsoCalled(let name, let towns): TownTable.lines(towns, named: name)
    case .code(_, let towns): TownTable.lines(towns)
    default: []
    }
  }

  private func choose(_ others: [String]) -> String {
    "choose another parser with -p" + (others.isEmpty ? "" : ": \(others.joined(separator: ", "))")
  }

  private func meant(_ area: String, _ places: [String], _ nearest: [Town]) -> String? {
    Suggestion(for: area, among: places).nearest ?? nearest.first?.fullName
  }

  /// The first town and what to type for it, as the end of a sentence.
  private static func question(_ towns: [Town]) -> String {
    towns.first.map { "\($0.fullName)? Type \(option(for: $0))" } ?? ""
  }

  /// What to type to find a town.
  private static func option(for town: Town) -> String { "-a \"\(Gazetteer().spelling(of: town))\"" }
}

extension AreaError.ParserForm {
  /// For example `a place code such as SWXX2372`.
  var phrase: String {
    let article = meaning.hasSuffix("s") ? "" : "aeiou".contains(meaning.prefix(1)) ? "an " : "a "
    return "\(article)\(meaning) such as \(example)"
  }
}

extension AreaError.AreaFault: CustomStringConvertible {
  var description: String {
    switch self {
    case .blank: "it is blank"
    case .controlCharacter: "it holds a control character"
    case .coordinates(let fault): fault.description
    case .holds(let text): "it holds \(text)"
    case .noName: "it is no name"
    }
  }
}

extension AreaError.CoordinatesFault: CustomStringConvertible {
  var description: String {
    switch self {
    case .outOfRange: "latitudes are -90 to 90 degrees, longitudes -180 to 180"
    case .malformed: "they are a latitude and a longitude in degrees, with points in them and one comma between"
    }
  }
}

extension Note: CustomStringConvertible {
  var description: String {
    switch self {
    case .town(let town): "the forecast is for \(town.fullName) (\(town.coordinates.text))"
    case .nearestTown(let town, let kilometers, let point):
      "the forecast is for \(town.fullName), \(Self.text(kilometers)) km from \(point.text)"
    case .borrowedTimeZone(let town, let kilometers, let place):
      "the nearest town to \(place) is \(town.fullName), \(Self.text(kilometers)) km away: "
        + "its time zone \(town.timeZone) is taken for the place's"
    case .otherPlace(let name, let town): "the answer is about \(name), which is not \(town.fullName)"
    case .noForecast(let parser, let wasAsked, let next, let reason):
      "\(parser) \(wasAsked ? "gave no forecast" : "was passed over")"
        + "\(next.map { ", the forecast is \($0)'s" } ?? ""): \(reason)"
    case .olderAnswer(let age, let parser, let reason):
      "\(reason.map { "\($0); " } ?? "")showing the answer\(parser.map { " of \($0)" } ?? "") from \(Age(seconds: age)) ago"
    case .standsIn(let parser, let file): "\(parser) is read as \(file) says, in place of the built-in parser"
    case .text(let text): text
    }
  }

  /// Kilometres rounded for display: one decimal below ten.
  static func text(_ kilometers: Double) -> String {
    kilometers < 10 ? String((kilometers * 10).rounded() / 10) : String(Int(kilometers.rounded()))
  }
}

/// What `--verbose` says of a parser that stands on a repair which nobody has accepted.
struct LearnedSelectors: CustomStringConvertible {
  let parser: String
  let file: String
  let day: CalendarDay

  var description: String {
    "\(parser) is read by selectors that were learned on \(day) and nobody has accepted: look at \(file), "
      + "then type weatherterm repair \(parser) --accept"
  }
}
