internal import Basics
internal import Markup
internal import Weather

/// Reads a forecast from the fetched pages.
struct ForecastReading {
  let site: CompiledSite
  let query: ForecastQuery
  let pages: PageSet
  let kinds: [SiteDefinition.Section.Kind]
  /// The first page that could be read; its address and fetch time stand for the forecast.
  let main: PageContent
  var zone: PlaceZone?
  var forecast = Forecast()

  var facts: SiteFacts { site.definition.facts }
  var now: LocalTime { main.page.fetched }
  /// Today's date at the place, or by the run's clock if the zone is unknown.
  var today: CalendarDay { (zone?.at(now) ?? now).day }

  init(
    _ site: CompiledSite, _ query: ForecastQuery, _ pages: PageSet, _ kinds: [SiteDefinition.Section.Kind]
  ) throws(ScrapingError) {
    self.site = site
    self.query = query
    self.pages = pages
    self.kinds = kinds
    guard let main = site.pageNames(for: kinds).lazy.compactMap({ pages.contents[$0] }).first else {
      throw .noRows(site: site.definition.facts.title, wanted: query.question.name, url: "")
    }
    self.main = main
  }

  /// Reads everything that the question needs.
  mutating func read() throws(ScrapingError) -> Forecast {
    forecast.url = main.page.url
    forecast.notes = pages.notes
    let sections = kinds.flatMap { site.sections[$0] ?? [] }
    forecast.lowFollowsHigh = sections.contains(where: \.lowsAreNights)
    try readPlace()
    if kinds.contains(.current) { try readCurrent() }
    if kinds.contains(.today) { try readToday() }
    if kinds.contains(.days) { try readDays() }
    if kinds.contains(.halves), forecast.days.isEmpty { try readHalves() }
    if kinds.contains(.hours) { try readHours() }
    if forecast.today == nil, zone?.name == nil, let zone { forecast.today = zone.at(now).day }
    if !query.isDiagnosis { try checkThatItSaysSomething(sections) }
    return forecast
  }

  /// Evaluates expressions on a page, and turns errors into ``ScrapingError``.
  func evaluating<Value>(
    _ content: PageContent, _ read: () throws(MarkupError) -> Value
  ) throws(ScrapingError) -> Value {
    do throws(MarkupError) { return try read() } catch {
      throw .unreadable(site: facts.title, url: content.page.url, reason: error.description)
    }
  }

  /// The layouts of a section whose pages were fetched, each with its finder and rows.
  func layouts(
    _ kind: SiteDefinition.Section.Kind
  ) throws(ScrapingError) -> [(finder: ValueFinder, rows: [PageContent.Row])] {
    var layouts: [(ValueFinder, [PageContent.Row])] = []
    for section in site.sections[kind] ?? [] {
      guard let content = section.page.map({ pages.contents[$0] }) ?? main else { continue }
      var finder = ValueFinder(section, content, zone: zone, now: now)
      finder.others = site.sections.values.joined().filter { $0.page == section.page && $0.kind != kind }
      layouts.append((finder, try evaluating(content) { () throws(MarkupError) in try finder.rows() }))
    }
    return layouts
  }

  /// Throws if the rows have no temperature (or, where that is enough, no description): such an answer is not a
  /// forecast.
  private func checkThatItSaysSomething(_ sections: [CompiledSection]) throws(ScrapingError) {
    let needsTemperature = kinds.contains(.halves) || site.isMadeOfHours(.days)
    // Current conditions alone are not enough if days were asked for and the site has them.
    let hasDays = !Set(kinds).isDisjoint(with: [.today, .days, .halves])
    let isSaid =
      forecast.current?.temperature != nil && !hasDays
      || forecast.days.contains { $0.high != nil || $0.low != nil || (!needsTemperature && $0.description != nil) }
      || forecast.hours.contains { $0.temperature != nil || (!needsTemperature && $0.description != nil) }
    if isSaid { return }
    let isEmpty = kinds.contains(.halves) && forecast.days.isEmpty
    let hasNoHours = query.question.wantsHours && forecast.hours.isEmpty
    let lacksUnit = try hasNumbersWithoutUnit()
    var known: Set<String> = []
    let tried = sections.flatMap(\.tried).filter { known.insert($0).inserted }
    throw .missingField(
      site: facts.title,
      field: isEmpty ? "forecast" : hasNoHours ? "hours" : lacksUnit ? "unit for its temperatures" : "temperature",
      tried: tried, url: main.page.url)
  }

