import Basics
import Parsers
import Places
import Scraping
import Weather

/// Resolves a place, as written by the user, to a parser's area.
struct AreaResolver: Sendable {
  /// The configured places by name.
  let places: [String: ConfiguredPlace]
  private let gazetteer = Gazetteer()

  /// Up to this distance in kilometres the nearest town is used without a note.
  private static let near = 100.0

  /// A parser's area for a place: a configured place, else an area in one of the parser's forms, else a town.
  func area(_ place: String, for parser: any ForecastParser) throws(AreaError) -> Area {
    guard let configured = configured(place) else { return try resolved(place, for: parser) }
    var area = try area(of: configured.value, named: configured.key, for: parser)
    area.timeZone = configured.value.timeZone ?? area.timeZone
    return area
  }

  /// A configured place by name, case-insensitively if that is unambiguous.
  func configured(_ name: String) -> (key: String, value: ConfiguredPlace)? {
    if let place = places[name] { return (name, place) }
    let wanted = name.lowercased()
    let matches = places.filter { $0.key.lowercased() == wanted }
    return matches.count == 1 ? matches.first.map { ($0.key, $0.value) } : nil
  }

  /// Other parsers that cover a point: the nearest town is in their countries, and the point in their territories.
  func parsers(covering place: Coordinates, otherThan parser: any ForecastParser) -> [String] {
    guard let town = gazetteer.nearest(to: place, count: 1).first?.town else { return [] }
    return others(covering: town, parser).filter { $0.facts.territory?.contains(place) ?? true }.map { $0.name }
  }

  /// The code of the country that an area is in: the town's, or that of the town nearest to its coordinates.
  func country(of area: Area) -> String? {
    area.town?.countryCode
      ?? Coordinates(area.text).flatMap { gazetteer.nearest(to: $0, count: 1).first?.town.countryCode }
  }

  private func others(covering town: Town, _ parser: any ForecastParser) -> [any ForecastParser] {
    allParsers.filter { $0.name != parser.name && $0.area(of: town) != nil }
  }

  /// True if a point is in a country that the parser does not cover: the nearest town is, and no covered town is within
  /// 30 km, because closer to a border this is uncertain.
  func isAbroad(_ point: Coordinates, for parser: any ForecastParser) -> Bool {
    let near = towns(near: point)
    guard let countries = parser.facts.countries, let first = near.first, !countries.contains(first.town.countryCode)
    else { return false }
    return near.first { countries.contains($0.town.countryCode) }.map { $0.kilometers > 30 } ?? true
  }

  /// The town named by a source, if it is unambiguous and far from the requested point. Small towns do not count,
  /// because city districts often share their names, nor do names that also belong to a nearer town.
  func town(named name: String, farFrom point: Coordinates) -> Town? {
    // `Denton, TX (76205)`: text in parentheses is not part of the name.
    let plain = String(name.prefix { $0 != "(" })
    guard case .one(let town) = gazetteer.search(plain), town.population >= 15_000 else { return nil }
    let isFar = gazetteer.towns(named: plain).allSatisfy { $0.coordinates.kilometers(to: point) > Self.near }
    return isFar ? town : nil
  }

  /// The towns passed to a parser, nearest first.
  private func towns(near point: Coordinates) -> [NearbyTown] {
    gazetteer.nearest(to: point, count: 10)
  }

  /// A parser's area for a configured place.
  private func area(
    of place: ConfiguredPlace, named name: String, for parser: any ForecastParser
  ) throws(AreaError) -> Area {
    if let text = place.areas[parser.name] ?? place.area {
      var area = try resolved(text, for: parser)
      if area.towns.isEmpty, parser.facts.needsTowns, let point = place.coordinates.flatMap({ Coordinates($0) }) {
        area.towns = towns(near: point).map(\.town)
      }
      return area
    }
    if let text = place.coordinates {
      do throws(AreaError) { return try resolved(text, for: parser) } catch {
        // An error that the user can fix in the configuration.
        guard case .noArea = error else { throw error }
      }
    }
    throw .notForParser(place: name, parser: parser.name, takesCoordinates: Self.takesCoordinates(parser))
  }

