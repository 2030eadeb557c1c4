import Basics
import Places
import Testing
import Weather

@testable import App

/// The wording of each message, once; other tests compare cases and data.
struct MessagesTests {
  private static let known = ["-p/--parser", "-td/--today", "--units"]
  private static let name = UnknownName(what: "parser", text: "WeaterCom", known: ["OpenMeteo", "WeatherCom"])
  private static let stockholm = Gazetteer().towns(named: "Stockholm")[0]
  private static let form = AreaError.ParserForm(parser: "SMHI", meaning: "area code", example: "1")

  @Test(
    arguments: [
      (.unknownOption("--untis=x", known: known), "there is no option --untis: did you mean --units?"),
      (.unknownOption("--xyzzy", known: known), "there is no option --xyzzy, see 'weatherterm --help'"),
      (.unknownOption("-pBOM", known: known), "there is no option -pBOM: did you mean -p BOM?"),
      (
        .unknownOption("-33.87,151.21", known: known),
        "there is no option -33.87,151.21: an area is given with -a -33.87,151.21"
      ),
      (
        .unknownOption("-x", behind: "cache", known: []),
        "there is no option -x behind cache, see 'weatherterm cache --help'"
      ),
      (
        .unexpectedArgument("TX"),
        "unexpected argument TX: an area is given with -a, in quotes if it has blanks; parsers are given with -p, "
          + "joined by commas"
      ),
      (
        .unexpectedArgument("x", behind: "schema"),
        "unexpected argument x behind schema, see 'weatherterm schema --help'"
      ),
      (.missingValue("-p <NAME>"), "-p needs a value: -p <NAME>, see 'weatherterm --help'"),
      (.valueOfFlag("-td", value: "1"), "-td takes no value: leave out =1"),
      (.needsArea, "-a needs an area, such as -a 59.33,18.07"),
      (.emptyFileName("--replay"), "--replay needs the name of a file or a folder"),
      (
        .contradictory([.today, .weekend]),
        "-td/--today and -w/--weekend contradict each other: ask for one forecast at a time"
      ),
      (.excluding("--a", "--b"), "--a and --b contradict each other: give one of them"),
      (.unknownName(name), "there is no parser WeaterCom: did you mean WeatherCom?"),
      (.badFields(.notAlone("all")), "none and all stand alone: leave out all, or all else"),
      (
        .malformedUnit(""), "an empty item in --units says no unit: write it as quantity=unit, such as speed=m/s"
      ),
      (.repeatedQuantity("speed"), "--units names speed twice: give it one unit"),
      (.repeatedParser("BOM"), "-p names BOM twice: once is enough"),
      (
        .badBaseAddress("x"),
        "x cannot stand in for a site: give --base-url an http or https address, such as http://127.0.0.1:8080"
      ),
      (
        .baseAddressOfSeveral,
        "--base-url stands in for one site, and several parsers are named: name one with -p, or set "
          + "parsers.NAME.base_url in the configuration"
      ),
      (.badCount("x", option: "--days"), "x is no number of rows: give --days a whole number from 1 on"),
      (.badDuration("x", option: "--timeout"), "x is no duration: write --timeout as 500ms, 2s, 5m or 1h"),
      // To the letter of the contract.
      (
        .noForecast,
        "One of these arguments must be used: -td/--today, -5d/--fivedays, -10d/--tendays, -w/--weekend, --hourly"
      ),
      (.noParser, "no parser is named: name one with -p/--parser"),
      (.noArea, "no area is named: type a place, such as weatherterm oslo, or name one with -a/--areacode"),
      (.noPlace, "places needs a name or coordinates, such as weatherterm places stockholm"),
      (.notStarted, "no place is named: type one, or set yours up; 'weatherterm --help' shows everything else"),
    ] as [(UsageError, String)])
  func ofTheCommandLine(error: UsageError, sentence: String) { #expect(error.description == sentence) }

  @Test func listsBelowASentence() {
    #expect(
      UsageError.unknownOption("--untis", known: Self.known).hints
        == ["choose from: --units, -td/--today, -p/--parser"])
    #expect(UsageError.unknownName(Self.name).hints == ["choose from: WeatherCom, OpenMeteo"])
    #expect(UsageError.malformedUnit("x").hints.first?.hasPrefix("quantities: temperature, ") == true)
    #expect(UsageError.noParser.hints.first?.hasPrefix("parsers: BOM, ") == true)
    #expect(
      Failure(UsageError.notStarted).text().split(separator: "\n").last
        == "  weatherterm setup    asks for your place, units and parser once; then weatherterm alone is enough")
  }

  @Test(
    arguments: [
      (
        .impossible(area: "x/../y", .holds(".."), parser: "SMHI", example: "1"),
        "'x/../y' cannot be an area: it holds ..; SMHI takes one such as 1"
      ),
      (
        .impossible(area: "", .blank, parser: "SMHI", example: "1"),
        "'' cannot be an area: it is blank; SMHI takes one such as 1"
      ),
      (
        .noPoint(text: "95,18", .outOfRange),
        "'95,18' cannot be coordinates: latitudes are -90 to 90 degrees, longitudes -180 to 180; write them as "
          + "59.33,18.07"
      ),
      (
        .noPoint(text: "59.33 18", .malformed),
        "'59.33 18' cannot be coordinates: they are a latitude and a longitude in degrees, with points in them and one "
          + "comma between; write them as 59.33,18.07"
      ),
      (
        .unknown(area: "hme", parser: form, places: ["home"], nearest: []),
        "the area hme is not known: did you mean home? SMHI takes an area code such as 1, 'weatherterm parsers SMHI' "
          + "tells all forms"
      ),
      (
        .unknown(area: "x", parser: nil, places: [], nearest: []),
        "the area x is not known; places of less than 500 people are found by their coordinates"
      ),
      (
        .ambiguous(name: "Stockholm", towns: [stockholm, stockholm]),
        "there are 2 places called Stockholm: type one of these in its place, such as -a \"Stockholm\""
      ),
      (
        .ambiguous(name: "Stockholm", towns: [stockholm]),
        "Stockholm is also the name of a region or a country: did you mean Stockholm, Sweden? Type -a \"Stockholm\""
      ),
      (
        .alsoCalled(name: "Holmia", towns: [stockholm]),
        "no town is called Holmia in its own country: did you mean Stockholm, Sweden? Type -a \"Stockholm\""
      ),
      (
        .code(text: "ARN", towns: []),
        "ARN may be the code of an airport or a state, and codes are not taken: give the town's name, or coordinates"
      ),
      (
        .zipCode(text: "10001", parser: "WeatherCom", area: "10001:4:US"),
        "10001 may be a zip code, which WeatherCom takes: type -p WeatherCom -a 10001:4:US, or the town's name"
      ),
      (
        .notConfigured(name: "home", places: ["work"]),
        "home is not among places: of the configuration (work): add it there, as in 'home: 59.33,18.07', or give a "
          + "town's name"
      ),
      (
        .notForParser(place: "lake", parser: "SMHI", takesCoordinates: true),
        "the place lake of the configuration has no area for SMHI: add SMHI or coordinates to it"
      ),
      (
        .noArea(place: "Oslo", parser: form, coverage: "Sweden", others: ["BOM"]),
        "SMHI has no area for Oslo: it covers Sweden, and takes an area code such as 1; choose another parser with -p: BOM"
      ),
      (
        .unreadableFile(path: "f", reason: "r"),
        "no areas can be read from f: r; give --areas a text file with an area on each line"
      ),
      (
        .outsideCoverage(place: "Oslo", site: "SMHI", coverage: "Sweden", reason: "no", others: []),
        "Oslo lies outside what SMHI covers (Sweden); it says: no; choose another parser with -p"
      ),
    ] as [(AreaError, String)])
  func ofAPlace(error: AreaError, sentence: String) { #expect(error.description == sentence) }

  @Test func whatAParserTakesIsSaidInEnglish() {
    func phrase(_ meaning: String) -> String {
      AreaError.ParserForm(parser: "X", meaning: meaning, example: "1").phrase
    }
    #expect(phrase("place code") == "a place code such as 1")
    #expect(phrase("area code") == "an area code such as 1")
    #expect(phrase("coordinates") == "coordinates such as 1")
  }

  @Test(
    arguments: [
      (.town(stockholm), "the forecast is for Stockholm, Sweden (59.3294,18.0687)"),
      (
        .nearestTown(stockholm, kilometers: 0.28, of: stockholm.coordinates),
        "the forecast is for Stockholm, Sweden, 0.3 km from 59.3294,18.0687"
      ),
      (
        .borrowedTimeZone(of: stockholm, kilometers: 412.4, place: "60,10"),
        "the nearest town to 60,10 is Stockholm, Sweden, 412 km away: its time zone Europe/Stockholm is taken for the "
          + "place's"
      ),
      (.otherPlace(name: "Paris", town: stockholm), "the answer is about Paris, which is not Stockholm, Sweden"),
      (
        .noForecast(parser: "BOM", wasAsked: true, next: "SMHI", reason: "r"),
        "BOM gave no forecast, the forecast is SMHI's: r"
      ),
      (.noForecast(parser: "BOM", wasAsked: false, next: nil, reason: "r"), "BOM was passed over: r"),
      (.olderAnswer(age: 7200, parser: nil, reason: "r"), "r; showing the answer from 2 h ago"),
      (.olderAnswer(age: 7200, parser: "BOM", reason: nil), "showing the answer of BOM from 2 h ago"),
    ] as [(Note, String)])
  func ofANote(note: Note, sentence: String) { #expect(note.description == sentence) }

  @Test(
    arguments: [
      (.unreadable(file: "f", reason: "r"), "the configuration f cannot be read: r; name another with --config"),
      (.closed(file: "f", reason: "r"), "f: cannot be read: r; make it readable, or move it away"),
      (.malformed(file: "f", line: 2, reason: "r"), "f: line 2: this is no YAML: r; see config.yaml.example"),
      (.unknownKey(file: "f", line: 3, key: "unti", known: ["unit"]), "f: line 3: unti: did you mean unit?"),
      (
        .unknownKey(file: "f", line: 3, key: "xyz", known: ["unit", "area"]),
        "f: line 3: xyz: there is no such key, choose from unit, area"
      ),
      (.duplicate(file: "f", line: 3, key: "area"), "f: line 3: area: stands here twice, leave one out"),
      (
        .wrongValue(file: "f", line: 1, key: "", .noMap),
        "f: line 1: the whole file: give it keys and values, as config.yaml.example shows"
      ),
      (
        .wrongValue(file: "f", line: 1, key: "parser", .unknownName(name)),
        "f: line 1: parser: there is no parser WeaterCom: did you mean WeatherCom? Choose from WeatherCom, OpenMeteo"
      ),
      (
        .wantsContact(file: "f", parser: "MetNorway", site: "MET"),
        "MET asks every program for a way to reach its user, and MetNorway is not asked without one; add the line below "
          + "to the configuration, with an address of yours"
      ),
    ] as [(ConfigurationError, String)])
  func ofTheConfiguration(error: ConfigurationError, sentence: String) { #expect(error.description == sentence) }

  @Test(
    arguments: [
      (.noMap, "give it keys and values, as config.yaml.example shows"),
      (.noList, "give it a list, such as [one, another]"), (.noScalar, "give it one value"),
      (.noWord, "a key has to be a word"), (.blank, "give it a value, or leave the key out"),
      (.badFields(.notAlone("all")), "none and all stand alone: leave out all, or all else"),
      (.noParser, "name one parser at least"), (.repeatedParser("BOM"), "BOM stands here twice, leave one out"),
      (.noDay, "name one day at least"), (.repeatedDay("Friday"), "Friday stands twice: once is enough"),
      (.badDuration("x"), "x is no duration, write it as 500ms, 2s, 5m or 1h"),
      (.tooShort("0"), "0 is too short, give it more than 0"),
      (.badSize("x"), "x is no size below 2 GiB, write it as 16MiB, 1MB or a number of bytes"),
      (.badCount, "give it a whole number from 1 to 64"),
      (.controlCharacter, "leave out the line break or control character"),
      (.badAddress, "give it an http or https address, such as http://127.0.0.1:8080"),
      (.badCoordinates, "write it as latitude,longitude, such as \"59.33,18.07\""),
      (.unknownTimeZone("x"), "there is no time zone x, write it such as Europe/Stockholm"),
      (.emptyPlace, "give it an area for a parser, or coordinates"),
    ] as [(ConfigurationError.ValueFault, String)])
  func ofAConfiguredValue(fault: ConfigurationError.ValueFault, sentence: String) {
    #expect(fault.description == sentence)
  }

  @Test func ofTheSystem() {
    #expect(
      OutputError(reason: "r").description
        == "standard output cannot be written: r; send it elsewhere or make room")
    #expect(
      ResourceError.noThreads.description
        == "the system gives the program no threads; raise the limit on processes (ulimit -u, or the container's pids "
        + "limit), or try again when less is running")
    #expect(
      ResourceError.tooFewFiles(limit: 9).description
        == "only 9 files may be open at once, which is too few for a forecast; allow 64 of them: ulimit -n 64")
  }
}