  /// True if temperatures could be read if only their unit were known.
  private func hasNumbersWithoutUnit() throws(ScrapingError) -> Bool {
    for kind in kinds where kind != .current {
      for (var finder, rows) in try layouts(kind) {
        finder.pageUnits = { UnitSystem(.fahrenheit) }
        let fields = finder.section.fields.filter { $0.field?.kind == .measured(.temperature) }
        for row in rows {
          let values = try evaluating(finder.content) { () throws(MarkupError) in
            try finder.values(fields, of: row, on: nil)
          }
          if !values.isEmpty { return true }
        }
      }
    }
    return false
  }

  // MARK: - The place

  private mutating func readPlace() throws(ScrapingError) {
    let hint = query.placeTimeZone.flatMap { PlaceZone(name: $0) }
    zone = hint
    forecast.place.timeZone = hint?.name
    forecast.place.latitude = query.coordinates?.latitude
    forecast.place.longitude = query.coordinates?.longitude
    for section in site.sections[.place] ?? [] { try readPlace(section, hint) }
  }

  private mutating func readPlace(_ section: CompiledSection, _ hint: PlaceZone?) throws(ScrapingError) {
    guard let content = section.page.map({ pages.contents[$0] }) ?? main else { return }
    let finder = ValueFinder(section, content, zone: zone, now: now)
    for field in section.fields where field.name == "known" { try chooseTown(field, finder) }
    for field in section.fields where field.name == "timeZone" && zone == hint {
      for selector in field.ladder {
        let found = try evaluating(content) { () throws(MarkupError) in try finder.find(selector, at: .page) }
        guard let read = found.flatMap({ PlaceZone($0.cell, at: now) }) else { continue }
        // An offset of today may not apply to other days, so the named zone of the nearest town wins.
        if read.name == nil, hint != nil { continue }
        zone = read
        forecast.place.timeZone = read.name
        break
      }
    }
    let fields = section.fields.filter { !["known", "timeZone"].contains($0.name) }
    let dated = ValueFinder(section, content, zone: zone, now: now)
    let values = try evaluating(content) { () throws(MarkupError) in
      try dated.values(fields, of: .page, on: nil)
    }
    let names = ["name", "region"].compactMap { values.others[$0]?.words }
    let isChosen = section.fields.contains { $0.name == "known" }
    if !names.isEmpty, isChosen || forecast.place.name == nil {
      forecast.place.name = names.joined(separator: ", ")
    }
    if let latitude = values.others["latitude"]?.number, let longitude = values.others["longitude"]?.number {
      (forecast.place.latitude, forecast.place.longitude) = (latitude, longitude)
      forecast.answeredPoints += [forecast.place.coordinates].compactMap { $0 }
    }
    forecast.noteIssue(values.others["issued"]?.time)
    let point = try evaluating(content) { () throws(MarkupError) -> Coordinates? in
      for selector in section.point {
        if case .json(let path) = selector.path,
          let point = try content.values(path, at: .page).lazy.compactMap({ GeoJSONPoint.coordinates($0) }).first
        {
          return point
        }
        if let point = try finder.text([selector]).flatMap({ Coordinates(written: $0) }) { return point }
      }
      return nil
    }
    forecast.answeredPoints += [point].compactMap { $0 }
  }

  /// Maximum distance in kilometres of another town on the same page that may be shown instead of the requested one.
  private static let neighborhood = 50.0

  /// Sets the area's town to its spelling in the answer, or to a nearby town listed on the same page.
  private mutating func chooseTown(_ field: CompiledField, _ finder: ValueFinder) throws(ScrapingError) {
    var known: [String] = []
    for selector in field.ladder {
      try evaluating(finder.content) { () throws(MarkupError) in
        try finder.content.visit(selector.path, at: .page) { cell, _ in
          if let text = cell.writtenText { known.append(text) }
          return true
        }
      }
    }
    func folded(_ name: String) -> String { name.lowercased().filter { $0.isLetter || $0.isNumber } }
    let wanted = pages.variables["town"] ?? ""
    let neighbors = query.towns.filter { town in
      query.towns.first.map { town.coordinates.kilometers(to: $0.coordinates) <= Self.neighborhood } ?? false
        && pages.isOnSamePages(town)
    }
    let names = [wanted] + neighbors.map(\.name)
    guard let name = names.lazy.compactMap({ name in known.first { folded($0) == folded(name) } }).first else {
      let alike = known.filter { folded($0).prefix(2) == folded(wanted).prefix(2) }
      let near = alike + known.filter { !alike.contains($0) }
      throw .unknownPlace(
        site: facts.title, area: query.area, known: Array(near.prefix(5)), url: finder.content.page.url)
    }
    if folded(name) != folded(wanted) {
      forecast.notes.append("\(facts.title) has no forecast for \(wanted); this is the one for \(name)")
    }
    for content in pages.contents.values { content.document?.setVariable("town", to: name) }
    forecast.place.name = name
  }
}
