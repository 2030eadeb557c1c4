import Scraping
import Testing

/// Site files that are wrong: each fault is found, with its place, its key and what was meant.
struct BrokenSiteFileTests {
  /// What is expected of a fault: where it stands, its key, and what kind it is.
  struct Expected: Sendable, CustomTestStringConvertible {
    let line: Int
    let column: Int
    let key: String
    let fault: String

    init(_ line: Int, _ column: Int, _ key: String, _ fault: String) {
      (self.line, self.column, self.key, self.fault) = (line, column, key, fault)
    }

    var testDescription: String { "\(line):\(column) \(key): \(fault)" }
  }

  /// Some lines that take the place of the good file's line with the same key, or stand behind it, and the faults.
  struct Case: Sendable, CustomTestStringConvertible {
    let lines: String
    let faults: [Expected]

    init(_ lines: String, _ faults: Expected...) { (self.lines, self.faults) = (lines, faults) }

    var testDescription: String { lines }
  }

  private static let good = """
    format: 1
    title: Valley
    home: https://valley.example
    areas: coordinates
    coverage: the valley
    attribution: Valley
    terms: Free.
    horizon: 3
    page: {as: json, get: "https://valley.example/{area}"}
    days:
      rows: $.days[*]
      date: day
      high: {at: high, unit: C}

    """

  /// The good file with other lines: a line that begins with the key of a good one takes its place.
  private static func file(_ lines: String) -> String {
    let key = lines.prefix { $0 != ":" }
    var rows = good.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if let index = rows.firstIndex(where: { $0.hasPrefix("\(key):") }) {
      if key == "days" { rows.removeSubrange((index + 1)...(index + 3)) }
      rows[index] = lines
    } else {
      rows[rows.count - 1] = lines
    }
    return rows.joined(separator: "\n")
  }

  /// The faults of a file, each in the form of an expectation.
  private static func faults(_ text: String) -> [Expected] { faults(Array(text.utf8)) }

  private static func faults(_ bytes: [UInt8]) -> [Expected] {
    do throws(DefinitionErrors) {
      _ = try SiteDefinition(checking: SiteDefinition.text(of: bytes, file: "Valley.yaml"), file: "Valley.yaml")
      return []
    } catch {
      return error.all.map { Expected($0.position?.line ?? 0, $0.position?.column ?? 0, $0.key, Self.kind($0.fault)) }
    }
  }

  /// The case of a fault with what it says was meant.
  private static func kind(_ fault: DefinitionError.Fault) -> String {
    switch fault {
    case .unknownKey(let nearest): "key? \(nearest ?? "-")"
    case .missingKey: "missing"
    case .repeatedKey: "repeated"
    case .badValue(let value, let expected): "'\(value)' is not \(expected)"
    case .unknownName(let name, let nearest): "\(name)? \(nearest ?? "-")"
    case .badXPath: "XPath"
    case .badJSONPath: "JSONPath"
    case .badPattern: "pattern"
    case .exampleDoesNotMatch: "example"
    case .badAddress: "address"
    case .foreignHost(let host): "foreign \(host)"
    case .localAddress(let host): "local \(host)"
    case .pageLoop(let name): "loop {\(name)}"
    case .tooManyPages(let count, _): "\(count) pages"
    case .unknownPlaceholder(let name, let nearest): "{\(name)}? \(nearest ?? "-")"
    case .circularExtension(let name): "circle \(name)"
    case .brokenBase(let name): "broken \(name)"
    case .unreadable: "unreadable"
    }
  }

  @Test func theGoodFileHasNoFault() {
    #expect(Self.faults(Self.good).map(\.testDescription) == [])
    #expect(Self.faults("\u{FEFF}" + Self.good).map(\.testDescription) == [])
    #expect(Self.faults(Self.good.replacing("\n", with: "\r\n")).map(\.testDescription) == [])
  }

  private static let xml = "page: {as: xml, get: \"https://valley.example/{latitude}\"}"

