import Scraping
import Testing
import Weather

@testable import App

/// Places by name: what a town becomes to a parser.
struct TownAreaTests {
  private let resolver = AreaResolver(places: [
    "home": ConfiguredPlace(area: "AAAA1111"), "Paris": ConfiguredPlace(area: "BBBB2222", timeZone: "America/Chicago"),
    "hut": ConfiguredPlace(coordinates: "-43.47,170.02"), "work": ConfiguredPlace(area: "Malmö"),
  ])

  @Test(arguments: ["SWXX2372", "AAAA0000", "59.33,18.07", "-33.87,151.21"])
  func aFormOfTheParserIsNeverAName(word: String) throws {
    let area = try resolver.area(word, for: EverywhereParser())
    #expect(area.text == word)
    #expect(area.town == nil)
    #expect(area.notes.isEmpty)
  }

  @Test func aPlaceOfTheConfigurationComesFirst() throws {
    #expect(try resolver.area("HOME", for: EverywhereParser()).text == "AAAA1111")
    let paris = try resolver.area("paris", for: EverywhereParser())
    #expect(paris.text == "BBBB2222")
    #expect(paris.timeZone == "America/Chicago")
    #expect(try resolver.area("work", for: EverywhereParser()).town?.name == "Malmö")
  }

  @Test func aNameIsTheTownsCoordinates() throws {
    let area = try resolver.area("São Paulo", for: EverywhereParser())
    #expect(area.text == "-23.5475,-46.6361")
    #expect(area.timeZone == "America/Sao_Paulo")
    #expect(area.towns.isEmpty)
    #expect(area.notes == area.town.map { [.town($0)] })
  }

  @Test func theTownFillsWhatTheSiteLeavesOpen() throws {
    let area = try resolver.area("stockholm", for: EverywhereParser())
    var place = area.completed(Place())
    #expect(place.name == "Stockholm, Sweden")
    #expect(place.latitude == area.town?.coordinates.latitude)
    #expect(place.longitude == area.town?.coordinates.longitude)
    #expect(place.timeZone == "Europe/Stockholm")
    place.name = "Sthlm"
    (place.latitude, place.longitude, place.timeZone) = (1, 2, "UTC")
    #expect(area.completed(place) == place)
    #expect(try resolver.area("AAAA0000", for: EverywhereParser()).completed(Place()) == Place())
  }

  /// The town that was named, the site's name for its place, and whether that is another.
  @Test(arguments: [
    ("Stockholm", "Stockholm", false), ("Stockholm", "Stockholm, Stockholm", false), ("Stockholm", "Södertälje", false),
    ("Stockholm", "Denton, TX (76205)", true), ("Stockholm", "Paris", true),
    ("Stockholm", "2 Miles NNE of Xqzzywy", false),
    ("Sydney, Nova Scotia", "Sydney", false), ("London, Ontario", "London", false),
    ("London, Ontario", "London, UK", true),
    ("Gothenburg", "Göteborg", false), ("Denton, TX", "Denton, TX (76205)", false),
  ])
  func aPlaceThatIsNotTheTownIsNamed(word: String, name: String, isOther: Bool) throws {
    let area = try resolver.area(word, for: EverywhereParser())
    var place = Place()
    place.name = name
    #expect((area.placeMismatchNote(for: place) != nil) == isOther)
  }

  @Test func coordinatesSettleWhichPlaceItIs() throws {
    let area = try resolver.area("Stockholm", for: EverywhereParser())
    var place = Place()
    place.name = "Paris"
    (place.latitude, place.longitude) = (59.4, 18.1)
    #expect(area.placeMismatchNote(for: place) == nil)
    (place.latitude, place.longitude) = (48.85, 2.35)
    #expect(area.placeMismatchNote(for: place) == area.town.map { .otherPlace(name: "Paris", town: $0) })
    #expect(area.placeMismatchNote(for: Place()) == nil)
    #expect(try resolver.area("AAAA0000", for: EverywhereParser()).placeMismatchNote(for: place) == nil)
  }

