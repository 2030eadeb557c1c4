/// What is wrong with an area. Each case describes itself in one sentence that says what to do.
enum AreaError: Error, Equatable {
  /// No site has such an area, nor is it a name.
  case impossible(area: String, reason: String, parser: String, example: String)
  /// It may be a name, but is none that is known; the places of the configuration.
  case unknown(area: String, parser: String, form: String, example: String, places: [String])
  /// A place of the configuration says nothing for this parser.
  case notForParser(place: String, parser: String, takesCoordinates: Bool)
}

extension AreaError: CustomStringConvertible {
  var description: String {
    switch self {
    case .impossible(let area, let reason, let parser, let example):
      "'\(area)' cannot be an area: \(reason); \(parser) takes one such as \(example)"
    case .unknown(let area, let parser, let form, let example, let places):
      "the area \(area) is not known"
        + (Suggestion(for: area, among: places).nearest.map { ": did you mean \($0)? " } ?? "; ")
        + "\(parser) takes a \(form) such as \(example), 'weatherterm parsers \(parser)' tells all forms"
    case .notForParser(let place, let parser, let takesCoordinates):
      "the place \(place) of the configuration has no area for \(parser): add \(parser)"
        + (takesCoordinates ? " or coordinates" : "") + " to it"
    }
  }

  /// Lines of their own below the sentence.
  var hints: [String] {
    guard case .unknown(let area, _, _, _, let places) = self, !places.isEmpty else { return [] }
    return ["places of the configuration: \(Suggestion(for: area, among: places).ordered.joined(separator: ", "))"]
  }
}
