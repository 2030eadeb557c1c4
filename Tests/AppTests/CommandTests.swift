import ArgumentParser
import Basics
import Output
import Parsers
import Scraping
import Testing
import Weather

@testable import App

/// Arguments, read: values, texts that are ready, and what is wrong.
struct CommandTests {
  private func command(_ line: String) throws -> Command {
    try Command(line.split(separator: " ").map(String.init))
  }

  private func options(_ line: String) throws -> CommandLineOptions {
    guard case .forecast(let options) = try command(line) else { throw UsageError.other("no forecast: \(line)") }
    return options
  }

  private func subcommand(_ words: String...) throws -> any Subcommand {
    guard case .subcommand(let command) = try Command(words) else { throw UsageError.other("no subcommand: \(words)") }
    return command
  }

  private func text(_ line: String) throws -> String {
    guard case .text(let text) = try command(line) else { throw UsageError.other("no text: \(line)") }
    return text
  }

  private func error(_ line: String) -> UsageError? {
    do { _ = try command(line) } catch { return error as? UsageError }
    return nil
  }

  @Test(
    arguments: [
      ("-td", .today), ("--today", .today), ("-5d", .fiveDays), ("--fivedays", .fiveDays), ("-10d", .tenDays),
      ("--tendays", .tenDays), ("-w", .weekend), ("--weekend", .weekend), ("--hourly", .hourly), ("-td -td", .today),
    ] as [(String, ForecastKind)])
  func everyForecastHasItsNames(option: String, kind: ForecastKind) throws {
    let options = try options("-p WeatherCom -a SWXX2372 \(option)")
    #expect(options.kind == kind)
    #expect(options.parsers.map { $0.name } == ["WeatherCom"])
    #expect(options.places == ["SWXX2372"])
  }

  @Test(arguments: [
    "-td -a -33.87,151.21", "-td -a=-33.87,151.21", "-td --areacode -33.87,151.21", "--areacode=-33.87,151.21 -td",
  ])
  func anAreaMayBeginWithAMinusBeforeADigit(line: String) throws {
    #expect(try options(line).places == ["-33.87,151.21"])
  }

  @Test(arguments: [
    "-p WeatherCom -a", "-a -td", "-a --today", "-td -a -p", "-a -x", "-a -5d", "-a -10d", "--areacode=", "-a --",
    "--areacode -w",
  ])
  func withoutAnAreaItIsAskedFor(line: String) {
    #expect(throws: UsageError.needsArea) { try command(line) }
  }

  @Test func theLastOfARepeatedOptionWinsAndAreasAdd() throws {
    let options = try options("-p BOM -p SMHI -u Celsius -u Fahrenheit --days 2 --days 3 -a a -a b")
    #expect(options.parsers.map { $0.name } == ["SMHI"])
    #expect(options.unit == .imperial)
    #expect(options.days == 3)
    #expect(options.places == ["a", "b"])
  }

  @Test(
    arguments: [
      ("--untis Celsius", "--untis", "--units"), ("-td --5days", "--5days", "-5d/--fivedays"),
      ("--ten-days", "--ten-days", "-10d/--tendays"), ("-unit Celsius", "-unit", "-u/--unit"),
      ("-P WeatherCom", "-P", "-p/--parser"), ("-hourly", "-hourly", "--hourly"),
      ("-weekend", "-weekend", "-w/--weekend"),
      ("-refresh", "-refresh", "--refresh"), ("-5", "-5", "-5d/--fivedays"), ("-t d", "-t", "-td/--today"),
    ])
  func anUnknownOptionListsAllOptionsTheNearestFirst(line: String, option: String, nearest: String) throws {
    guard case .unknownOption(option, nil, let known)? = error(line) else {
      Issue.record("\(String(describing: error(line)))")
      return
    }
    #expect(known.count == 33)
    #expect(known.contains("-td/--today") && known.contains("-p/--parser") && known.contains("-h/--help"))
    let hint = try #require(error(line)?.hints.first)
    #expect(hint.hasPrefix("choose from: \(nearest), "), "\(hint)")
  }

  @Test(arguments: ["--xyzzy=3", "-pWeatherCom", "-pWeatherCom -a x"])
  func whatLooksLikeAnOptionIsToldAsItWasTyped(line: String) throws {
    guard case .unknownOption(String(line.prefix { $0 != " " }), nil, _)? = error(line) else {
      Issue.record("\(String(describing: error(line)))")
      return
    }
  }

