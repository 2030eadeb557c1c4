import Display
import Weather

/// What is wrong with an area. Each case describes itself in one sentence that says what to do.
enum AreaError: Error, Equatable {
  /// No site has such an area, nor is it a name.
  case impossible(area: String, reason: String, parser: String, example: String)
  /// It may be a name, but is none that is known; the places of the configuration, and the towns of the nearest names.
  case unknown(area: String, parser: ParserForm?, places: [String], nearest: [Town])
  /// It is the name of several towns.
  case ambiguous(name: String, towns: [Town])
  /// A place of the configuration says nothing for this parser.
  case notForParser(place: String, parser: String, takesCoordinates: Bool)
  /// The parser has no area for a town; the parsers that have.
  case noArea(place: String, parser: ParserForm, coverage: String, others: [String])
  /// The site does not cover the place; the parsers of those that do.
  case outsideCoverage(place: String, site: String, coverage: String, others: [String])

  /// A form that a parser takes.
  struct ParserForm: Equatable {
    /// The parser.
    var parser: String
    /// What the form is called.
    var meaning: String
    /// An area of the form.
    var example: String
  }
}

extension AreaError: CustomStringConvertible {
  var description: String {
    switch self {
    case .impossible(let area, let reason, let parser, let example):
      "'\(area)' cannot be an area: \(reason); \(parser) takes one such as \(example)"
    case .unknown(let area, let form, let places, let nearest):
      "the area \(area) is not known"
        + (meant(area, places, nearest).map { ": did you mean \($0)? " } ?? "; ")
        + (form.map {
          "\($0.parser) takes a \($0.meaning) such as \($0.example), 'weatherterm parsers \($0.parser)' tells all forms"
        } ?? "towns of less than 15,000 people are found by their coordinates")
    case .ambiguous(let name, let towns):
      "there are \(towns.count) places called \(name): type one of these in its place"
    case .notForParser(let place, let parser, let takesCoordinates):
      "the place \(place) of the configuration has no area for \(parser): add \(parser)"
        + (takesCoordinates ? " or coordinates" : "") + " to it"
    case .noArea(let place, let form, let coverage, let others):
      "\(form.parser) has no area for \(place): it covers \(coverage), and takes a \(form.meaning) such as "
        + "\(form.example); \(choose(others))"
    case .outsideCoverage(let place, let site, let coverage, let others):
      "\(place) lies outside what \(site) covers (\(coverage)); \(choose(others))"
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
    case .impossible, .notForParser, .noArea, .outsideCoverage: []
    }
  }

  private func choose(_ others: [String]) -> String {
    "choose another parser with -p" + (others.isEmpty ? "" : ": \(others.joined(separator: ", "))")
  }

  private func meant(_ area: String, _ places: [String], _ nearest: [Town]) -> String? {
    Suggestion(for: area, among: places).nearest ?? nearest.first?.fullName
  }
}
