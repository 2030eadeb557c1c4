import Foundation
import Support
import Testing

/// Pages of twice the size take at most two and a half times the work, whatever they repeat.
@Suite(.serialized) struct GrowthTests {
  /// What is repeated, where, and what is asked for.
  struct Page: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let arguments: [String]
    /// The address that the recording answers.
    let url: String
    /// How often it is repeated at first.
    let count: Int
    let body: @Sendable (Int) -> String
  }

  @Test(arguments: pages) func workGrowsWithThePage(_ page: Page) async throws {
    // Of a page that repeats nothing, so that the program's start does not hide what the others cost.
    let start = Work(page, 1)
    var once = Work(page, page.count)
    for _ in 1...3 { for work in [start, once] { try await work.measure() } }
    // A fast machine needs more to do before a difference can be told, as long as that is not refused for its size.
    for factor in [2, 4] where once.seconds - start.seconds < 0.04 {
      let (more, twice) = (Work(page, page.count * factor), Work(page, page.count * factor * 2))
      for work in [more, twice, more, twice] { try await work.measure() }
      guard more.hasOutput == once.hasOutput, twice.hasOutput == once.hasOutput else { break }
      once = more
    }
    let twice = Work(page, once.count * 2)
    var (first, second) = (0.0, 0.0)
    // In turn, so that what else the machine does slows all of them; each one's least comes nearer to what it takes.
    for round in 1...40 {
      for work in [start, once, twice] { try await work.measure() }
      (first, second) = (once.seconds - start.seconds, twice.seconds - start.seconds)
      if round >= 5, second <= first * 2.5 + 0.02 { break }
    }
    // What is refused for its size costs nothing.
    #expect(once.hasOutput == twice.hasOutput)
    #expect(second <= first * 2.5 + 0.02, "\(page.testDescription): \(first) s, and \(second) s of twice as much")
    #expect(second < 10, "\(page.testDescription): \(second) s")
  }

  /// The processor's work on a page.
  private final class Work {
    private let page: Page
    let count: Int
    private var home: Home?
    /// The processor's seconds, the least of all runs.
    private(set) var seconds = Double.infinity
    private(set) var hasOutput = false

    init(_ page: Page, _ count: Int) {
      self.page = page
      self.count = count
    }

    func measure() async throws {
      let home = try home ?? written()
      self.home = home
      let outcome = try await home.run(
        page.arguments + ["--replay", "page"],
        shell: #"TIMEFORMAT='%3U %3S'; time "$@" > output 2> error; grep -c . output error > /dev/null"#, limit: 60)
      let times = outcome.error.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
      try #require(times.count == 2, "\(outcome.error)")
      seconds = min(seconds, times[0] + times[1])
      hasOutput = try !home.read("output").isEmpty
      #expect(try hasOutput || !home.read("error").isEmpty)
    }

    /// A home with a recording of the page.
    private func written() throws -> Home {
      let home = try Home()
      try home.write("page/1.html", page.body(count))
      let entry: [String: Any] = [
        "startedDateTime": "2026-11-12T12:05:00+01:00", "request": ["method": "GET", "url": page.url],
        "response": ["status": 200, "content": ["mimeType": "text/html", "_file": "1.html"]],
      ]
      let session = try JSONSerialization.data(withJSONObject: ["log": ["entries": [entry]]])
      try home.write("page/session.har", Array(session))
      return home
    }
  }

  // MARK: - Pages

  private static let pages: [Page] =
    markup + states + [
      Page(
        testDescription: "hours as a chart", arguments: com("--hourly") + ["-o", "chart"], url: address("hourbyhour"),
        count: 490
      ) { state(hours: $0, phrase: words) },
      Page(
        testDescription: "hours as a meteogram", arguments: com("--hourly") + ["-o", "svg"], url: address("hourbyhour"),
        count: 490
      ) { state(hours: $0, phrase: words) },
      Page(
        testDescription: "hours through a template",
        arguments: com("--hourly") + ["--format", "{{#hours}}" + "{{json(json(description))}}" * 4 + "{{/hours}}"],
        url: address("hourbyhour"), count: 490
      ) { state(hours: $0) },
    ]

  private static let markup: [Page] = [
    tenDays("days of details", 1500) { details * $0 },
    tenDays("one day of many summaries", 4000) { "<details>" + summary * $0 + "</details>" },
    tenDays("cards in modules of their own", 3000) {
      "<div class='ls-mod'><section class='wxcard-summary'><header class='weather-cell'>Fri</header></section></div>"
        * $0
    },
    tenDays("modules in modules", 80) {
      ("<div class='ls-mod'>" * 100 + "<section class='wxcard-summary'></section>" * 10 + "</div>" * 100) * $0
    },
    tenDays("tables", 2000) {
      "<table class='twc-table'><tbody><tr><td class='temp'><b class='slash'></b></td></tr></tbody></table>" * $0
    },
    today("boxes of now", 3000) { now * $0 },
    today("highs and lows", 3000) {
      "<div data-testid='CurrentConditionsContainer'>" + ("<p class='tempHiLoValue'>" + value * 2 + "</p>") * $0
        + "</div>"
    },
    today("lines of details", 3000) {
      now + "<div data-testid='WeatherDetailsListItem'><svg name='wind'></svg><i data-testid='Wind'>N 9 km/h</i></div>"
        * $0
    },
    today("lists of details", 2000) {
      now + "<div data-testid='TodaysDetailsModule'><i data-testid='FeelsLikeSection'>\(value)</i></div>" * $0
    },
    today("tables of details", 4000) {
      "<section class='today_nowcard-container'><div class='today_nowcard-temp'>5°C</div></section>"
        + "<div class='today_nowcard-sidecar'><table><tr><th>Wind</th><td>N 10 km/h</td></tr></table></div>" * $0
    },
    Page(
      testDescription: "hours below headings", arguments: com("--hourly"), url: address("hourbyhour"), count: 800
    ) { html(("<h2 id='currentDateId1'>Friday, November 12</h2>" + details) * $0) },
    point("boxes of seven days", 8000) {
      "<div id='seven-day-forecast'><b class='panel-title'>x</b><div class='tombstone-container'></div></div>" * $0
    },
    point("stamps", 8000) {
      "<div id='about_forecast'>" + "<i class='left'>Last Update</i><i class='right'>x</i>" * $0
    },
    point("observations", 10_000) {
      "<table id='current_conditions_detail'><tr>" + "<td>Last update</td><td>x</td>" * $0 + "</tr></table>"
    },
  ]

  private static let states: [Page] = [
    Page(
      testDescription: "more hours than there are", arguments: com("--hourly"), url: address("hourbyhour"),
      count: 10_000
    ) { state(hours: $0) },
    Page(
      testDescription: "beginnings of states", arguments: com("-td"), url: address("today"), count: 250_000
    ) { html("<script>" + "window.__data={\"a\":[" * $0 + "</script>" + now) },
    Page(
      testDescription: "a long phrase", arguments: com("--hourly") + ["-o", "svg"], url: address("hourbyhour"),
      count: 10_000
    ) { state(hours: 48, phrase: "rain and " * $0) },
  ]

  private static let words = "Light rain and thunder with gusts of wind"
  private static let value = "<span data-testid='TemperatureValue' class='x--tempValue'>5°C</span>"
  private static let now = "<div data-testid='CurrentConditionsContainer'>\(value)</div>"
  private static let summary =
    "<div data-testid='DetailsSummary'><h3 data-testid='daypartName'>Fri 12</h3><div data-testid='detailsTemperature'>"
    + "\(value)<b data-testid='lowTempValue'>\(value)</b></div><span data-testid='Wind'>N 10 km/h</span></div>"
  private static let details = "<details><summary>\(summary)</summary></details>"

  private static func html(_ body: String) -> String {
    "<!DOCTYPE html><html><head><title>Weather</title></head><body><h1>Town</h1>\(body)</body></html>"
  }

  private static func com(_ kind: String) -> [String] { Stockholm.place + [kind] }

  private static func address(_ path: String) -> String { "https://weather.com/weather/\(path)/l/SWXX2372" }

  private static func tenDays(_ name: String, _ count: Int, _ body: @escaping @Sendable (Int) -> String) -> Page {
    Page(testDescription: name, arguments: com("-10d"), url: address("tenday"), count: count) { html(body($0)) }
  }

  private static func today(_ name: String, _ count: Int, _ body: @escaping @Sendable (Int) -> String) -> Page {
    Page(testDescription: name, arguments: com("-td"), url: address("today"), count: count) { html(body($0)) }
  }

  private static func point(_ name: String, _ count: Int, _ body: @escaping @Sendable (Int) -> String) -> Page {
    let row =
      "<div class='row-forecast'><b class='forecast-label'>Monday</b><p class='forecast-text'>High near 50.</p></div>"
    return Page(
      testDescription: name, arguments: ["-p", "WeatherGovPage", "-a", "45.5958,-122.6092", "-td"],
      url: "https://forecast.weather.gov/MapClick.php?lat=45.5958&lon=-122.6092&unit=0&lg=english", count: count
    ) { html(row + body($0)) }
  }

  /// A page whose state holds so many hours.
  private static func state(hours: Int, phrase: String = "Rain") -> String {
    let times = (0..<hours).map { hour -> String in
      let date = Date(timeIntervalSince1970: 1_794_480_000 + Double(hour) * 3600)
      return "\"" + date.formatted(.iso8601).replacing("Z", with: "+0000") + "\""
    }
    let data = [
      "\"validTimeLocal\":[\(times.joined(separator: ","))]",
      "\"temperature\":[\((0..<hours).map { String($0 % 30) }.joined(separator: ","))]",
      "\"wxPhraseLong\":[\((0..<hours).map { _ in "\"\(phrase)\"" }.joined(separator: ","))]",
      "\"qpf\":[\((0..<hours).map { String($0 % 3) }.joined(separator: ","))]",
    ].joined(separator: ",")
    return html(
      "<script>window.__data={\"dal\":{\"getSunV3HourlyForecastUrlConfig\":{\"geocode:59.33,18.07;units:m\":"
        + "{\"loaded\":true,\"data\":{\(data)}}}}};</script>")
  }
}

/// A text so many times.
private func * (text: String, count: Int) -> String { String(repeating: text, count: count) }
