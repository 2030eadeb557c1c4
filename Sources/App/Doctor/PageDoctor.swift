import Basics
import Scraping
import Weather
import Web

/// Reads a recording or a saved page with one parser, and tells of every field whether it is there.
struct PageDoctor {
  let parser: any ForecastParser
  let replay: String
  /// Nil for the area that the recording's addresses say, else the example of the parser.
  let area: String?
  /// Nil for the kind of which the page holds most.
  let kind: ForecastKind?
  /// The user's limits; nothing else of the configuration counts.
  let maxBody: Int

  func check() async throws -> PageCheck {
    try parser.open()
    let recording = try Recording(path: replay, maxBody: maxBody)
    let area = area ?? recorded(recording) ?? parser.facts.areaForms.first?.example ?? ""
    var best: (check: PageCheck, score: Int)?
    for kind in kind.map({ [$0] }) ?? [.tenDays, .today, .hourly] {
      let check = await check(kind, area)
      let score = Self.score(of: check)
      if score > best?.score ?? .min { best = (check, score) }
    }
    guard let best, best.score > -900 else { throw best?.check.failure ?? Failure(UsageError.noForecast) }
    return best.check
  }

  /// How much of a kind of page there is; a page that is not in the recording is none.
  private static func score(of check: PageCheck) -> Int {
    if let failure = check.failure, [.noInput, .usage].contains(failure.status) { return -1000 }
    return check.fields.count { $0.found > 0 } - (check.failure == nil ? 0 : 1)
  }

  /// The area that the addresses of a recording are about; nil where they do not say.
  private func recorded(_ recording: Recording) -> String? {
    guard let definition = parser.readDefinition else { return nil }
    return recording.addresses.lazy.compactMap { definition.area(inAddress: $0) }.first {
      area in parser.facts.areaForms.contains { $0.matches(area) }
    }
  }

  private func check(_ kind: ForecastKind, _ area: String) async -> PageCheck {
    let diagnosed = DiagnosedParser(parser: parser)
    var failure: Failure?
    do {
      var options = CommandLineOptions()
      options.parsers = [diagnosed]
      options.places = [area]
      options.kind = kind
      options.replay = replay
      options.verbosity = .errors
      var configuration = Configuration()
      configuration.http.maxBody = maxBody
      try await Run(try Plan(options, configuration)).answers { answer in
        failure = answer.failure
        return true
      }
    } catch {
      failure = Failure(error)
    }
    // That a page is old is no fault of it.
    if diagnosed.isRead, failure?.status == .data, let error = diagnosed.forecast?.faults(site: parser.facts.title) {
      failure = error
    } else if diagnosed.isRead {
      failure = nil
    }
    return check(diagnosed.forecast ?? Forecast(), kind.question, failure)
  }

  private func check(_ forecast: Forecast, _ question: Question, _ failure: Failure?) -> PageCheck {
    let counts = FieldCounts([forecast])
    var check = PageCheck(parser: parser.name, page: question.page, layouts: [], fields: [], failure: failure)
    let ladder = parser.readDefinition.map { SelectorLadder(definition: $0) }
    for rows in question.rows {
      let counted = counts[rows]
      let layouts = rows.fields.flatMap { counted.ways(of: $0).map(\.way.layout) }.filter { !$0.isEmpty }
      for layout in layouts where !check.layouts.contains(layout) { check.layouts.append(layout) }
      let main = Dictionary(grouping: layouts) { $0 }.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key
      let known = ladder.map { fields(in: rows, question, $0, layout: main) } ?? []
      for field in rows.fields where counted.found(field) > 0 || known.contains(field) {
        check.fields.append(
          self.check(field, rows, counted, question, ladder, main: known.contains(field) ? main : nil))
      }
    }
    return check
  }

  /// The fields that a layout may give; those of all layouts where the page has none of them.
  private func fields(
    in rows: RowKinds, _ question: Question, _ ladder: SelectorLadder, layout: String?
  ) -> [Field] {
    let hasToday = question.isToday && ladder.definition.sections[.today]?.isEmpty == false
    let kinds = SelectorLadder.sections(of: rows).filter { $0 == .today ? hasToday : rows != .day || !hasToday }
    let all = kinds.flatMap { ladder.definition.sections[$0] ?? [] }
    // What Swift reads before all layouts is known to it alone.
    let own = all.filter { layout == nil || $0.layout == layout }
    let named = Set(own.flatMap { ladder.fields(of: $0, in: rows) })
    return rows.fields.filter(named.contains)
  }

  /// - Parameter main: the layout that gives most of the row, where it may give the field, too.
  private func check(
    _ field: Field, _ rows: RowKinds, _ counted: FieldCounts.Rows, _ question: Question, _ ladder: SelectorLadder?,
    main: String?
  ) -> FieldCheck {
    let found = counted.found(field)
    let way = counted.ways(of: field).max { $0.count < $1.count }?.way
    let place = way.flatMap { ladder?.place(of: $0, for: field, in: rows) }
    let part = ParserHealth.Part(page: question.page, rows: rows)
    let light: Light?
    if found == 0 {
      light = part.mayLack(field) ? nil : .red
    } else if let main, let way, !way.layout.isEmpty, way.layout != main {
      light = .yellow
    } else {
      // Days may lack what a source does not say of all of them, or what cannot be made of the few hours of the last.
      light = rows == .hour && found * 2 < counted.count && !FieldHealth.isSparse(field) ? .yellow : .green
    }
    return FieldCheck(
      page: question.page, rows: rows, field: field, light: light, found: found, total: counted.count, way: way,
      depth: place?.depth, depths: place?.of, isMissing: found == 0)
  }
}

extension Forecast {
  /// What cannot be in it; nil where all can.
  fileprivate func faults(site: String) -> Failure? {
    var forecast = self
    forecast.dropImplausibleParts(site: site)
    do throws(ScrapingError) {
      try forecast.validate(site: site)
      return nil
    } catch { return Failure(error) }
  }
}

/// A parser that keeps what it read, and where that is too little for a forecast reads the same pages once more for what there
/// is.
private final class DiagnosedParser: ForecastParser {
  private struct State {
    var forecast: Forecast?
    var isRead = false
    var pages: [String: Page] = [:]
  }

  private let parser: any ForecastParser
  private let state = Locked(State())

  init(parser: any ForecastParser) { self.parser = parser }

  var name: String { parser.name }
  var facts: SiteFacts { parser.facts }
  var forecast: Forecast? { state.value.forecast }
  /// Whether what was read is a forecast.
  var isRead: Bool { state.value.isRead }

  func area(of town: Town) -> String? { parser.area(of: town) }

  func forecast(for query: ForecastQuery, load: PageLoader) async throws -> Forecast {
    let keeping: PageLoader = { [state] request in
      if let page = state.value.pages[request.url] { return page }
      let page = try await load(request)
      state.withLock { $0.pages[request.url] = page }
      return page
    }
    do {
      let forecast = try await parser.forecast(for: query, load: keeping)
      state.withLock { ($0.forecast, $0.isRead) = (forecast, true) }
      return forecast
    } catch {
      var query = query
      query.isDiagnosis = true
      // It may fail for the same reason.
      if let forecast = try? await parser.forecast(for: query, load: keeping) {
        state.withLock { $0.forecast = forecast }
      }
      throw error
    }
  }
}
