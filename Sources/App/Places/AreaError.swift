import Basics
import Places
import Weather

/// What is wrong with an area.
enum AreaError: Error, Equatable {
  /// No site has such an area, nor is it a name.
  case impossible(area: String, AreaFault, parser: String, example: String)
  /// It is written like coordinates and is no point on the Earth.
  case noPoint(text: String, CoordinatesFault)
  /// It may be a name, but is none that is known; the places of the configuration, and the towns of the nearest names.
  case unknown(area: String, parser: ParserForm?, places: [String], nearest: [Town])
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
    var parser: String
    var meaning: String
    var example: String
  }

  /// Why a word can be no area of any site.
  enum AreaFault: Equatable {
    case blank
    case controlCharacter
    case coordinates(CoordinatesFault)
    /// It holds a text that no area holds.
    case holds(String)
    case noName
  }

  /// Why a text is no point on the Earth.
  enum CoordinatesFault: Equatable {
    /// A number is too large.
    case outOfRange
    /// It is not two numbers with a comma between.
    case malformed
  }
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
  static func fault(inCoordinates text: String) -> CoordinatesFault? {
    guard Coordinates(text) == nil, text.contains(where: { ".,;°".contains($0) }),
      text.allSatisfy({ "0123456789+-.,;°'\" NESWnesw".contains($0) })
    else { return nil }
    let parts = text.split(whereSeparator: { ",; ".contains($0) })
    guard parts.count > 1, parts.allSatisfy({ $0.contains { ("0"..."9").contains($0) } }) else { return nil }
    return text.contains(",") && parts.count == 2 && parts.allSatisfy({ Double($0) != nil }) ? .outOfRange : .malformed
  }
}
