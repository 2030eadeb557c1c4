import Display
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
        } ?? "towns of less than 15,000 people are found by their coordinates")
    case .ambiguous(let name, let towns):
      "there are \(towns.count) places called \(name): type one of these in its place"
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
    case .ambiguous(_, let towns): TownTable.lines(towns)
    case .impossible, .noPoint, .notForParser, .noArea, .unreadableFile, .outsideCoverage: []
    }
  }

  private func choose(_ others: [String]) -> String {
    "choose another parser with -p" + (others.isEmpty ? "" : ": \(others.joined(separator: ", "))")
  }

  private func meant(_ area: String, _ places: [String], _ nearest: [Town]) -> String? {
    Suggestion(for: area, among: places).nearest ?? nearest.first?.fullName
  }
}

extension AreaError {
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