  @Test(
    arguments: [
      ("-td -w", .contradictory([.today, .weekend])), ("-w --hourly -td", .contradictory([.today, .weekend, .hourly])),
      ("--verbose --quiet", .excluding("--verbose", "--quiet")), ("--areas", .missingValue("--areas <FILE>")),
      ("-p", .missingValue("-p <NAME>")), ("-p -td", .missingValue("-p <NAME>")),
      ("--record --replay x", .missingValue("--record <DIR>")), ("-a New York -td", .unexpectedArgument("York")),
      ("-p WeatherCom OpenMeteo -td", .unexpectedArgument("OpenMeteo")),
      ("parsers a b", .unexpectedArgument("b", behind: "parsers")),
      ("schema site x", .unexpectedArgument("x", behind: "schema")),
      ("cache all", .unexpectedArgument("all", behind: "cache")),
      ("-td=1", .valueOfFlag("-td", value: "1")), ("--today=yes", .valueOfFlag("--today", value: "yes")),
      ("parsers --all", .unknownOption("--all", behind: "parsers", known: [])),
      ("parsers -td", .unknownOption("-td", behind: "parsers", known: [])),
      ("schema --all", .unknownOption("--all", behind: "schema", known: [])),
      ("cache --all", .unknownOption("--all", behind: "cache", known: [])),
      ("places home -td", .unknownOption("-td", behind: "places", known: [])),
    ] as [(String, UsageError)])
  func whatIsTypedWrongIsTold(line: String, expected: UsageError) { #expect(error(line) == expected) }

  @Test(
    arguments: [
      ("oslo", ["oslo"]), ("new york -5d", ["new york"]), ("-5d new york", ["new york"]), ("-- places", ["places"]),
      ("59.33 18.07", ["59.33,18.07"]), ("-33.87,151.21 -td", ["-33.87,151.21"]),
      ("-td -33.87 151.21", ["-33.87,151.21"]), ("oslo places", ["oslo places"]), ("list -td", ["list"]),
      ("-u Celsius -o json st john's", ["st john's"]),
    ])
  func theWordsBehindTheNameAreOnePlace(line: String, places: [String]) throws {
    let options = try options(line)
    #expect(options.places == places && options.isShort)
  }

  @Test func aShellIsToldInTheLibrarysWords() {
    guard case .other(let shell)? = error("--generate-completion-script pwsh") else {
      Issue.record("the library found nothing wrong")
      return
    }
    #expect(["pwsh", "bash", "zsh", "fish"].allSatisfy { shell.contains($0) })
    #expect(!shell.contains("\n"))
  }

  @Test(arguments: ["--areas", "--config", "--record", "--replay"])
  func aFileHasAName(option: String) {
    #expect(throws: UsageError.emptyFileName(option)) { try Command([option, ""]) }
  }

  @Test func theHelpListsTheOptionsAndTheRegistries() throws {
    let help = try text("-p Nope --help")
    for kind in ForecastKind.allCases {
      #expect(help.contains("  \(kind.optionNames.joined(separator: ", ")) "), "\(kind) is not in the help")
    }
    for text in ["REQUIRED:", "FORECAST (ONE AT A TIME):", "parsers "] { #expect(help.contains(text)) }
    for name in allParsers.map({ $0.name }) + allRenderers.map({ $0.name }) { #expect(help.contains("  \(name): ")) }
    #expect(try text("-h") == help && text("help") == help)
    #expect(try text("help places") == text("places --help"))
  }

  @Test func theVersionIsPrinted() throws {
    #expect(try text("--version") == "weatherterm 1.0.0\n" && text("-v") == "weatherterm 1.0.0\n")
    #expect(try text("-v --verbose").contains("GeoNames"))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionsAreMadeForEachShell(shell: String) throws {
    let script = try text("--generate-completion-script \(shell)")
    #expect(script.contains("weatherterm") && script.contains("areacode"))
  }

  @Test func parsersAreListedAndTold() throws {
    #expect(try subcommand("parsers").text(environment: [:]).contains("WeatherCom  "))
    #expect(try subcommand("parsers", "weathercom").text(environment: [:]).contains("weather.com"))
    #expect(throws: UsageError.self) { try subcommand("parsers", "Nope").text(environment: [:]) }
  }

  @Test func placesTakeANameInOneWordOrMoreAndAConfigurationAnywhere() throws {
    func places(_ words: String...) throws -> PlacesCommand? {
      guard case .subcommand(let command) = try Command(words) else { return nil }
      return command as? PlacesCommand
    }
    #expect(try places("places", "stockholm")?.words == ["stockholm"])
    #expect(try places("places", "New", "York,", "NY")?.words == ["New", "York,", "NY"])
    #expect(try places("places", "-33.87,151.21")?.words == ["-33.87,151.21"])
    #expect(try places("places")?.words == [])
    #expect(try places("--config", "f", "places", "home")?.main.session.config == "f")
    #expect(try places("places", "home", "--config=f")?.main.session.config == "f")
    #expect(throws: UsageError.missingValue("--config <FILE>")) { try places("places", "home", "--config") }
    #expect(try options("-a places").places == ["places"])
  }

  @Test func whatIsNoPlaceIsRefused() {
    #expect(throws: UsageError.noPlace) { try subcommand("places").text(environment: [:]) }
    #expect(throws: UsageError.noPlace) { try subcommand("places", " ").text(environment: [:]) }
    #expect(throws: UsageError.unknownOption("-x", behind: "places", known: [])) {
      try subcommand("places", "-x").text(environment: [:])
    }
  }

  @Test func theCacheIsListedOrCleared() throws {
    #expect(try (subcommand("cache") as? CacheCommand)?.action == nil)
    #expect(try (subcommand("cache", "clear") as? CacheCommand)?.action == .clear)
    #expect(try subcommand("cache").text(environment: [:]).contains("HOME"))
  }

  @Test(
    arguments: [(0, "0 B"), (999, "999 B"), (1000, "1 kB"), (1_450_000, "1.5 MB"), (50_000_000, "50.0 MB")])
  func sizesAreForPeople(bytes: Int, text: String) { #expect(ByteText.of(bytes) == text) }
}
