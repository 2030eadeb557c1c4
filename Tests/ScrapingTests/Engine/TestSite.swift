import Basics
import Scraping
import Weather

/// A made-up site whose definition a test states, and whose answers it makes up.
struct TestSite {
  /// What was asked for.
  actor Log {
    private(set) var addresses: [String] = []
    func note(_ address: String) { addresses.append(address) }
  }

  var definition: SiteDefinition
  let log = Log()
  /// 2026-11-30T12:00:00Z, a Monday.
  static let now = LocalTime(secondsSince1970: 1_796_040_000, offset: 0)

  init(
    areas: [AreaForm] = [.coordinates], countries: Set<String>? = nil, hosts: [String] = [],
    pages: [SiteDefinition.Page]? = nil, as format: SiteDefinition.Page.Format = .json,
    refusals: [SiteDefinition.Refusal] = [], tables: [String: [String: String]] = [:],
    units: SiteDefinition.Units = .init(), place: SiteDefinition.Section? = nil,
    _ sections: [SiteDefinition.Section.Kind: [SiteDefinition.Section]]
  ) {
    var sections = sections
    if let place { sections[.place] = [place] }
    definition = SiteDefinition(
      name: "Made",
      facts: SiteFacts(
        title: "Made Up", homePage: "https://made.example", hosts: hosts, areaForms: areas, areaHelp: "",
        coverage: "nowhere", countries: countries, attribution: "", terms: "", days: 7),
      pages: pages ?? [.init(get: ["https://made.example/{area}"], as: format)], refusals: refusals, tables: tables,
      units: units, sections: sections)
  }

  /// The forecast that is made of answers, by the ends of their addresses; any other address is answered with 404.
  func forecast(
    _ question: Question = .tenDays, area: String = "10,20", zone: String? = nil, towns: [Town] = [],
    status: Int = 200, answers: [String: String]
  ) async throws -> Forecast {
    let query = ForecastQuery(area: area, question: question, now: Self.now, timeZone: zone, towns: towns)
    return try await DefinedParser(definition).forecast(for: query) { request in
      await log.note(request.url)
      let body = answers.first { request.url.hasSuffix($0.key) }?.value
      return Page(
        url: request.url, status: body == nil ? 404 : status, body: Array((body ?? "").utf8), fetched: Self.now)
    }
  }

  /// The forecast that is made of one answer to everything.
  func forecast(
    _ question: Question = .tenDays, area: String = "10,20", zone: String? = nil, answer: String
  ) async throws -> Forecast {
    try await forecast(question, area: area, zone: zone, answers: ["": answer])
  }
}
