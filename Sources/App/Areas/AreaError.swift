import Basics
import Output
import Places
import Weather

/// What is wrong with an area. Each case describes itself in one sentence that says what to do.
enum AreaError: Error, Equatable {
  /// No site has such an area, nor is it a name.
  case impossible(area: String, reason: String, parser: String, example: String)
  /// It is written like coordinates and is no point on the Earth; why not.
  case noPoint(text: String, reason: String)
  /// It may be a name, but is none that is known; the places of the configuration, and the towns of the nearest names.
  case unknown(area: String, parser: ParserForm?, places: [String], nearest: [Town])
  /// It is the name of several towns.
  case ambiguous(name: String, towns: [Town])
  /// No town is called so in its own country; the towns that are called so elsewhere.
  case alsoCalled(name: String, towns: [Town])
  /// It may be the code of an airport or a state; the towns of that code, or that name.
  case code(text: String, towns: [Town])
  /// It is an American zip code, which one parser takes: the area for it.
  case zipCode(text: String, parser: String, area: String)
  /// It is what people call a place in the configuration, and the configuration has none of that name.
  case notConfigured(name: String, places: [String])
  /// A place of the configuration says nothing for this parser.
  case notForParser(place: String, parser: String, takesCoordinates: Bool)
  /// The parser has no area for a town; the parsers that have.
  case noArea(place: String, parser: ParserForm, coverage: String, others: [String])
  /// The file of areas is not there, or none.
  case unreadableFile(path: String, reason: String)
  /// The site does not cover the place, in its own words where it gives some; the parsers of those that do.
  case outsideCoverage(place: String, site: String, coverage: String, reason: String? = nil, others: [String])

  /// A form that a parser takes.
  struct ParserForm: Equatable {
    /// The parser.
    var parser: String
    /// What the form is called.
    var meaning: String
    /// An area of the form.
    var example: String

    /// What the parser takes: `a place code such as SWXX2372`.
    var phrase: String {
      let article = meaning.hasSuffix("s") ? "" : "aeiou".contains(meaning.prefix(1)) ? "an " : "a "
      return "\(article)\(meaning) such as \(example)"
    }
  }
}

extension AreaError: CustomStringConvertible {
  var description: String {
    switch self {
    case .impossible(let area, let reason, let parser, let example):
      "'\(area)' cannot be an area: \(reason); \(parser) takes one such as \(example)"
    case .noPoint(let text, let reason): "'\(text)' cannot be coordinates: \(reason); write them as 59.33,18.07"
    case .unknown(let area, let form, let places, let nearest):
      "the area \(area) is not known"
        + (meant(area, places, nearest).map { ": did you mean \($0)? " } ?? "; ")
        + (form.map {
          "\($0.parser) takes \($0.phrase), 'weatherterm parsers \($0.parser)' tells all forms"
        } ?? "places of less than 500 people are found by their coordinates")
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
      "\(form.parser) has no area for \(place): it covers \(coverage), and takes "
        + "\(form.phrase); \(choose(others))"
    case .unreadableFile(let path, let reason):
      "no areas can be read from \(path): \(reason); give --areas a text file with an area on each line"
    case .outsideCoverage(let place, let site, let coverage, let reason, let others):
      "\(place) lies outside what \(site) covers (\(coverage)); " + (reason.map { "it says: \($0); " } ?? "")
        + choose(others)
    }
  }

  /// Lines of their own below the sentence.
  var hints: [String] {
    switch self {
    case .unknown(let area, _, let places, let nearest):
      (places.isEmpty
        ? [] : ["places of the configuration: \(Suggestion(for: area, among: places).ordered.joined(separator: ", "))"])
        + TownTable.lines(nearest)
    case .ambiguous(let name, let towns), .alsoCalled(let name, let towns): TownTable.lines(towns, named: name)
    case .code(_, let towns): TownTable.lines(towns)
    case .zipCode, .notConfigured: []
    case .impossible, .noPoint, .notForParser, .noArea, .unreadableFile, .outsideCoverage: []
    }
  }

  private func choose(_ others: [String]) -> String {
    "choose another parser with -p" + (others.isEmpty ? "" : ": \(others.joined(separator: ", "))")
  }

  private func meant(_ area: String, _ places: [String], _ nearest: [Town]) -> String? {
    Suggestion(for: area, among: places).nearest ?? nearest.first?.fullName
  }

  /// The first of some towns, and what to type for it: the end of a sentence.
  private static func question(_ towns: [Town]) -> String {
    towns.first.map { "\($0.fullName)? Type \(option(for: $0))" } ?? ""
  }

  /// What to type so that a town is found.
  private static func option(for town: Town) -> String { "-a \"\(Gazetteer().spelling(of: town))\"" }
}

extension AreaError {
  /// What people call places that only they know.
  private static let personalPlaces: Set = ["home", "work", "office", "school", "cabin", "cottage"]

  /// Whether a word is what people call a place of theirs.
  static func isPersonal(_ word: String) -> Bool { personalPlaces.contains(word.lowercased()) }

  /// Why a word that may be a name is no town; nil where it is one.
  ///
  /// - Parameters:
  ///   - parser: the form that the parser takes, where one was asked for.
  ///   - places: the configuration's places, of which the word is none.
  init?(_ match: PlaceMatch, word: String, parser: ParserForm?, places: [String]) {
    if Self.isPersonal(word) {
      self = .notConfigured(name: word, places: places)
      return
    }
    switch match {
    case .one: return nil
    case .several(let towns): self = .ambiguous(name: word, towns: towns)
    case .alsoCalled(let towns) where Suggestion(for: word, among: places).nearest == nil:
      self = .alsoCalled(name: word, towns: towns)
    case .code(let towns): self = .code(text: word, towns: towns)
    case .alsoCalled(let towns), .none(let towns):
      self = .unknown(area: word, parser: parser, places: places, nearest: towns)
    }
  }

  /// What is wrong with a text that is written like coordinates and is no point; nil for a point, and for what is a name
  /// or a code.
  static func fault(inCoordinates text: String) -> String? {
    guard Coordinates(text) == nil, text.contains(where: { ".,;°".contains($0) }),
      text.allSatisfy({ "0123456789+-.,;°'\" NESWnesw".contains($0) })
    else { return nil }
    let parts = text.split(whereSeparator: { ",; ".contains($0) })
    guard parts.count > 1, parts.allSatisfy({ $0.contains { ("0"..."9").contains($0) } }) else { return nil }
    return text.contains(",") && parts.count == 2 && parts.allSatisfy({ Double($0) != nil })
      ? "latitudes are -90 to 90 degrees, longitudes -180 to 180"
      : "they are a latitude and a longitude in degrees, with points in them and one comma between"
  }
}
