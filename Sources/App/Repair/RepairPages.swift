import Basics
import Repair
import Scraping
import Weather
import Web

/// A page that a site answered with, and what its parser still read of it.
struct RepairPage: Sendable {
  let page: Page
  /// The area that was asked for, and the kind of forecast.
  let area: String
  let kind: ForecastKind
  /// What the parser still reads; nil where it reads nothing.
  let forecast: Forecast?
  /// The recording of the run, a folder that is to be removed; nil where none was made.
  let recording: String?
}

/// Gets the pages to learn from, by the normal machinery: a handful at most, with the site's pauses.
struct RepairPages: Sendable {
  let parser: any ExtensibleParser
  let configuration: Configuration
  let environment: [String: String]
  var baseAddress: BaseAddress?

  /// The most pages that are looked at.
  static let most = 4

  /// The pages of recordings and saved files, in their order.
  func replayed(_ paths: [String], areas: [String], _ folder: String) async throws -> [RepairPage] {
    if paths.count > Self.most { throw RepairError.tooManyPages(Self.most) }
    var found: [RepairPage] = []
    for (index, path) in paths.enumerated() {
      let area = index < areas.count ? areas[index] : areas.last ?? parser.facts.areaForms.first?.example ?? ""
      var failure: (any Error)?
      var pages: [RepairPage] = []
      for kind in kinds where pages.isEmpty {
        do { pages = try await ask(kind, area, replay: path, record: "\(folder)/\(index)") } catch {
          failure = failure ?? error
        }
      }
      if pages.isEmpty {
        if let error = failure as? TransferError { throw error }
        throw RepairError.noPage(site: parser.name, reason: failure.map { Failure($0).message } ?? path)
      }
      found += pages
    }
    return found
  }

  /// The pages of places, asked of the site.
  func asked(_ areas: [String], _ folder: String) async throws -> [RepairPage] {
    var found: [RepairPage] = []
    var failure: (any Error)?
    let asked = areas.prefix(2).flatMap { area in kinds.prefix(2).map { (area, $0) } }
    for (index, (area, kind)) in asked.enumerated() {
      do { found += try await ask(kind, area, replay: nil, record: "\(folder)/\(index)") } catch {
        failure = failure ?? error
      }
    }
    if found.isEmpty {
      throw failure ?? RepairError.noPage(site: parser.name, reason: "the site gave none")
    }
    return found
  }

  /// The kinds of forecast that the site has.
  var kinds: [ForecastKind] {
    let sections = parser.siteFile.definition?.sections ?? [:]
    var kinds: [ForecastKind] = []
    if sections[.days] != nil || sections[.halves] != nil { kinds.append(.tenDays) }
    if sections[.hours] != nil { kinds.append(.hourly) }
    if sections[.today] != nil || sections[.current] != nil { kinds.append(.today) }
    return kinds
  }

  /// The pages of one run. What the parser makes of them is another matter.
  private func ask(_ kind: ForecastKind, _ area: String, replay: String?, record: String) async throws -> [RepairPage] {
    let observed = ObservedParser(parser: parser)
    var options = CommandLineOptions()
    options.parsers = [observed]
    options.places = [area]
    options.kind = kind
    options.replay = replay
    options.record = record
    options.verbosity = .errors
    options.baseAddress = baseAddress
    let run = try Run(try Plan(options, configuration, environment: environment))
    var failure: (any Error)?
    try await run.answers { answer in
      failure = answer.failure
      return true
    }
    try run.finish()
    let pages = observed.pages.value.filter { (200..<300).contains($0.status) && !$0.body.isEmpty }
    if pages.isEmpty, let failure { throw failure }
    let forecast = observed.forecasts.value.last
    return pages.map { RepairPage(page: $0, area: area, kind: kind, forecast: forecast, recording: record) }
  }

  // MARK: - Known values

  /// What another parser, or this one's kept answers, say of a place.
  func report(of parser: any ForecastParser, _ area: String, _ kind: ForecastKind, isKept: Bool) async -> KnownReport? {
    var options = CommandLineOptions()
    options.parsers = [parser]
    options.places = [area]
    options.kind = kind
    options.offline = isKept
    options.verbosity = .errors
    if isKept { options.baseAddress = baseAddress }
    var found: Report?
    do {
      try await Run(try Plan(options, configuration, environment: environment)).answers { answer in
        if answer.failure == nil { found = answer.report }
        return true
      }
    } catch { return nil }
    var report = found.map { KnownReport($0) }
    report?.isKept = isKept
    return report
  }
}

extension RepairPage {
  /// What the page says in the data that it embeds, which outlives a redesign; values of selectors in its markup are none.
  func embedded(_ definition: SiteDefinition) -> KnownReport? {
    guard var forecast else { return nil }
    let layouts = Set(
      definition.sections.values.joined().filter { section in
        section.rows.first?.at.hasPrefix("$") ?? section.columns.first?.at.hasPrefix("$") ?? false
      }.map(\.layout))
    func kept(_ values: FieldValues) -> FieldValues {
      var kept = FieldValues()
      for (field, origin) in values.origins
      where origin.layout == "state" || (layouts.contains(origin.layout) && !origin.selector.hasPrefix("/")) {
        kept[field] = values[field]
      }
      return kept
    }
    for index in forecast.days.indices { forecast.days[index].values = kept(forecast.days[index].values) }
    for index in forecast.hours.indices { forecast.hours[index].values = kept(forecast.hours[index].values) }
    var report = KnownReport()
    report.days = forecast.days.filter { !$0.values.known.isEmpty }
    report.hours = forecast.hours.filter { !$0.values.known.isEmpty }
    if let now = forecast.current {
      var current = CurrentConditions()
      current.values = kept(now.values)
      if !current.values.known.isEmpty { report.current = current }
    }
    report.fetched = page.fetched
    report.timeZone = forecast.place.timeZone
    return report.days.isEmpty && report.hours.isEmpty && report.current == nil ? nil : report
  }
}