  static let cases: [Case] = [
    // Keys.
    Case("tilte: x", .init(14, 1, "tilte", "key? title")), Case("wibble: x", .init(14, 1, "wibble", "key? -")),
    Case("title:", .init(1, 1, "title", "missing")), Case("horizon:", .init(1, 1, "horizon", "missing")),
    Case("title: {a: b}", .init(2, 1, "title", "'keys and values' is not a text")),
    Case("title: [a]", .init(2, 1, "title", "'a list' is not a text")),
    Case("format: 2", .init(1, 1, "format", "'2' is not 1")),
    Case("page: {as: json}", .init(9, 1, "page.get", "missing")),
    Case("page: {gte: x}", .init(9, 1, "page.get", "missing"), .init(9, 8, "page.gte", "key? get")),
    Case("pages: [a]", .init(14, 1, "pages", "'a list' is not pages by their names")),
    Case("refuse: {status: 404}", .init(14, 1, "refuse.means", "missing")),
    Case("refuse: {means: busy}", .init(14, 1, "refuse.has", "missing")),
    Case("lifetime: 5m", .init(14, 1, "lifetime", "'5m' is not keys and values")),
    // Values.
    Case("horizon: -1", .init(8, 1, "horizon", "'-1' is not a number of days from 1 to 60")),
    Case("horizon: 0", .init(8, 1, "horizon", "'0' is not a number of days from 1 to 60")),
    Case(
      "horizon: 99999999999999999999",
      .init(8, 1, "horizon", "'99999999999999999999' is not a number of days from 1 to 60")),
    Case("grid: 1e999", .init(14, 1, "grid", "'1e999' is not a number")),
    Case("pause: soon", .init(14, 1, "pause", "'soon' is not a length of time such as 250ms, 2s, 5m or 1h")),
    Case("contact: maybe", .init(14, 1, "contact", "'maybe' is not required")),
    Case("countries: [SE, QQ]", .init(14, 17, "countries", "'QQ' is not a country's code of ISO 3166-1 such as SE")),
    Case("countries: se", .init(14, 1, "countries", "'se' is not a country's code of ISO 3166-1 such as SE")),
    Case("territory: [1, 2, 3]", .init(14, 1, "territory", "'a list' is not boxes of [south, north, west, east]")),
    Case(
      "page: {as: pdf, get: \"https://valley.example/\"}", .init(9, 8, "page.as", "'pdf' is not html, xml, json or csv")
    ),
    Case("refuse: {status: many, means: busy}", .init(14, 10, "refuse.status", "'many' is not a whole number")),
    Case(
      "refuse: {status: 404, means: sad}",
      .init(
        14, 23, "refuse.means",
        "'sad' is not blocked, unknown area, outside, login, consent, busy, rejected, nothing, deprecated, unknown layout or "
          + "other place")),
    Case("tables: {sky: {}}", .init(14, 10, "tables.sky", "'keys and values' is not a table with entries")),
    Case("tables: {sky: clear}", .init(14, 10, "tables.sky", "'clear' is not keys and values")),
    Case(
      "tests: [{session: a, area: b, for: ever}]",
      .init(14, 31, "tests.for", "'ever' is not today, fivedays, tendays, weekend or hourly")),
    Case("tests: [{session: a}]", .init(14, 9, "tests.area", "missing")),
    // Areas.
    Case(
      "areas: {form: code, pattern: \"[A-Z\", example: A}", .init(4, 21, "areas.pattern", "pattern")),
    Case("areas: {form: code, pattern: \"[A-Z]\", example: 1}", .init(4, 39, "areas.example", "example")),
    Case("areas: {form: code, example: A}", .init(4, 1, "areas.pattern", "missing")),
    Case(
      "areas: {form: town, pattern: \"[a-z]+\", example: bern, town: \"{twon}\"}",
      .init(4, 55, "areas.town", "{twon}? town")),
    // Addresses.
    Case("page: {as: json, get: \"gopher://valley.example/\"}", .init(9, 18, "page.get", "address")),
    Case("page: {as: json, get: \"valley.example\"}", .init(9, 18, "page.get", "address")),
    Case("page: {as: json, get: \"https://valley.example/{area\"}", .init(9, 18, "page.get", "address")),
    Case("page: {as: json, get: \"https://valley.example/{utc:qq}\"}", .init(9, 18, "page.get", "address")),
    Case("page: {as: json, get: \"https://user@valley.example/\"}", .init(9, 18, "page.get", "address")),
    Case("page: {as: json, get: \"https://valley.example/{aera}\"}", .init(9, 18, "page.get", "{aera}? area")),
    Case("page: {as: json, get: \"https://valley.example/{area|sky}\"}", .init(9, 18, "page.get", "sky? -")),
    Case("hosts: [api.example]", .init(9, 18, "page.get", "foreign valley.example")),
    Case(
      "hosts: [https://valley.example]", .init(9, 18, "page.get", "foreign valley.example"),
      .init(14, 1, "hosts", "'https://valley.example' is not a host such as api.site.example")),
    Case("page: {as: json, get: \"http://localhost:8080/\"}", .init(9, 18, "page.get", "local localhost")),
    Case("page: {as: json, get: \"https://127.1/\"}", .init(9, 18, "page.get", "local 127.1")),
    Case("page: {as: json, get: \"https://0x7f000001/\"}", .init(9, 18, "page.get", "local 0x7f000001")),
    Case("page: {as: json, get: \"https://[::ffff:10.0.0.1]/\"}", .init(9, 18, "page.get", "local [::ffff:10.0.0.1]")),
    Case(
      "page: {as: json, get: \"https://169.254.169.254/latest\"}", .init(9, 18, "page.get", "local 169.254.169.254")),
    Case("page: {as: json, get: \"https://printer.local/\"}", .init(9, 18, "page.get", "local printer.local")),
    // Expressions.
    Case("days: {rows: \"$.days[\", date: day}", .init(10, 8, "days.rows", "JSONPath")),
    Case("days: {rows: \"$..[?foo(@)]\", date: day}", .init(10, 8, "days.rows", "JSONPath")),
    Case("days: {rows: {match: x}, date: day}", .init(10, 8, "days.rows.at", "missing")),
    Case("days: {rows: [[a]], date: day}", .init(10, 15, "days.rows", "'a list' is not a text")),
    Case("days: {rows: $.a}", .init(10, 1, "days.date", "missing")),
    Case("days: {rows: $.a, date: day, hihg: a}", .init(10, 30, "days.hihg", "key? high")),
    Case("days: {rows: $.a, date: day, page: lsit}", .init(10, 30, "days.page", "lsit? -")),
    Case("days: {from: hours}", .init(10, 8, "days.from", "hours? hours")),
    Case(
      "days: {from: weeks}", .init(10, 8, "days.from", "'weeks' is not hours")),
    Case("days: {rows: $.a, date: {at: d, format: quarter}}", .init(10, 33, "days.date.format", "letters")),
    Case(
      "days: {rows: $.a, date: {at: d, zone: Europe/Stokholm}}",
      .init(10, 33, "days.date.zone", "Europe/Stokholm? Europe/Stockholm")),
    Case(
      "days: {rows: $.a, date: d, high: {at: h, unit: Celcius}}", .init(10, 42, "days.high.unit", "Celcius? celsius")),
    Case("days: {rows: $.a, date: d, high: {at: h, unit: K}}", .init(10, 42, "days.high.unit", "K? -")),
    Case("days: {rows: $.a, date: d, high: {at: h, match: \"(\"}}", .init(10, 42, "days.high.match", "pattern")),
    Case("days: {rows: $.a, date: d, high: {at: h, match: \"(a)\\\\1\"}}", .init(10, 42, "days.high.match", "pattern")),
    Case(
      "days: {rows: $.a, date: d, high: {at: h, drop: \"((a{99}){99}){99}\"}}",
      .init(10, 42, "days.high.drop", "pattern")),
    Case(
      "days: {rows: $.a, date: d, description: {at: h, words: wom}}",
      .init(10, 49, "days.description.words", "wom? wmo")),
    Case("days: {rows: $.a, date: d, high: {at: h, basis: hihg}}", .init(10, 42, "days.high.basis", "hihg? high")),
    Case(
      "days: {rows: $.a, date: d, high: {at: h, times: ten}}", .init(10, 42, "days.high.times", "'ten' is not a number")
    ),
    Case("days: {rows: $.a, date: d, high: {at: h, mtach: x}}", .init(10, 42, "days.high.mtach", "key? match")),
    Case("place: {timeZone: Europe/Stokholm}", .init(14, 9, "place.timeZone", "Europe/Stokholm? Europe/Stockholm")),
    Case("units: {temprature: C}", .init(14, 9, "units.temprature", "key? temperature")),
    Case(
      "hours: {rows: $.a, time: t, ahead: {rain: {precipitation: r}}}", .init(14, 37, "hours.ahead.until", "missing")),
    Case(
      "hours: {rows: $.a, time: t, ahead: 6h}",
      .init(14, 29, "hours.ahead", "'6h' is not lengths such as 6h with their fields")),
    Case(
      xml + "\nplace: {name: \"//h1[\"}\nrefuse: {has: \"//p[@x=$twon]\", means: busy}",
      .init(10, 9, "place.name", "XPath"), .init(11, 10, "refuse.has", "XPath"), .init(13, 3, "days.rows", "XPath")),
    // Pages.
    Case(
      "page: {as: json, get: \"https://valley.example/{id}\"}\npages:\n  a: {as: json, get: \"https://valley.example/{id}\", take: {key: k}}\n  b: {as: json, get: \"https://valley.example/{key}\", take: {id: i}}",
      .init(9, 18, "page.get", "loop {id}"), .init(11, 17, "pages.a.get", "loop {id}"),
      .init(12, 17, "pages.b.get", "loop {key}")),
    Case(
      "page: {as: json, get: \"https://valley.example/{id}\", take: {id: i}}", .init(9, 18, "page.get", "loop {id}")),
    Case(
      "page: {as: json, get: [" + (1...9).map { "\"https://valley.example/\($0)\"" }.joined(separator: ", ") + "]}",
      .init(9, 18, "page.get", "'9 addresses' is not 8 at most")),
    Case(
      "page: {as: json, get: \"https://valley.example/\((1...8).map { "{p\($0)}" }.joined())\"}\npages:\n"
        + (1...8).map { "  a\($0): {as: json, get: \"https://valley.example/\($0)\", take: {p\($0): p}}" }.joined(
          separator: "\n"),
      .init(10, 1, "pages", "9 pages")),
    Case(
      "page: {get: \"https://valley.example/\", tries: 9}",
      .init(9, 40, "page.tries", "'9' is not a number from 1 to 8")),
    Case("repaired: {date: 2026-11-30}", .init(14, 1, "repaired.status", "missing")),
    Case(
      "repaired: {date: 2026-11-31, status: perhaps}",
      .init(14, 12, "repaired.date", "'2026-11-31' is not a day such as 2026-11-30"),
      .init(14, 30, "repaired.status", "'perhaps' is not proposed or accepted")),
    // The file.
    Case("title: a: b", .init(2, 9, "", "unreadable")),
    Case("title: Other\ntitle: x", .init(3, 1, "title", "repeated")),
    Case(
      "title: Other\ntitle: x\n\"title\": y\nhorizont: 3", .init(3, 1, "title", "repeated"),
      .init(4, 1, "title", "repeated"), .init(5, 1, "horizont", "key? horizon")),
    Case(
      "place: {name: a, nmae: b, name: c}", .init(14, 9, "name", "repeated"), .init(14, 27, "place.nmae", "key? name")),
    Case("days:\n\trows: a", .init(11, 1, "", "unreadable")),
    Case("extends: OpenMetoe", .init(14, 1, "extends", "OpenMetoe? -")),
  ]