  @Test func aParserThatNeedsTownsGetsThoseNearTheNamedOne() throws {
    let area = try resolver.area("Newcastle, NSW", for: RegionsParser())
    #expect(area.text == "R/Newcastle")
    #expect(area.towns.count > 5)
    #expect(area.towns.first == area.town)
    #expect(area.towns.allSatisfy { $0.countryCode == "AU" })
    #expect(Set(area.towns).count == area.towns.count)
  }

  @Test func aRegionWithATownGetsItsNeighbors() throws {
    let area = try resolver.area("NSW/Sydney", for: RegionsParser())
    #expect(area.text == "NSW/Sydney")
    #expect(area.towns.first?.name == "Sydney")
    #expect(area.timeZone == "Australia/Sydney")
    #expect(try resolver.area("NSW/s0000458", for: RegionsParser()).towns.isEmpty)
  }

  @Test func coordinatesGetTheNearestTownsZone() throws {
    let area = try resolver.area("59.33,18.07", for: PointsParser())
    #expect(area.timeZone == "Europe/Stockholm")
    #expect(area.towns.first?.name == "Stockholm")
    #expect(area.notes.isEmpty)
  }

  @Test func aFarTownIsSaid() throws {
    let area = try resolver.area("0,-160", for: PointsParser())
    #expect(area.timeZone == "Pacific/Pago_Pago")
    guard case .borrowedTimeZone(let town, let kilometers, place: "0,-160")? = area.notes.first else {
      Issue.record("\(area.notes)")
      return
    }
    #expect(town.name == "Pago Pago")
    #expect(kilometers.rounded() == 1977)
    #expect(area.notes.count == 1)
  }

  @Test func coordinatesStandForTheNearestTownWhereTheParserTakesNone() throws {
    let area = try resolver.area("-33.87,151.21", for: RegionsParser())
    #expect(area.text == "R/Sydney")
    guard case .nearestTown(let town, let kilometers, let point)? = area.notes.first else {
      Issue.record("\(area.notes)")
      return
    }
    #expect(town.name == "Sydney" && point.text == "-33.87,151.21")
    #expect((0.2...0.4).contains(kilometers))
    #expect(try resolver.area("hut", for: PointsParser()).timeZone == "Pacific/Auckland")
  }

  @Test func severalTownsAreListedWithWhatToType() throws {
    let error = try #require(throws: AreaError.self) { try resolver.area("Springfield", for: EverywhereParser()) }
    #expect(Failure(error).status == .unknownArea)
    let line = try #require(error.hints.first { $0.contains("Springfield, IL") })
    #expect(line.contains("39.8017,-89.6437"))
    #expect(line.hasSuffix(#" -a "Springfield, IL""#))
  }

  @Test func noTownListsTheNearestSpellings() throws {
    let error = try #require(throws: AreaError.self) { try resolver.area("Gothenbrug", for: EverywhereParser()) }
    #expect(Failure(error).status == .unknownArea)
    guard case .unknown("Gothenbrug", _, _, let nearest) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(nearest.first?.fullName == "Gothenburg, Västra Götaland, Sweden")
    #expect(error.hints.contains { $0.contains(#"-a "Gothenburg""#) })
    let code = try #require(throws: AreaError.self) { try resolver.area("SWXX23729", for: EverywhereParser()) }
    guard case .unknown("SWXX23729", let form?, _, _) = code else {
      Issue.record("\(code)")
      return
    }
    #expect(form.meaning == "code" && form.example == "AAAA0000")
  }

  /// What a name that cannot be taken is, and the first of the towns that may be meant.
  private func meant(_ error: AreaError) -> (kind: String, towns: [String]) {
    switch error {
    case .unknown(_, _, _, let towns): ("unknown", towns.map(\.name))
    case .ambiguous(_, let towns): ("ambiguous", towns.map(\.name))
    case .alsoCalled(_, let towns): ("alsoCalled", towns.map(\.name))
    case .code(_, let towns): ("code", towns.map(\.name))
    case .zipCode(_, let parser, let area): ("zipCode", [parser, area])
    case .notConfigured(_, let places): ("notConfigured", places)
    default: ("another", [])
    }
  }

