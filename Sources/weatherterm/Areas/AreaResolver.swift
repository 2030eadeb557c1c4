import Scraping

/// Finds out what the user's word for a place means to a parser.
struct AreaResolver {
  /// An area as a parser takes it.
  struct Area: Hashable, Sendable {
    /// The area, in one of the forms that the parser states.
    var text: String
    /// The time zone's IANA name, where it is known.
    var timeZone: String?
  }

  /// The configuration's places, by their names.
  let places: [String: ConfiguredPlace]

  /// The area that a word stands for: a place of the configuration, else a form that the parser states.
  func area(_ word: String, for parser: any ForecastParser.Type) throws(AreaError) -> Area {
    if let place = place(word) { return try area(of: place.value, named: place.key, for: parser) }
    return Area(text: try form(word, for: parser))
  }

  /// A place by its name; case does not matter where no other place is written so.
  private func place(_ name: String) -> (key: String, value: ConfiguredPlace)? {
    if let place = places[name] { return (name, place) }
    let wanted = name.lowercased()
    let matches = places.filter { $0.key.lowercased() == wanted }
    return matches.count == 1 ? matches.first.map { ($0.key, $0.value) } : nil
  }

  /// What a place of the configuration is to a parser.
  private func area(
    of place: ConfiguredPlace, named name: String, for parser: any ForecastParser.Type
  ) throws(AreaError) -> Area {
    if let text = place.areas[parser.name] ?? place.area {
      return Area(text: try form(text, for: parser), timeZone: place.timeZone)
    }
    if let text = place.coordinates, parser.facts.areaForms.contains(where: { $0.matches(text) }) {
      return Area(text: text, timeZone: place.timeZone)
    }
    let takesCoordinates = parser.facts.areaForms.contains { $0.matches(AreaForm.coordinates.example) }
    throw .notForParser(place: name, parser: parser.name, takesCoordinates: takesCoordinates)
  }

  /// The word itself, where it has a form that the parser states.
  private func form(_ word: String, for parser: any ForecastParser.Type) throws(AreaError) -> String {
    let forms = parser.facts.areaForms
    let example = forms.first?.example ?? "its site has it"
    func impossible(_ reason: String) -> AreaError {
      .impossible(area: word, reason: reason, parser: parser.name, example: example)
    }
    // No form can make up for these, and none should get to see them.
    if word.allSatisfy({ $0.isWhitespace }) { throw impossible("it is blank") }
    if word.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      throw impossible("it holds a control character")
    }
    if forms.contains(where: { $0.matches(word) }) { return word }
    for text in ["..", "/", "#"] where word.contains(text) { throw impossible("it holds \(text)") }
    // Here the names of the gazetteer will be looked up.
    throw .unknown(
      area: word, parser: parser.name, form: forms.first?.meaning ?? "code", example: example,
      places: places.keys.sorted())
  }
}
