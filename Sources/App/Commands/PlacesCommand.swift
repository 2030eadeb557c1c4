import ArgumentParser
import Basics
import Places
import Weather

/// `weatherterm places NAME`: the places that a name may mean.
struct PlacesCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "places", abstract: "Look a place up by its name, or the town nearest to coordinates.",
    discussion: """
      weatherterm places stockholm
      weatherterm places "Springfield, IL"
      weatherterm places 59.33,18.07

      All towns of a name are listed, with what to type for each; a region or a
      country may stand behind the name. The configuration's places come first,
      and are all that is listed without a name. The towns are those of 500 people
      or more.
      """)

  @ParentCommand var main: WeathertermCommand

  // Unrecognized words too, since coordinates may begin with a minus.
  @Argument(parsing: .allUnrecognized, help: ArgumentHelp("A name, or latitude,longitude.", valueName: "NAME"))
  var words: [String] = []

  func text(environment: [String: String]) throws -> String {
    let isOption = { (word: String) in word.hasPrefix("-") && !"0123456789.".contains(word.dropFirst().first ?? "-") }
    if let option = words.first(where: isOption) { throw UsageError.unknownOption(option, behind: "places", known: []) }
    let name = words.joined(separator: " ")
    if !words.isEmpty, name.allSatisfy(\.isWhitespace) { throw UsageError.noPlace }
    let places = try Configuration.load(main.session.config, environment: environment).places
    if words.isEmpty, places.isEmpty { throw UsageError.noPlace }
    return try Self.list(name, places)
  }

  /// The places of a name, the configuration's first, or the town nearest to coordinates; all of the configuration's where
  /// no name is given.
  private static func list(_ name: String, _ places: [String: ConfiguredPlace]) throws(AreaError) -> String {
    func line(_ name: String, _ place: ConfiguredPlace) -> String { PlainText.of("\(name): \(place.summary)") }
    if name.isEmpty { return places.sorted { $0.key < $1.key }.map { line($0.key, $0.value) + "\n" }.joined() }
    if let point = Coordinates(name) { return nearest(to: point) }
    let place = AreaResolver(places: places).configured(name)
    if place == nil, let fault = AreaError.fault(inCoordinates: name) { throw .noPoint(text: name, fault) }
    let gazetteer = Gazetteer()
    let match = gazetteer.search(name)
    // The command lists what a forecast would only choose among.
    let towns: [Town] =
      switch match {
      case .one, .several: gazetteer.towns(named: name)
      case .alsoCalled, .code, .none: []
      }
    if place == nil, towns.isEmpty || AreaError.isPersonal(name),
      let error = AreaError(match, word: name, parser: nil, places: places.keys.sorted())
    {
      throw error
    }
    return (place.map { "\(line($0.key, $0.value)) (place of the configuration)\n" } ?? "")
      + TownTable.lines(towns, named: name).map { $0 + "\n" }.joined()
  }

  private static func nearest(to point: Coordinates) -> String {
    let gazetteer = Gazetteer()
    let rows = gazetteer.nearest(to: point, count: 1).map { found in
      [
        found.town.fullName, "\(Note.text(found.kilometers)) km", found.town.coordinates.text, found.town.timeZone,
        "-a \"\(gazetteer.spelling(of: found.town))\"",
      ]
    }
    return TextTable.text([["NEAREST TOWN", "DISTANCE", "COORDINATES", "TIME ZONE", "TYPE"]] + rows)
  }
}

extension ConfiguredPlace {
  /// What the configuration says of the place.
  fileprivate var summary: String {
    ([area, coordinates].compactMap { $0 } + areas.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }).joined(
      separator: ", ")
  }
}
