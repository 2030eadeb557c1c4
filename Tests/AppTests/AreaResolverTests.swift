import Scraping
import Testing
import Weather

@testable import App

struct AreaResolverTests {
  /// Takes codes and coordinates.
  private struct CodesParser: ForecastParser {
    let facts = SiteFacts(
      title: "Codes", homePage: "https://codes.example", hosts: ["codes.example"],
      areaForms: [AreaForm("code", pattern: "[A-Z]{2}/?[0-9]+", example: "AB/12"), .coordinates], areaHelp: "",
      coverage: "", attribution: "", terms: "", days: 7)

    func forecast(for query: ForecastQuery, load: PageLoader) async throws -> Forecast { Forecast() }
  }

  /// Takes names without blanks.
  private struct WordsParser: ForecastParser {
    let facts = SiteFacts(
      title: "Words", homePage: "https://words.example", hosts: ["words.example"],
      areaForms: [AreaForm("word", pattern: "[a-z]+", example: "oslo")], areaHelp: "", coverage: "", attribution: "",
      terms: "", days: 7)

    func forecast(for query: ForecastQuery, load: PageLoader) async throws -> Forecast { Forecast() }
  }

  @Test(arguments: [(".5,.5", "0.5,0.5"), ("1., 2.", "1,2"), ("059.33,18.07", "59.33,18.07"), ("40.,-3.", "40,-3")])
  func aPointInAnySpellingIsThatPoint(word: String, point: String) throws {
    #expect(try AreaResolver(places: [:]).area(word, for: CodesParser()).text == point)
  }

  /// `usa` is hardly Usa River, nor `in` In Buri.
  @Test(arguments: ["usa", "in"]) func aFewLettersAreNotTheBeginningOfAName(word: String) {
    #expect(throws: AreaError.self) { try AreaResolver(places: [:]).area(word, for: CodesParser()) }
  }

  private let resolver = AreaResolver(places: [
    "home": ConfiguredPlace(area: "AB/1"),
    "AB2": ConfiguredPlace(area: "CD3"),
    "cabin": ConfiguredPlace(areas: ["Codes": "EF4"], coordinates: "59.33,18.07", timeZone: "Europe/Stockholm"),
    "lake": ConfiguredPlace(coordinates: "-33.87,151.21"),
    "wrong": ConfiguredPlace(area: "nowhere"),
  ])

  @Test(
    arguments: [
      // A place goes before a form; case does not matter.
      ("AB2", "CD3", nil), ("home", "AB/1", nil), ("HOME", "AB/1", nil), ("cabin", "EF4", "Europe/Stockholm"),
      ("lake", "-33.87,151.21", nil), ("AB/12", "AB/12", nil), ("-33.87,151.21", "-33.87,151.21", nil),
    ] as [(String, String, String?)])
  func anAreaIsAPlaceOrAForm(word: String, area: String, timeZone: String?) throws {
    #expect(
      try resolver.area(word, for: CodesParser()) == Area(text: area, timeZone: timeZone))
  }

  @Test(
    arguments: [
      ("Xqzzywy", .unknownArea), ("AB-", .unknownArea), ("wrong", .unknownArea), ("Old Xqzzywy", .unknownArea),
      ("x/../y", .usage), ("a/b", .usage), ("..", .usage), ("a#b", .usage), ("", .usage), ("  ", .usage),
      ("a\u{1B}b", .usage), ("AB1\n", .usage),
    ] as [(String, App.ExitStatus)])
  func whatIsNoAreaIsTold(word: String, status: App.ExitStatus) {
    let error = #expect(throws: AreaError.self) { try resolver.area(word, for: CodesParser()) }
    #expect(error.map { Failure($0).status } == status)
    switch error {
    case .impossible(_, _, _, let example)?: #expect(example == "AB/12")
    case .unknown(_, let form?, _, _)?: #expect(form.example == "AB/12")
    default: Issue.record("\(String(describing: error))")
    }
  }

  @Test(
    arguments: [
      ("95,18", .outOfRange), ("59.33,200", .outOfRange), ("59.33 18.07", .malformed), ("59,33,18,07", .malformed),
      ("59,33; 18,07", .malformed), ("59.33N, 18.07E", .malformed), ("59.3.3,18", .malformed),
    ] as [(String, AreaError.CoordinatesFault)])
  func whatIsWrittenLikeCoordinatesIsNoName(word: String, fault: AreaError.CoordinatesFault) {
    let error = #expect(throws: AreaError.self) { try resolver.area(word, for: WordsParser()) }
    // Two numbers are coordinates, which the parser does not take; the rest is nothing.
    let example = AreaError.impossible(area: word, .coordinates(fault), parser: "Words", example: "oslo")
    #expect(error == (fault == .outOfRange ? example : .noPoint(text: word, fault)))
    #expect(error.map { Failure($0).status } == .usage)
    #expect(AreaError.fault(inCoordinates: word) == fault)
  }

  @Test(arguments: [
    "59.33,18.07", "76205", "SWXX2372", "Springfield, IL", "10.5", "ON/s0000458", "S1 2WE", "St. 5", "",
  ])
  func namesAndCodesAreNotTakenForCoordinates(word: String) { #expect(AreaError.fault(inCoordinates: word) == nil) }

  @Test func aNameHearsWhatTheParserTakes() {
    let error = #expect(throws: AreaError.self) { try resolver.area("hme", for: CodesParser()) }
    guard case .unknown("hme", let form, let places, _)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(form == AreaError.ParserForm(parser: "Codes", meaning: "code", example: "AB/12"))
    #expect(places == ["AB2", "cabin", "home", "lake", "wrong"])
    #expect(error?.hints.first?.hasSuffix(": home, AB2, lake, cabin, wrong") == true)
  }

  @Test func aPlaceMayHaveNothingForAParser() {
    let error = #expect(throws: AreaError.self) { try resolver.area("lake", for: WordsParser()) }
    #expect(error == .notForParser(place: "lake", parser: "Words", takesCoordinates: false))
    #expect(error.map { Failure($0).status } == .unknownArea)
  }
}
