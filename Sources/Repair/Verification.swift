internal import Basics
public import Scraping
internal import Weather

/// Nothing is proposed that a second look does not confirm: the pages are read with the new section as any page is, judged
/// as any forecast is, and held against what is known.
public struct Verification {
  let definition: SiteDefinition

  /// A check against the definition that the section is to extend.
  public init(_ definition: SiteDefinition) { self.definition = definition }

  /// Takes away what a look does not confirm.
  ///
  /// - Throws: ``Trouble`` where nothing is left, or where the rows themselves are not confirmed.
  public func confirmed(_ learned: LearnedSection, _ looks: [KnownPage]) async throws(Trouble) -> LearnedSection {
    var learned = learned
    for (index, look) in looks.enumerated() { try await check(&learned, look, page: index + 1) }
    if learned.section.fields.isEmpty { throw .notConfirmed(page: 1, reason: "no field was confirmed") }
    return learned
  }

  private func check(_ learned: inout LearnedSection, _ look: KnownPage, page: Int) async throws(Trouble) {
    // A value that cannot be costs its field; it may uncover another one.
    for _ in 0..<4 {
      let forecast = try await read(learned, look, page)
      do throws(ScrapingError) {
        try forecast.validate(site: definition.name)
        break
      } catch {
        guard case .implausible(_, let what, let value, _, _) = error,
          let field = learned.fields.filter({ what.contains("\($0.name) of") || what.contains("current \($0.name)") })
            .max(by: { $0.name.count < $1.name.count })
        else { throw .notConfirmed(page: page, reason: "\(error)") }
        learned.drop(field, .implausible(page: page, value))
        // A high below its low may be either's fault.
        if field == .high, value.contains("°") { learned.drop(.low, .implausible(page: page, value)) }
        if learned.section.fields.isEmpty { throw .notConfirmed(page: page, reason: "no field was confirmed") }
      }
    }
    let forecast = try await read(learned, look, page)
    let rows = Self.rows(forecast, learned.kind)
    let known = look.keys
    let common = known.filter { rows[$0] != nil }
    // On the page that it was learned from all rows are there; another one may lack some.
    let least = page == 1 ? learned.keys.intersection(known).count : max(2, min(known.count, rows.count) / 2)
    if learned.kind != .current, common.count < max(2, least) {
      throw .notConfirmed(page: page, reason: "\(common.count) of \(known.count) known rows were found")
    }
    for field in Self.atOdds(Array(rows.values)) where learned.fields.contains(field) {
      learned.drop(field, .atOdds(page: page))
    }
    for field in learned.fields { hold(field, &learned, look, rows, page) }
  }

  /// Holds a field against what is known of it on a page. On a second page a wrong column shows.
  private func hold(
    _ field: Field, _ learned: inout LearnedSection, _ look: KnownPage, _ rows: [RowKey: FieldValues], _ page: Int
  ) {
    guard let source = look.source(of: field) else { return }
    let keys = source.rows.keys.filter { rows[$0] != nil }
    let known = keys.map { source.rows[$0]?[field] }
    guard known.count(where: { $0 != nil }) >= (learned.kind == .current ? 1 : 2) else { return }
    let values = keys.map { rows[$0]?[field] }
    let fit = Fit(field, values, known, source.knowledge)
    if fit.isGood {
      if learned.proofs[field.key] != nil {
        learned.proofs[field.key]?.pages += 1
      } else if field == .windSpeed {
        learned.proofs["wind"]?.pages += 1
      }
    } else {
      learned.drop(field, .notConfirmed(page: page, seen: fit.seen, of: fit.wanted, far: fit.far))
    }
  }

  // MARK: - ColumnReading

  private func read(_ learned: LearnedSection, _ look: KnownPage, _ page: Int) async throws(Trouble) -> Forecast {
    do { return try await Self.read(learned.kind, learned.section, look, of: definition) } catch {
      throw .notConfirmed(page: page, reason: "\(error)")
    }
  }

  /// What the engine reads of a page with a section and nothing else.
  static func read(
    _ kind: SiteDefinition.Section.Kind, _ section: SiteDefinition.Section, _ look: KnownPage,
    of definition: SiteDefinition
  ) async throws -> Forecast {
    var site = definition
    var section = section
    section.page = nil
    if section.units.isEmpty { section.units = definition.units }
    site.pages = [SiteDefinition.Page(get: ["https://\(definition.facts.hosts.first ?? "localhost")/"])]
    site.sections = [kind: [section]]
    (site.refusals, site.tests) = ([], [])
    let question: Question = kind == .hours ? .hourly : kind == .current ? .today : .tenDays
    let area = site.facts.areaForms.first?.example ?? ""
    var query = ForecastQuery(area: area, question: question, now: look.page.fetched, timeZone: look.timeZone)
    query.towns = []
    return try await DefinedParser(site).forecast(for: query) { _ in look.page }
  }

  /// A forecast's rows by what they are known by.
  static func rows(_ forecast: Forecast, _ kind: SiteDefinition.Section.Kind) -> [RowKey: FieldValues] {
    KnownValues(.exact, days: forecast.days, hours: forecast.hours, current: forecast.current, of: kind).rows
  }

  /// Fields that cannot both be right: a low far above the high, a dew point above the temperature, a gust below the wind.
  private static func atOdds(_ rows: [FieldValues]) -> Set<Field> {
    var found: Set<Field> = []
    func compare(_ a: Field, _ b: Field, _ unit: MeasurementUnit, _ isWrong: (Double, Double) -> Bool) -> Bool {
      rows.contains { row in
        guard let a = row[a]?.measured, let b = row[b]?.measured else { return false }
        return isWrong(a.exactly(in: unit), b.exactly(in: unit))
      }
    }
    if compare(.low, .high, .celsius, { $0 > $1 + 5 }) { found.formUnion([.low, .high]) }
    if compare(.dewPoint, .temperature, .celsius, { $0 > $1 + 0.6 }) { found.formUnion([.dewPoint, .temperature]) }
    if compare(.windGust, .windSpeed, .metersPerSecond, { $0 + 0.1 < $1 }) { found.insert(.windGust) }
    if compare(.feelsLike, .temperature, .celsius, { abs($0 - $1) > 20 }) { found.insert(.feelsLike) }
    return found
  }
}
