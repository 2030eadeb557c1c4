import ArgumentParser
import Testing
import Weather

@testable import App

struct CommandLineRequestTests {
  private func request(_ line: String) throws -> CommandLineRequest {
    try CommandLineRequest(line.split(separator: " ").map(String.init))
  }

  private func options(_ line: String) throws -> TypedOptions {
    guard case .forecast(let options) = try request(line) else { throw UsageError.other("no forecast: \(line)") }
    return options
  }

  @Test(
    arguments: [
      ("-td", .today), ("--today", .today), ("-5d", .fiveDays), ("--fivedays", .fiveDays), ("-10d", .tenDays),
      ("--tendays", .tenDays), ("-w", .weekend), ("--weekend", .weekend), ("--hourly", .hourly),
    ] as [(String, ForecastKind)])
  func everyForecastHasItsNames(option: String, kind: ForecastKind) throws {
    let options = try options("-p WeatherCom -a SWXX2372 \(option)")
    #expect(ForecastKind.allCases.filter { options.contains(ProgramOption($0)) } == [kind])
    #expect(options.value(.parser) == "WeatherCom")
    #expect(options.values(.area) == ["SWXX2372"])
  }

  @Test(arguments: [
    "-td -a -33.87,151.21", "-td -a=-33.87,151.21", "-td --areacode -33.87,151.21", "--areacode=-33.87,151.21 -td",
  ])
  func anAreaMayBeginWithAMinusBeforeADigit(line: String) throws {
    #expect(try options(line).values(.area) == ["-33.87,151.21"])
  }

  @Test(arguments: [
    "-p WeatherCom -a", "-a -td", "-a --today", "-td -a -p WeatherCom", "-a -x", "-a -5d", "-a -10d", "--areacode=",
    "-a --", "--areacode -w",
  ])
  func withoutAnAreaItIsAskedFor(line: String) {
    #expect(throws: UsageError.needsValue(.area)) { try request(line) }
    #expect(UsageError.needsValue(.area).description.hasPrefix("-a needs an area"))
  }

  @Test(
    arguments: [
      ("--untis Celsius", .unknownOption("--untis"), "there is no option --untis: did you mean --units?"),
      ("-td --5days", .unknownOption("--5days"), "there is no option --5days: did you mean -5d?"),
      ("--ten-days", .unknownOption("--ten-days"), "there is no option --ten-days: did you mean --tendays?"),
      ("-unit Celsius", .unknownOption("-unit"), "there is no option -unit: did you mean --unit?"),
      ("-P WeatherCom", .unknownOption("-P"), "there is no option -P: did you mean -p?"),
      ("-pWeatherCom", .unknownOption("-pWeatherCom"), "there is no option -pWeatherCom: did you mean -p WeatherCom?"),
      (
        "-33.87,151.21 -td", .unknownOption("-33.87,151.21"),
        "there is no option -33.87,151.21: an area is given with -a -33.87,151.21"
      ),
      ("--xyzzy=3", .unknownOption("--xyzzy=3"), "there is no option --xyzzy, see 'weatherterm --help'"),
      (
        "-td -w", .contradictory([.today, .weekend]),
        "-td/--today and -w/--weekend contradict each other: ask for one forecast at a time"
      ),
      ("-td --today", .repeated(.today), "-td/--today is given twice: once is enough"),
      ("-p A -p B", .repeated(.parser), "-p/--parser is given twice: once is enough"),
      ("--areas", .needsValue(.areas), "--areas needs a file with an area on each line, or - for standard input"),
      ("--today=yes", .needsNothing(.today), "-td/--today stands alone: leave out what is behind the ="),
      ("-p", .needsValue(.parser), "-p/--parser needs the name of a parser"),
      ("-p -td", .needsValue(.parser), "-p/--parser needs the name of a parser"),
      ("--record --replay x", .needsValue(.record), "--record needs a folder"),
      (
        "-a New York -td", .unexpectedArgument("York", before: .area),
        "nothing goes with York: an area with blanks is put in quotes, an option begins with a minus"
      ),
      (
        "-p WeatherCom OpenMeteo -td", .unexpectedArgument("OpenMeteo", before: .parser),
        "nothing goes with OpenMeteo: several parsers are joined by commas, as in -p WeatherCom,OpenMeteo"
      ),
      (
        "SWXX2372 -td", .unexpectedArgument("SWXX2372", before: nil),
        "nothing goes with SWXX2372: an area is given with -a, a parser with -p"
      ),
      (
        "parsers --all", .unknownSubcommandOption("--all"),
        "there is no option --all behind parsers: give it one name, or nothing"
      ),
      (
        "parsers a b", .unexpectedArgument("b", before: nil),
        "nothing goes with b: an area is given with -a, a parser with -p"
      ),
      ("schema x", .unexpectedSchemaArgument("x"), "schema stands alone: leave out x"),
      ("schema --all", .unexpectedSchemaArgument("--all"), "schema stands alone: leave out --all"),
    ] as [(String, UsageError, String)])
  func whatIsTypedWrongIsTold(line: String, error: UsageError, sentence: String) {
    #expect(throws: error) { try request(line) }
    #expect(error.description == sentence)
  }

