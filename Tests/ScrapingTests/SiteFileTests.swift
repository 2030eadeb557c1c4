import Basics
import Scraping
import Testing

struct SiteFileTests {
  /// A file with the least that is needed, and some lines more.
  static func file(_ more: String) -> String {
    """
    format: 1
    title: A site
    home: https://site.example
    areas: coordinates
    coverage: a valley
    attribution: The site
    terms: none
    horizon: 3
    \(more)
    """
  }

  static let page = "page: https://site.example/{latitude}\n"

  private func faults(_ text: String) -> [DefinitionError] {
    do throws(DefinitionErrors) {
      _ = try SiteDefinition(yaml: text, file: "sites/Valley.yaml")
      return []
    } catch {
      return error.all
    }
  }

  /// The fault of the tenth line, `page` being the ninth.
  private func fault(_ line: String) -> DefinitionError? { faults(Self.file(Self.page + line)).first }

  private func expected(
    _ line: Int, _ column: Int, _ key: String, _ fault: DefinitionError.Fault
  ) -> DefinitionError {
    DefinitionError(
      file: "sites/Valley.yaml", at: SourcePosition(line: line, column: column), key: key, fault)
  }

  @Test func factsAndPagesAreRead() throws {
    let site = try SiteDefinition(
      yaml: Self.file(
        """
        aliases: [valley, valley.example]
        help: Ask the shepherd.
        countries: [CH, LI]
        territory: [[46, 47.5, 8, 10.5]]
        grid: 2.5
        contact: required
        pause: 250ms
        lifetime: {current: 5m, days: 1h}
        language: de
        hosts: [site.example]
        pages:
          list: {as: json, get: ["https://site.example/1", "https://site.example/2"], headers: {Accept: text/json}}
          report: {as: xml, get: "https://site.example/{file}", optional: true, take: {file: [a, {at: b, match: x+}]}}
        refuse:
          - {status: 404, means: outside}
          - {has: //login, means: unknown area, says: //p, reason: ask another}
        tables: {sky: {"1": clear}}
        """), file: "sites/Valley.yaml")
    #expect(site.name == "Valley")
    #expect(site.file == "sites/Valley.yaml")
    #expect(
      site.facts
        == SiteFacts(
          title: "A site", homePage: "https://site.example", hosts: ["site.example"], areaForms: [.coordinates],
          areaHelp: "Ask the shepherd.", coverage: "a valley", countries: ["CH", "LI"],
          territory: Territory([Territory.Box(46...47.5, 8...10.5)]), attribution: "The site", terms: "none",
          gridKilometers: 2.5, days: 3, needsContact: true, pause: .milliseconds(250),
          lifetime: AnswerLifetime(current: .seconds(300), days: .seconds(3600)),
          aliases: ["valley", "valley.example"],
          language: "de"))
    #expect(site.pages.map(\.name) == ["list", "report"])
    #expect(site.pages[0].get == ["https://site.example/1", "https://site.example/2"])
    #expect(site.pages[0].format == .json)
    #expect(site.pages[0].headers == ["Accept": "text/json"])
    #expect(site.pages[1].isOptional)
    #expect(site.pages[1].take["file"]?.map(\.at) == ["a", "b"])
    #expect(site.pages[1].take["file"]?.map(\.match) == [nil, "x+"])
    #expect(site.refusals.map(\.means) == [.outside, .unknownArea])
    #expect(site.refusals.map(\.status) == [404, nil])
    #expect(site.refusals[1].has.map(\.at) == ["//login"])
    #expect(site.refusals[1].reason == "ask another")
    #expect(site.tables == ["sky": ["1": "clear"]])
  }

  @Test func aRepairIsRead() throws {
    let text = Self.file(Self.page + "repaired: {date: 2026-11-30, status: accepted}")
    let day = try #require(CalendarDay("2026-11-30"))
    #expect(
      try SiteDefinition(yaml: text, file: "Valley.yaml").repair == SiteDefinition.Repair(date: day, status: .accepted))
    #expect(try SiteDefinition(yaml: Self.file(Self.page), file: "Valley.yaml").repair == nil)
  }

  @Test func areaFormsAreRead() throws {
    let more = """
      page: https://site.example/{town}
      tables: {states: {"01": A}}
      """
    let text = Self.file(more).replacing(
      "areas: coordinates",
      with: "areas: [{form: town, pattern: \"[a-z]+\", example: bern, parts: [town], town: \"{name}\"},"
        + " {form: coordinates, example: \"47,8\"}, coordinates]")
    let forms = try SiteDefinition(yaml: text, file: "Valley.yaml").facts.areaForms
    #expect(
      forms == [
        AreaForm("town", pattern: "[a-z]+", example: "bern", parts: ["town"], town: "{name}"),
        .coordinates(like: "47,8"), .coordinates,
      ])
  }

  @Test func sectionsAreRead() throws {
    let site = try SiteDefinition(
      yaml: Self.file(
        Self.page + """
          units: "@units"
          place: {name: //h1}
          current: {from: hours}
          days:
            - layout: new
              rows: [//day, //tag]
              date: {at: "@date", format: yyyyMMdd, zone: UTC}
              units: {temperature: [F, "//unit"]}
              lows: night
              high: high
              precipitation: {at: rain, missing: [NA, 9999], drop: "[.]$", times: 10, unit: mm, since: "@from"}
            - {rows: //old, date: ., low: [a, b]}
          hours:
            rows: //hour
            time: "@time"
            ahead:
              6h: {high: max}
              rain: {rows: //rain, from: "@from", until: "@to", precipitation: amount}
          tests:
            - {session: first, area: "47,8", for: hourly, rows: 2, tolerance: 1, expect: {days: {2026-02-03: {high: 1, low: null}}}}
            - {session: second, area: "1,1", fails: 68}
          """), file: "Valley.yaml")
    #expect(site.units.all.map(\.at) == ["@units"])
    #expect(site.sections[.place]?.first?.fields["name"]?.map(\.at) == ["//h1"])
    #expect(site.sections[.current]?.map(\.madeFrom) == ["hours"])
    let days = try #require(site.sections[.days])
    #expect(days.map(\.layout) == ["new", ""])
    #expect(days[0].rows.map(\.at) == ["//day", "//tag"])
    #expect(days[0].date.map(\.format) == ["yyyyMMdd"])
    #expect(days[0].date.map(\.zone) == ["UTC"])
    #expect(days[0].units.byQuantity["temperature"]?.map(\.at) == ["F", "//unit"])
    #expect(days[0].lowsAreNights)
    let rain = try #require(days[0].fields["precipitation"]?.first)
    #expect(
      rain
        == SiteDefinition.Selector(
          "rain", missing: ["NA", "9999"], drop: "[.]$", times: 10, unit: "mm", since: "@from",
          at: SourcePosition(line: 20, column: 5)))
    #expect(days[1].fields["low"]?.map(\.at) == ["a", "b"])
    let ahead = try #require(site.sections[.hours]?.first?.ahead)
    #expect(ahead.map(\.hours) == [6, nil])
    #expect(ahead[0].fields["high"]?.map(\.at) == ["max"])
    #expect(ahead[1].until.map(\.at) == ["@to"])
    #expect(site.tests.map(\.kind) == ["hourly", "tendays"])
    #expect(site.tests.map(\.fails) == [nil, 68])
    #expect(
      site.tests[0].expect == .table(["days": .table(["2026-02-03": .table(["high": .text("1"), "low": .null])])]))
  }

  @Test(arguments: [
    ("tilte: x", 1, "tilte", "title"), ("page: {gte: x}", 8, "page.gte", "get"),
    ("refuse: [{meens: busy}]", 11, "refuse.meens", "means"), ("place: {nane: x}", 9, "place.nane", "name"),
    ("days: {date: x, hihg: y}", 17, "days.hihg", "high"),
    ("days: {rows: {at: x, mtach: y}}", 22, "days.rows.mtach", "match"),
    ("units: {temprature: C}", 9, "units.temprature", "temperature"), ("wibble: 1", 1, "wibble", nil),
    ("days: {observed: x}", 8, "days.observed", nil), ("hours: {date: x}", 9, "hours.date", nil),
    ("hours: {ahead: {6h: {hihg: x}}}", 22, "hours.ahead.6h.hihg", "high"),
  ])
  func anUnknownKeyIsNamedWithTheNearest(line: String, column: Int, key: String, nearest: String?) {
    let text = line.hasPrefix("page") ? Self.file("#\n" + line) : Self.file(Self.page + line)
    #expect(faults(text).contains(expected(10, column, key, .unknownKey(nearest: nearest))))
  }

  @Test(arguments: [
    ("pause: soon", 1, "pause", "soon", "a length of time such as 250ms, 2s, 5m or 1h"),
    ("contact: maybe", 1, "contact", "maybe", "required"), ("grid: wide", 1, "grid", "wide", "a number"),
    ("grid: 1e999", 1, "grid", "1e999", "a number"),
    ("help: [a]", 1, "help", "a list", "a text"), ("help: \"  \"", 1, "help", "  ", "a text"),
    ("lifetime: 5m", 1, "lifetime", "5m", "keys and values"),
    ("refuse: [{status: many, means: busy}]", 11, "refuse.status", "many", "a whole number"),
    ("days: {date: x, lows: day}", 17, "days.lows", "day", "night"),
    ("days: {from: days}", 8, "days.from", "days", "hours"),
    ("days: {high: [{at: x}, [y]]}", 24, "days.high", "a list", "a text"),
    ("territory: [[1, 2, 3]]", 13, "territory", "a list", "boxes of [south, north, west, east]"),
    (
      "tests: [{session: x, area: y, for: ever}]", 31, "tests.for", "ever",
      "today, fivedays, tendays, weekend or hourly"
    ),
  ])
  func aWrongValueIsNamedWithWhatIsRight(line: String, column: Int, key: String, value: String, right: String) {
    #expect(fault(line) == expected(10, column, key, .badValue(value, expected: right)))
  }

  @Test func missingKeysAreNamed() {
    #expect(
      faults("format: 1\ntitle: x").map(\.key) == [
        "home", "areas", "coverage", "attribution", "terms", "horizon", "pages",
      ])
    #expect(fault("refuse: [{status: 404}]") == expected(10, 10, "refuse.means", .missingKey))
    #expect(fault("days: {high: {match: x}}") == expected(10, 8, "days.high.at", .missingKey))
    #expect(fault("title:\n").map(\.fault) == .repeatedKey)
  }

  @Test func allFaultsAreFoundInTheOrderOfTheFile() {
    let more = "pages:\n  a: {gte: x}\nhours:\n  time: time\n  temprature: t\nhorizont: 3\n"
    let found = faults(Self.file(more).replacing("format: 1", with: "format: 2"))
    #expect(
      found == [
        expected(1, 1, "format", .badValue("2", expected: "1")),
        expected(10, 3, "pages.a.get", .missingKey),
        expected(10, 7, "pages.a.gte", .unknownKey(nearest: "get")),
        expected(13, 3, "hours.temprature", .unknownKey(nearest: "temperature")),
        expected(14, 1, "horizont", .unknownKey(nearest: "horizon")),
      ])
  }

  @Test func whatIsNoYAMLIsOneFault() {
    #expect(faults("").map(\.fault) == [.unreadable(reason: "it is empty")])
    #expect(faults("a: b: c").map(\.position) == [SourcePosition(line: 1, column: 5)])
    #expect(faults("just words").map(\.fault).first == .badValue("just words", expected: "keys and values"))
  }
}
