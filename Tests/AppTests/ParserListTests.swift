import Basics
import Scraping
import Support
import Testing

@testable import App

struct ParserListTests {
  private let home: TemporaryFolder

  init() throws { home = try TemporaryFolder() }

  private func write(_ text: String, to file: String) throws { try write(Array(text.utf8), to: file) }

  private func write(_ bytes: [UInt8], to file: String) throws {
    let folder = file.split(separator: "/").dropLast().joined(separator: "/")
    try Files.makeFolder("\(home.path)/\(folder)")
    _ = try home.write(file, bytes)
  }

  private var environment: [String: String] { ["HOME": home.path] }
  private var folder: String { "\(home.path)/.config/weatherterm/parsers" }

  private static let site = """
    format: 1
    title: Valley
    home: https://valley.example
    aliases: [valley-weather]
    areas: coordinates
    coverage: the valley
    attribution: Valley
    terms: Free.
    horizon: 3
    page: {as: json, get: "https://valley.example/{latitude}/{longitude}"}
    days: {rows: "$.days[*]", date: day, high: {at: high, unit: C}}
    """

  @Test func findsFilesByNameAndAlias() throws {
    try write(Self.site, to: ".config/weatherterm/parsers/Valley.yaml")
    let list = ParserList(environment: environment)
    for name in ["Valley", "valley", "ValleyParser", "valley-weather"] { #expect(try list(name).name == "Valley") }
    #expect(list.names.contains("Valley"))
    #expect(throws: UnknownName.self) { try ParserList.builtIn("Valley") }
    #expect(throws: UnknownName.self) { try list("hill") }
  }

  @Test func laterFoldersComeBehind() throws {
    try write(Self.site.replacing("title: Valley", with: "title: Far"), to: "data/weatherterm/parsers/Valley.yaml")
    let list = ParserList(environment: ["HOME": home.path, "XDG_DATA_DIRS": "\(home.path)/none:\(home.path)/data"])
    #expect(try list("Valley").facts.title == "Far")
    try write(Self.site, to: ".config/weatherterm/parsers/Valley.yaml")
    #expect(try list("Valley").facts.title == "Valley")
    let named = ParserList(environment: environment, files: ["\(home.path)/data/weatherterm/parsers/Valley.yaml"])
    #expect(try named("valley").facts.title == "Far")
  }

  @Test func aFileOfABuiltInNameStandsInAndIsTold() throws {
    try write(Self.site, to: ".config/weatherterm/parsers/OpenMeteo.yaml")
    let parser = try ParserList(environment: environment)("openmeteo")
    #expect(parser.facts.title == "Valley")
    var options = CommandLineOptions()
    options.parsers = [parser]
    options.places = ["1,1"]
    options.kind = .today
    #expect(
      try Plan(options, Configuration()).notes == [.standsIn(parser: "OpenMeteo", file: "\(folder)/OpenMeteo.yaml")])
  }

  @Test func anExtensionAddsLayoutsAndIsNotTold() throws {
    let text = """
      format: 1
      extends: OpenMeteo
      days: {layout: mine, columns: $.daily, date: time, high: warmest}
      """
    try write(text, to: ".config/weatherterm/parsers/OpenMeteo.yaml")
    let parser = try ParserList(environment: environment)("OpenMeteo")
    let builtIn = try ParserList.builtIn("OpenMeteo")
    let definition = try #require((parser as? SiteFileParser)?.definition)
    let own = try #require((builtIn as? SiteFileParser)?.definition)
    #expect(definition.sections[.days]?.first?.layout == "mine")
    #expect(definition.sections[.days]?.dropFirst().map(\.fields) == own.sections[.days]?.map(\.fields))
    #expect(definition.sections[.hours] == own.sections[.hours])
    #expect(parser.facts.hosts == builtIn.facts.hosts)
    var options = CommandLineOptions()
    options.parsers = [parser]
    options.places = ["1,1"]
    options.kind = .today
    #expect(try Plan(options, Configuration()).notes.isEmpty)
  }

  @Test func aRepairIsOpenUntilItIsAccepted() throws {
    let folder = ".config/weatherterm/parsers"
    let mark = "repaired: {date: 2026-11-30, status: proposed}\n"
    try write("format: 1\nextends: OpenMeteo\n\(mark)", to: "\(folder)/OpenMeteo.yaml")
    try write("format: 1\nextends: OpenMeteo\n", to: "\(folder)/Above.yaml")
    func date(_ name: String) throws -> CalendarDay? {
      try ParserList(environment: environment)(name).openRepair?.date
    }
    #expect(try date("OpenMeteo") == CalendarDay("2026-11-30"))
    #expect(try date("Above") == CalendarDay("2026-11-30"))
    #expect(try date("SMHI") == nil)
    try write(
      "format: 1\nextends: OpenMeteo\n" + mark.replacing("proposed", with: "accepted"),
      to: "\(folder)/OpenMeteo.yaml")
    #expect(try date("OpenMeteo") == nil)
    #expect(try date("Above") == nil)
  }

  @Test func circlesOfExtensionsEnd() throws {
    for (name, other) in [("One", "Two"), ("Two", "One")] {
      try write("format: 1\nextends: \(other)\n", to: ".config/weatherterm/parsers/\(name).yaml")
    }
    #expect(faults("One") == [.circularExtension("Two")])
    try write("format: 1\nextends: Own\n", to: ".config/weatherterm/parsers/Own.yaml")
    #expect(faults("Own") == [.circularExtension("Own")])
  }

  private func faults(_ name: String) -> [DefinitionError.Fault] {
    do {
      try ParserList(environment: environment)(name).open()
      return []
    } catch { return (error as? DefinitionErrors)?.all.map(\.fault) ?? [] }
  }

  @Test func whatIsExtendedMustBeThereAndRight() throws {
    let folder = ".config/weatherterm/parsers"
    try write("format: 1\nextends: OpenMetoe\n", to: "\(folder)/Far.yaml")
    #expect(faults("Far") == [.unknownName("OpenMetoe", nearest: "OpenMeteo")])
    try write("format: 1\ntitel: x\n", to: "\(folder)/Bad.yaml")
    try write("format: 1\nextends: Bad\ntilte: x\n", to: "\(folder)/Worse.yaml")
    #expect(faults("Worse") == [.brokenBase("Bad"), .unknownKey(nearest: "title")])
  }

  @Test func aWrongFileDisablesItselfAlone() throws {
    try write("format: 1\ntitel: x\n", to: ".config/weatherterm/parsers/Bad.yaml")
    try write([0xFF, 0xFE, 0x00], to: ".config/weatherterm/parsers/Bytes.yaml")
    let list = ParserList(environment: environment)
    #expect(list.all.count == ParserList.builtIn.all.count + 2)
    #expect(throws: DefinitionErrors.self) { try list("Bad").open() }
    #expect(throws: DefinitionErrors.self) { try list("Bytes").open() }
    try list("OpenMeteo").open()
  }

  @Test func namesThatAreNoneAreListedApart() throws {
    for file in ["my-site.yaml", "weathercom.yaml", "__Draft.yaml", "notes.txt"] {
      try write(Self.site, to: ".config/weatherterm/parsers/\(file)")
    }
    let list = ParserList(environment: environment)
    #expect(list.misnamed == ["\(folder)/my-site.yaml", "\(folder)/weathercom.yaml"])
    #expect(list.names == ParserList.builtIn.names)
  }
}
