import Basics
import Scraping
import Weather

/// A made-up site as a user writes it, in YAML, and the answers of its pages.
struct WrittenSite {
  /// 2026-11-21T10:00Z, a Saturday.
  static let now = LocalTime(secondsSince1970: 1_795_255_200, offset: 0)

  /// What was asked for.
  actor Log {
    private(set) var requests: [PageRequest] = []
    func note(_ request: PageRequest) { requests.append(request) }
  }

  let parser: SiteFileParser
  let log = Log()

  /// A site of some lines beside the facts; `areas` may be among them.
  init(_ lines: String) throws {
    let areas = lines.hasPrefix("areas:") ? "" : "areas: coordinates\n"
    let text = """
      format: 1
      title: A site
      home: https://site.example
      coverage: a valley
      attribution: The site
      terms: none
      horizon: 10

      """
    parser = SiteFileParser(name: "Valley", file: "Valley.yaml", text: text + areas + lines)
    try parser.validate()
  }

  /// A site with one page of a format.
  init(as format: String, _ lines: String) throws {
    try self.init("page: {as: \(format), get: \"https://site.example/x\"}\n" + lines)
  }

  /// The forecast that is made of answers by the ends of their addresses, any other being a 404.
  func forecast(
    _ question: Question = .fiveDays, area: String = "10,20", zone: String? = nil, status: Int = 200,
    answers: [String: String]
  ) async throws -> Forecast {
    let query = ForecastQuery(area: area, question: question, now: Self.now, timeZone: zone)
    return try await parser.forecast(for: query) { request in
      await log.note(request)
      let body = answers.first { request.url.hasSuffix($0.key) }?.value
      return Page(
        url: request.url, status: body == nil ? 404 : status, body: Array((body ?? "").utf8), fetched: Self.now)
    }
  }

  /// The forecast that is made of one answer to everything.
  func forecast(
    _ question: Question = .fiveDays, area: String = "10,20", zone: String? = nil, status: Int = 200, answer: String
  ) async throws -> Forecast {
    try await forecast(question, area: area, zone: zone, status: status, answers: ["": answer])
  }
}
