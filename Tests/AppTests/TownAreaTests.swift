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
    #expect(area.notes == ["the forecast is for São Paulo, Brazil (-23.5475,-46.6361)"])
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
    #expect(area.placeMismatchNote(for: place)?.contains("Paris") == true)
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
    #expect(area.notes.count == 1)
    #expect(area.notes[0].contains("Pago Pago, American Samoa, 1977 km away"))
  }

  @Test func coordinatesStandForTheNearestTownWhereTheParserTakesNone() throws {
    let area = try resolver.area("-33.87,151.21", for: RegionsParser())
    #expect(area.text == "R/Sydney")
    #expect(area.notes == ["the forecast is for Sydney, New South Wales, Australia, 0.3 km from -33.87,151.21"])
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
    #expect(error.description.contains("did you mean Gothenburg, Västra Götaland, Sweden?"))
    #expect(error.hints.contains { $0.contains(#"-a "Gothenburg""#) })
    let code = try #require(throws: AreaError.self) { try resolver.area("SWXX23729", for: EverywhereParser()) }
    #expect(code.description.contains("a code such as AAAA0000"))
  }

  /// A name that cannot be taken: the status, and what to do in the sentence.
  @Test(arguments: [
    ("Peking", #"did you mean Beijing, China? Type -a "Beijing""#), ("Mt Vernon", #"such as -a "Mount Vernon, NY""#),
    ("ARN", "give the town's name, or coordinates"), ("LAX", #"Type -a "Los Angeles""#),
    ("10001", "type -p WeatherCom -a 10001:4:US"),
    ("office", "not among places: of the configuration (Paris, home, hut, work)"),
    ("Zermat", "did you mean Zermatt, Valais, Switzerland?"),
  ])
  func whatIsNotSureIsAskedAbout(word: String, question: String) throws {
    let error = try #require(throws: AreaError.self) { try resolver.area(word, for: EverywhereParser()) }
    #expect(Failure(error).status == .unknownArea)
    #expect(error.description.contains(question), "\(error.description)")
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
    #expect(
      error.description.hasPrefix(
        "Regions has no area for Stockholm, Sweden: it covers Australia, and takes a region and town such as R/Town; "
          + "choose another parser with -p: "))
    #expect(error.description.contains("WeatherCom"))
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