  @Test func anUnknownOptionListsAllOptionsTheNearestFirst() throws {
    let hint = try #require(UsageError.unknownOption("--untis").hints.first)
    #expect(hint.hasPrefix("choose from: --units, -u/--unit, "))
    #expect(ProgramOption.allCases.allSatisfy { hint.contains($0.spelling) })
  }

  @Test func theLibraryKnowsTheOptionsThatTheCheckKnows() throws {
    guard case .text(let help) = try request("--help") else {
      Issue.record("no help")
      return
    }
    for option in ProgramOption.allCases {
      #expect(help.contains("  \(option.names.joined(separator: ", ")) "), "\(option.spelling) is not in the help")
    }
    // Registries, and groups of options.
    for text in ["WeatherCom: ", "classic: ", "json: ", "REQUIRED:", "FORECAST (EXACTLY ONE):", "parsers "] {
      #expect(help.contains(text), "\(text) is not in the help")
    }
  }

  @Test(arguments: [
    "-p A,B -a -33.87,151.21 --areacode=x -a 5 --areas - -td", "--unit=F --units a=b -o x --fields none --days 3",
    "--hours=2 --color never --icons ascii --format -{{x}} --timeout 2s --max-age 5m --refresh --offline --no-stale",
    "-10d --config f --record d --replay=r --base-url http://a=b --verbose --quiet",
  ])
  func theLibraryReadsTheSame(line: String) throws {
    // Loud and quiet exclude each other in our words alone.
    let words = line.split(separator: " ").map(String.init)
    let typed = try #require(try CommandLineCheck.options(words.filter { $0 != "--quiet" }))
    let command = try WeathertermCommand.parse(words)
    #expect(command.required.parser == typed.value(.parser))
    #expect(command.required.area == typed.values(.area))
    #expect(command.required.areas == typed.value(.areas))
    #expect(command.forecast.kinds == ForecastKind.allCases.filter { typed.contains(ProgramOption($0)) })
    let output = command.output
    #expect(output.unit == typed.value(.unit) && output.units == typed.value(.units))
    #expect(output.output == typed.value(.output) && output.fields == typed.value(.fields))
    #expect(output.days == typed.value(.days) && output.hours == typed.value(.hours))
    #expect(output.color == typed.value(.color) && output.icons == typed.value(.icons))
    #expect(output.format == typed.value(.format))
    #expect(command.cache.maxAge == typed.value(.maxAge) && command.cache.refresh == typed.contains(.refresh))
    #expect(command.cache.offline == typed.contains(.offline) && command.cache.noStale == typed.contains(.noStale))
    let session = command.session
    #expect(session.config == typed.value(.config) && session.timeout == typed.value(.timeout))
    #expect(session.record == typed.value(.record) && session.replay == typed.value(.replay))
    #expect(session.baseURL == typed.value(.baseURL))
    #expect(command.verbose == typed.contains(.verbose))
  }

  @Test(arguments: ["--version", "-v"])
  func theVersionIsPrinted(option: String) throws {
    guard case .version = try request(option) else {
      Issue.record("no version")
      return
    }
    #expect(Version.text == "weatherterm 1.0.0\n")
  }

  @Test func parsersAreListedAndTold() throws {
    guard case .parsers(nil) = try request("parsers"), case .parsers("weathercom") = try request("parsers weathercom")
    else {
      Issue.record("no parsers")
      return
    }
    #expect(ParserList.table().contains("WeatherCom  "))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionsAreMadeForEachShell(shell: String) throws {
    guard case .text(let script) = try request("--generate-completion-script \(shell)") else {
      Issue.record("no script")
      return
    }
    #expect(script.contains("weatherterm") && script.contains("areacode"))
  }

  @Test func thereIsNoCompletionForOtherShells() {
    let name = UnknownName(what: "shell", text: "pwsh", known: ["bash", "zsh", "fish"])
    #expect(throws: UsageError.unknownName(name)) { try request("--generate-completion-script pwsh") }
  }
}
