import Basics
import Places
import Weather

/// An error in an area.
enum AreaError: Error, Equatable {
  /// Neither a valid area of any site nor a name.
  case impossible(area: String, AreaFault, parser: String, example: String)
  /// Written like coordinates, but not a valid point.
  case noPoint(text: String, CoordinatesFault)
  /// An unknown name; with the configured places and the towns with the most similar names.
  case unknown(area: String, parser: ParserForm?, places: [String], nearest: [Town])
  case ambiguous(name: String, towns: [Town])
  /// No town is called so in its own country; with those called so in other languages.
  case alsoCalled(name: String, towns: [Town])
  /// Possibly a code of an airport or state; with the towns that have this code or name.
  case code(text: String, towns: [Town])
  /// A US zip code, for which another parser has an area.
  case zipCode(text: String, parser: String, area: String)
  /// A personal name such as `home` that is not a configured place.
  case notConfigured(name: String, places: [String])
  /// A configured place without an area for this parser.
  case notForParser(place: String, parser: String, takesCoordinates: Bool)
  /// The parser has no area for a town; with the parsers that have one.
  case noArea(place: String, parser: ParserForm, coverage: String, others: [String])
  /// The file of areas is missing or not usable.
  case unreadableFile(path: String, reason: String)
  /// The site does not cover the place, with its own explanation if it gives one; and the parsers that do.
  case outsideCoverage(place: String, site: String, coverage: String, reason: String? = nil, others: [String])

  /// An area form of a parser.
  struct ParserForm: Equatable {
    var parser: String
    var meaning: String
    var example: String
  }

  /// Why a text cannot be an area of any site.
  enum AreaFault: Equatable {
    case blank
    case controlCharacter
    case coordinates(CoordinatesFault)
    /// Contains a text that no area contains.
    case holds(String)
    case noName
  }

  /// Why a text is not a valid point.
  enum CoordinatesFault: Equatable {
    /// A number is out of range.
    case outOfRange
    /// Not two numbers separated by a comma.
    case malformed
  }
}

extension AreaError {
  /// Names that people give to places of their own.
  private static let personalPlaces: Set = ["home", "work", "office", "school", "cabin", "cottage"]

  /// True for such a personal name.
  static func isPersonal(_ word: String) -> Bool { personalPlaces.contains(word.lowercased()) }

  /// The error for a gazetteer result that is not a single town; nil if it is one.
  ///
  /// - Parameters:
  /// - parser: the parser's area form, if a parser is involved.
  /// - places: the configured places; the word is not among them.
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

  /// The error in a text that is written like coordinates but is not a valid point; nil for a valid one, and for a name
  /// or code.
  static func fault(inCoordinates text: String) -> CoordinatesFault? {
    guard Coordinates(text) == nil, text.contains(where: { ".,;°".contains($0) }),
      text.allSatisfy({ "0123456789+-.,;°'\" NESWnesw".contains($0) })
    else { return nil }
    let parts = text.split(whereSeparator: { ",; ".contains($0) })
    guard parts.count > 1, parts.allSatisfy({ $0.contains { ("0"..."9").contains($0) } }) else { return nil }
    return text.contains(",") && parts.count == 2 && parts.allSatisfy({ Double($0) != nil }) ? .outOfRange : .malformed
  }
}