  @Test(
    arguments: [
      ("Peking", "alsoCalled", "Beijing"), ("Mt Vernon", "ambiguous", "Mount Vernon"), ("ARN", "code", nil),
      ("LAX", "code", "Los Angeles"), ("10001", "zipCode", "WeatherCom"), ("office", "notConfigured", "Paris"),
      ("Zermat", "unknown", "Zermatt"),
    ] as [(String, String, String?)])
  func whatIsNotSureIsAskedAbout(word: String, kind: String, first: String?) throws {
    let error = try #require(throws: AreaError.self) { try resolver.area(word, for: EverywhereParser()) }
    #expect(Failure(error).status == .unknownArea)
    #expect(meant(error).kind == kind)
    #expect(meant(error).towns.first == first)
  }

  @Test func aPlaceThatOnlyTheUserKnowsIsNoTown() throws {
    let none = AreaResolver(places: [:])
    for word in ["home", "Home", "work"] {
      let error = try #require(throws: AreaError.self) { try none.area(word, for: EverywhereParser()) }
      #expect(error == .notConfigured(name: word, places: []))
    }
    #expect(try none.area("Home, WA", for: EverywhereParser()).town?.name == "Home")
  }

  @Test func candidatesOfAnotherNameSayWhy() throws {
    let error = try #require(throws: AreaError.self) { try resolver.area("Odessa", for: EverywhereParser()) }
    #expect(error.hints.contains { $0.hasPrefix("Odesa (also called Odessa)") })
    #expect(error.hints.contains { $0.hasPrefix("Odessa ") })
  }

  @Test func aTownThatTheSiteDoesNotCoverNamesOtherParsers() throws {
    let error = try #require(throws: AreaError.self) { try resolver.area("Stockholm", for: RegionsParser()) }
    #expect(Failure(error).status == .unknownArea)
    guard case .noArea("Stockholm, Sweden", let form, "Australia", let others) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(form == AreaError.ParserForm(parser: "Regions", meaning: "region and town", example: "R/Town"))
    #expect(others.contains("WeatherCom"))
    #expect(throws: AreaError.self) { try resolver.area("59.33,18.07", for: RegionsParser()) }
  }

  @Test(arguments: ["x/../y", "a/b", "", "  ", "a#b", "a\u{1B}[0m"])
  func whatCannotBeAnAreaIsWrongUsage(word: String) throws {
    let error = try #require(throws: AreaError.self) { try resolver.area(word, for: EverywhereParser()) }
    #expect(Failure(error).status == .usage)
  }

  @Test func aNameMayHaveASlash() throws {
    #expect(try resolver.area("Biel/Bienne", for: EverywhereParser()).town?.countryCode == "CH")
  }
}

/// Takes codes and coordinates.
private struct EverywhereParser: ForecastParser {
  let facts = SiteFacts(
    title: "Everywhere", homePage: "https://example.org", hosts: ["example.org"],
    areaForms: [AreaForm("code", pattern: "[A-Z]{4}[0-9]{4}", example: "AAAA0000"), .coordinates], areaHelp: "",
    coverage: "world", attribution: "", terms: "", days: 5)

  func forecast(for query: ForecastQuery, load: PageLoader) async throws -> Forecast { Forecast() }
}

/// Takes coordinates, and needs the towns near them.
private struct PointsParser: ForecastParser {
  let facts = SiteFacts(
    title: "Points", homePage: "https://example.org", hosts: ["example.org"], areaForms: [.coordinates], areaHelp: "",
    coverage: "world", attribution: "", terms: "", days: 5, needsTowns: true)

  func forecast(for query: ForecastQuery, load: PageLoader) async throws -> Forecast { Forecast() }
}

/// Takes regions with towns, and needs those near.
private struct RegionsParser: ForecastParser {
  let facts = SiteFacts(
    title: "Regions", homePage: "https://example.org", hosts: ["example.org"],
    areaForms: [AreaForm("region and town", pattern: "[A-Z]+/[[:alnum:]]+", example: "R/Town")], areaHelp: "",
    coverage: "Australia", attribution: "", terms: "", days: 5, needsTowns: true)

  func area(of town: Town) -> String? { town.countryCode == "AU" ? "R/\(town.name)" : nil }

  func forecast(for query: ForecastQuery, load: PageLoader) async throws -> Forecast { Forecast() }
}