  /// Text in one of the parser's forms is used unchanged, so that no code is taken for a name; otherwise resolves the
  /// town nearest to coordinates, or the town of that name.
  private func resolved(_ place: String, for parser: any ForecastParser) throws(AreaError) -> Area {
    let forms = parser.facts.areaForms
    func impossible(_ fault: AreaError.AreaFault) -> AreaError {
      .impossible(area: place, fault, parser: parser.name, example: AreaError.ParserForm(parser).example)
    }
    // Rejected whatever the forms allow, and never passed to a parser.
    if place.allSatisfy({ $0.isWhitespace }) { throw impossible(.blank) }
    if place.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      throw impossible(.controlCharacter)
    }
    let fault = AreaError.fault(inCoordinates: place)
    if let fault, AreaForm.coordinates.matches(place) { throw impossible(.coordinates(fault)) }
    if forms.contains(where: { $0.matches(place) }) {
      if let point = Coordinates(place), let territory = parser.facts.territory, !territory.contains(point) {
        throw outside(place, parsers(covering: point, otherThan: parser), parser)
      }
      return withTowns(place, for: parser)
    }
    if let fault { throw .noPoint(text: place, fault) }
    for text in ["..", "#"] where place.contains(text) { throw impossible(.holds(text)) }
    if let point = Coordinates(place) {
      // `.5,5.` is as valid as `0.5,5`.
      if forms.contains(where: { $0.matches(point.text) }) { return try resolved(point.text, for: parser) }
      return try area(at: point, for: parser)
    }
    let match = gazetteer.search(place)
    // A name may contain a slash (Biel/Bienne).
    if case .none = match, place.contains("/") { throw impossible(.holds("/")) }
    if case .none = match, let error = Self.zipCode(place) { throw error }
    let names = places.keys.sorted()
    if let error = AreaError(match, word: place, parser: AreaError.ParserForm(parser), places: names) { throw error }
    guard case .one(let town) = match else { throw impossible(.noName) }
    return try area(of: town, for: parser)
  }

  /// The error for five digits; nil for anything else, and if no parser accepts zip codes.
  private static func zipCode(_ word: String) -> AreaError? {
    guard word.utf8.count == 5, word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let area = "\(word):4:US"
    let parser = allParsers.first { $0.facts.areaForms.contains { $0.meaning == "zip code" && $0.matches(area) } }
    return parser.map { .zipCode(text: word, parser: $0.name, area: area) }
  }

  private func area(of town: Town, for parser: any ForecastParser) throws(AreaError) -> Area {
    guard let text = parser.area(of: town) else {
      let others = others(covering: town, parser).map { $0.name }
      let isAbroad = parser.facts.countries?.contains(town.countryCode) == false && Self.takesCoordinates(parser)
      throw isAbroad ? outside(town.fullName, others, parser) : noArea(for: town.fullName, others, parser)
    }
    var area = Area(text: text, timeZone: town.timeZone, town: town, notes: [.town(town)])
    if parser.facts.needsTowns {
      area.towns = [town] + towns(near: town.coordinates).map(\.town).filter { $0 != town }
    }
    return area
  }

  /// Coordinates for a parser that does not accept them: the nearest town is used.
  private func area(at point: Coordinates, for parser: any ForecastParser) throws(AreaError) -> Area {
    let near = towns(near: point)
    guard let first = near.first, let text = parser.area(of: first.town) else {
      throw noArea(for: point.text, parsers(covering: point, otherThan: parser), parser)
    }
    return Area(
      text: text, timeZone: first.town.timeZone, towns: near.map(\.town),
      notes: [.nearestTown(first.town, kilometers: first.kilometers, of: point)])
  }

  private func noArea(for place: String, _ others: [String], _ parser: any ForecastParser) -> AreaError {
    .noArea(place: place, parser: AreaError.ParserForm(parser), coverage: parser.facts.coverage, others: others)
  }

  private func outside(_ place: String, _ others: [String], _ parser: any ForecastParser) -> AreaError {
    .outsideCoverage(place: place, site: parser.facts.title, coverage: parser.facts.coverage, others: others)
  }

  private static func takesCoordinates(_ parser: any ForecastParser) -> Bool {
    parser.facts.areaForms.contains { $0.matches(AreaForm.coordinates.example) }
  }

  /// An area in one of the parser's forms, with the towns that the parser may need.
  private func withTowns(_ text: String, for parser: any ForecastParser) -> Area {
    var area = Area(text: text)
    guard parser.facts.needsTowns else { return area }
    if let point = Coordinates(text) {
      let near = towns(near: point)
      area.towns = near.map(\.town)
      area.timeZone = near.first?.town.timeZone
      if let first = near.first, first.kilometers > Self.near {
        area.notes.append(.borrowedTimeZone(of: first.town, kilometers: first.kilometers, place: text))
      }
    } else if case .one(let town) = gazetteer.search(text.split(separator: "/").reversed().joined(separator: ", ")) {
      // `NSW/Sydney`: the town in the state.
      area.towns = towns(near: town.coordinates).map(\.town)
      area.timeZone = town.timeZone
    }
    return area
  }
}

extension AreaError.ParserForm {
  /// The parser's preferred area form.
  fileprivate init(_ parser: any ForecastParser) {
    let form = parser.facts.areaForms.first
    self.init(parser: parser.name, meaning: form?.meaning ?? "code", example: form?.example ?? "its site has it")
  }
}

/// A file with one place per line.
enum PlaceFile {
  /// The places in a file, or on standard input for `-`: lines are trimmed; blank lines and those that begin with `#`
  /// are skipped.
  ///
  /// - Throws: ``AreaError/unreadableFile(path:reason:)``, also if it contains no place.
  static func places(_ path: String) throws(AreaError) -> [String] {
    let name = path == "-" ? "standard input" : path
    var text: String
    do throws(FileError) { text = try InputFile.text(path == "-" ? nil : path, limit: 16 << 20) } catch {
      throw .unreadableFile(path: name, reason: error.reason)
    }
    if text.first == "\u{FEFF}" { text.removeFirst() }
    let lines = text.split(whereSeparator: \.isNewline).map { $0.trimmingSpaces }
    let places = lines.filter { !$0.isEmpty && !$0.hasPrefix("#") }
    if places.isEmpty { throw .unreadableFile(path: name, reason: "there is no area in it") }
    return places
  }
}