  @Test(arguments: cases)
  func faultsAreFoundWithTheirPlaces(of example: Case) {
    let found = Self.faults(Self.file(example.lines))
    #expect(
      found.map { "\($0.line):\($0.column) \($0.key)" } == example.faults.map { "\($0.line):\($0.column) \($0.key)" })
    for (found, expected) in zip(found, example.faults)
    where !["letters"].contains(expected.fault) {
      #expect(found.fault == expected.fault)
    }
  }

  @Test func thereAreManyCases() { #expect(Self.cases.count >= 60) }

  @Test func filesThatAreNoYAML() {
    let long = Self.good + "#" + String(repeating: "x", count: 1 << 20)
    #expect(Self.faults(long).map(\.testDescription) == ["1:1 : unreadable"])
    #expect(Self.faults("").map(\.testDescription) == ["1:1 : unreadable"])
    #expect(Self.faults("- a\n- b").map(\.key) == [""])
    let bytes = Array(Self.good.utf8)
    let latin = bytes.prefix(20) + [0xE9] + bytes.dropFirst(20)
    #expect(Self.faults(Array(latin)).map(\.testDescription) == ["2:11 : unreadable"])
    var bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
    for (name, last) in zip("bcdefghij", "abcdefghi") {
      bomb += "\(name): &\(name) [\(Array(repeating: "*\(last)", count: 10).joined(separator: ", "))]\n"
    }
    let found = Self.faults(Self.good + "tables:\n" + bomb.split(separator: "\n").map { "  \($0)\n" }.joined())
    #expect(found.map(\.fault) == ["unreadable"])
    #expect(found.allSatisfy { $0.line > 14 })
  }

  @Test func allFaultsComeAtOnceInTheOrderOfTheFile() {
    let text = """
      format: 1
      title: Valley
      home: https://valley.example
      areas: coordinates
      coverage: the valley
      attribution: Valley
      terms: Free.
      horizont: 3
      page: {as: json, get: "https://10.0.0.1/{aera}"}
      days:
        rows: "$.days["
        date: {at: day, format: Q}
        hihg: a
        low: {at: low, words: wom, times: x}
      """
    #expect(
      Self.faults(text).map { "\($0.line):\($0.column) \($0.key)" } == [
        "1:1 horizon", "8:1 horizont", "9:18 page.get", "9:18 page.get", "11:3 days.rows", "12:19 days.date.format",
        "13:3 days.hihg", "14:18 days.low.words", "14:30 days.low.times",
      ])
  }
}
