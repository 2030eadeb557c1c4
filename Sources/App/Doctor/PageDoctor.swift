import Basics
import Scraping
import Weather
import Web

/// Reads a recorded or saved page with a parser and checks every field.
struct PageDoctor {
  let parser: any ForecastParser
  let replay: String
  /// Nil to derive it from the recording's addresses, or else use the parser's example.
  let area: String?
  /// Nil for the kind with the most fields on the page.
  let kind: ForecastKind?
  /// The configured limit; nothing else of the configuration is used.
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

  /// Number of fields found, less one without a forecast; very low if the recording lacks the page.
  private static func score(of check: PageCheck) -> Int {
    if let failure = check.failure, [.noInput, .usage].contains(failure.status) { return -1000 }
    return check.fields.count { $0.found > 0 } - (check.failure == nil ? 0 : 1)
  }

  /// The area in a recording's addresses; nil if they have none.
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
    // A page that is merely old is healthy.
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

  /// The fields of a layout; of all layouts if none matched.
  private func fields(
    in rows: RowKinds, _ question: Question, _ ladder: SelectorLadder, layout: String?
  ) -> [Field] {
    let hasToday = question.isToday && ladder.definition.sections[.today]?.isEmpty == false
    let kinds = SelectorLadder.sections(of: rows).filter { $0 == .today ? hasToday : rows != .day || !hasToday }
    let all = kinds.flatMap { ladder.definition.sections[$0] ?? [] }
    // Only layouts of the site file list their fields; those read in Swift do not.
    let own = all.filter { layout == nil || $0.layout == layout }
    let named = Set(own.flatMap { ladder.fields(of: $0, in: rows) })
    return rows.fields.filter(named.contains)
  }

  /// - Parameter main: the layout with the most fields, if it has selectors for this one.
  private func check(
    _ field: Field, _ rows: RowKinds, _ counted: FieldCounts.Rows, _ question: Question, _ ladder: SelectorLadder?,
    main: String?
  ) -> FieldCheck {
    let found = counted.found(field)
    let way = counted.ways(of: field).max { $0.count < $1.count }?.way
    let position = way.flatMap { ladder?.position(of: $0, for: field, in: rows) }
    let part = ParserHealth.Part(page: question.page, rows: rows)
    let light: Light?
    if found == 0 {
      light = part.mayLack(field) ? nil : .red
    } else if let main, let way, !way.layout.isEmpty, way.layout != main {
      light = .yellow
    } else {
      // Days often lack fields on some rows, such as the last day made of few hours.
      light = rows == .hour && found * 2 < counted.count && !FieldHealth.isSparse(field) ? .yellow : .green
    }
    return FieldCheck(
      page: question.page, rows: rows, field: field, light: light, found: found, total: counted.count, way: way,
      depth: position?.depth, depths: position?.of, isMissing: found == 0)
  }
}

extension Forecast {
  /// The plausibility failure; nil if the forecast is plausible.
  fileprivate func faults(site: String) -> Failure? {
    var forecast = self
    forecast.dropImplausibleParts(site: site)
    do throws(ScrapingError) {
      try forecast.validate(site: site)
      return nil
    } catch { return Failure(error) }
  }
}

/// Wraps a parser to keep its forecast; if parsing fails, it reads the same pages again without requiring a forecast.
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
  /// Whether parsing succeeded.
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
      // This may fail for the same reason.
      if let forecast = try? await parser.forecast(for: query, load: keeping) {
        state.withLock { $0.forecast = forecast }
      }
      throw error
    }
  }
}
