internal import Basics
internal import Markup
internal import Scraping
internal import Weather

/// A page of the site with its embedded state and its markup, which is parsed only when needed.
final class WeatherComPage {
  private let page: Page
  private let parser: DefinedParser
  private let query: ForecastQuery
  private let state: WeatherComState?
  /// The place's name in the heading, if found without parsing.
  private let shown: String?
  private lazy var parsed: Result<Document, ScrapingError> = Result { () throws(ScrapingError) in
    isParsed = true
    return try page.html(site: site)
  }
  private var isParsed = false
  private var site: String { parser.facts.title }
  private var knownClock: WeatherComClock?
  private var knownUnits: UnitSystem?

  init(_ page: Page, _ query: ForecastQuery, _ parser: DefinedParser) {
    self.page = page
    self.query = query
    self.parser = parser
    let shown = WeatherComHeading.plain(page.body)
    let state = WeatherComState(page.body, shown: shown)
    // A page saved after navigating to another place shows that place, but its state is still the first one's.
    let isForeign =
      shown != nil && state?.place?.city.map { shown?.lowercased().contains($0.lowercased()) == false } ?? false
    self.state = isForeign ? nil : state
    self.shown = shown
  }

  /// The place, with the name that the page shows.
  var place: Place {
    get throws {
      var place = state?.place?.place ?? Place()
      place.name =
        try shown ?? place.name
        ?? document.flatMap { try WeatherComHeading.shown($0, at: placePaths("name").map(\.at)) }
      return place
    }
  }

  // MARK: - Today

  /// Reads current conditions and today's row.
  func readToday(into forecast: inout Forecast) throws {
    let nowRecord = state?.records(.now)
    let dayRecords = state?.records(.days)
    try checkOrder(dayRecords)
    var now = CurrentConditions()
    try nowRecord?.fill(&now, 0, of: page)
    for layout in layouts(.current) { try fill(&now, layout) { [self] in try box(layout) } }
    now.nameWindDirection()
    if now.observed == nil { now.observed = nowRecord == nil ? try clock.observed : nil }
    let today = try clock.today(named: dayRecords?.time(0)?.day ?? now.observed?.day)
    // After midnight the first record may still be yesterday's.
    let index = (0..<(dayRecords?.count ?? 0)).first { dayRecords?.time($0)?.day == today } ?? 0
    let date = dayRecords?.time(index)?.day ?? now.observed?.day ?? today
    if now != CurrentConditions() { forecast.current = now }

    var day = DayForecast(date: date)
    try dayRecords?.fill(&day, index, day: date, of: page)
    try nowRecord?.fill(&day, 0, only: [.high, .low, .sunrise, .sunset], day: date, of: page)
    for layout in layouts(.today) { try fill(&day, layout, day: date) { [self] in try box(layout) } }
    day.nameWindDirection()
    forecast.days = [day]
    forecast.today = today
    let isRead = now.temperature != nil || day.high != nil || day.low != nil
    if !isRead, !query.isDiagnosis { throw try nothingRead(.current, field: "temperature", isThere: box) }
  }

  // MARK: - Days

  /// Reads daily rows: from the state, and from the markup as well if the state has fewer than wanted.
  func readDays(into forecast: inout Forecast, atLeast wanted: Int) throws {
    let records = state?.records(.days)
    try checkOrder(records)
    var indexes: [CalendarDay: Int] = [:]
    for index in 0..<(records?.count ?? 0) {
      if let date = records?.time(index)?.day, indexes[date] == nil { indexes[date] = index }
    }
    let layouts = layouts(.days)
    var dates = Set(indexes.keys)
    if dates.count < wanted { for layout in layouts { dates.formUnion(try dayRows(layout).keys) } }
    if dates.count > Forecast.mostDays { throw tooMany(dates.count, "days", most: Forecast.mostDays) }
    let sorted = dates.sorted()
    for date in sorted.prefix(while: { $0 - (sorted.first ?? $0) <= wanted }) {
      var day = DayForecast(date: date)
      if let index = indexes[date] { try records?.fill(&day, index, day: date, of: page) }
      for layout in layouts { try fill(&day, layout, day: date) { [self] in try dayRows(layout)[date] } }
      day.nameWindDirection()
      forecast.days.append(day)
    }
    if let disorder { throw disorder }
    forecast.today = try clock.today(
      named: records?.time(0)?.day ?? layouts.lazy.compactMap { [self] in shownToday[$0.name] }.first)
    if !query.isDiagnosis, !forecast.days.contains(where: { $0.high != nil || $0.low != nil }) {
      throw try nothingRead(.days, field: "high and low") { try rows($0).first }
    }
  }

  private var datedRows: [String: [CalendarDay: Node]] = [:]
  private var shownToday: [String: CalendarDay] = [:]

  /// The rows of a layout by date.
  private func dayRows(_ layout: WeatherComLayout) throws -> [CalendarDay: Node] {
    if let rows = datedRows[layout.name] { return rows }
    let clock = try clock
    let nodes = try rows(layout)
    let labels = try nodes.map { try label($0, layout) }
    let dates = RowLabel.days(
      of: labels, from: clock.now.day, isPlaceClock: clock.offset != nil && !page.isSavedFile)
    let known = dates.compactMap { $0 }
    for (date, next) in zip(known, known.dropFirst()) where next <= date {
      disorder = disorder ?? outOfOrder("the date behind \(date)", "\(next)", "days")
    }
    // Rows with only a weekday are dated relative to the previous row: a repeated or misplaced one would be dated next
    // week.
    for index in labels.indices.dropFirst() where labels[index].day == nil && !labels[index].isToday {
      if let date = dates[index - 1], let next = dates[index], next - date > 5 {
        disorder = disorder ?? outOfOrder("the day behind \(date)", "\(next)", "days")
      }
    }
    var rows: [CalendarDay: Node] = [:]
    for (index, date) in dates.enumerated() {
      guard let date, rows[date] == nil else { continue }
      rows[date] = nodes[index]
      if labels[index].isToday { shownToday[layout.name] = date }
    }
    datedRows[layout.name] = rows
    return rows
  }

  // MARK: - Hours

  /// Reads hourly rows: from the state, else from the markup.
  func readHours(into forecast: inout Forecast) throws {
    let records = state?.records(.hours)
    try checkOrder(records, of: "hours")
    var indexes: [LocalTime: Int] = [:]
    for index in 0..<(records?.count ?? 0) {
      if let time = records?.time(index), indexes[time] == nil { indexes[time] = index }
    }
    let layouts = layouts(.hours)
    var times = Set(indexes.keys)
    if times.isEmpty { for layout in layouts { times.formUnion(try hourRows(layout).keys) } }
    if times.count > Forecast.mostHours { throw tooMany(times.count, "hours", most: Forecast.mostHours) }
    for time in times.sorted() {
      var hour = HourForecast(time: time)
      hour.hours = 1
      if let index = indexes[time] { try records?.fill(&hour, index, of: page) }
      for layout in layouts { try fill(&hour, layout) { [self] in try hourRows(layout)[time] } }
      hour.nameWindDirection()
      forecast.hours.append(hour)
    }
    if let disorder { throw disorder }
    if !query.isDiagnosis, !forecast.hours.contains(where: { $0.temperature != nil }) {
      throw try nothingRead(.hours, field: "temperature") { try rows($0).first }
    }
  }

  private var timedRows: [String: [LocalTime: Node]] = [:]

  /// The rows of a layout by time: an hour not later than the previous one is on the next day, unless a heading or the
  /// row itself has the date.
  private func hourRows(_ layout: WeatherComLayout) throws -> [LocalTime: Node] {
    if let rows = timedRows[layout.name] { return rows }
    let clock = try clock
    var rows: [LocalTime: Node] = [:]
    var day: CalendarDay?
    var last: LocalTime?
    for node in try nodes("\(layout.rows)|//*[starts-with(@id,'currentDateId')]") {
      if node.attribute("id")?.hasPrefix("currentDateId") == true {
        day = RowLabel(node.text).date(near: clock.now.day)
        continue
      }
      let label = try label(node, layout)
      guard let seconds = label.seconds else { continue }
      if let weekday = label.weekday {
        // The first hour is the next one, or a few days old if the page is: never in the next week.
        let earliest = last?.day ?? clock.now.day + -4
        day = (0..<7).map { earliest + $0 }.first { $0.weekday == weekday }
      } else if day == nil {
        // Without a heading, the first hour is the next one.
        day = clock.now.day + (seconds + 3600 <= clock.now.secondsOfDay ? 1 : 0)
      } else if let last, let current = day, current == last.day, seconds < last.secondsOfDay,
        clock.moment(current, seconds, after: last).map({ $0 <= last }) ?? true
      {
        day = current + 1
      }
      guard let date = day, let time = clock.moment(date, seconds, after: last) else { continue }
      // A repeated or misplaced hour would be dated tomorrow, leaving a gap of most of a day.
      if let last, time <= last || time.secondsSince1970 - last.secondsSince1970 > Self.longestGap {
        disorder = disorder ?? outOfOrder("the hour behind \(last)", "\(time)", "hours")
      }
      guard rows[time] == nil else { continue }
      rows[time] = node
      last = time
    }
    timedRows[layout.name] = rows
    return rows
  }

  // MARK: - Order

  /// The longest time between two hourly rows, in seconds.
  private static let longestGap = 18 * 3600
  /// Why the order of the markup's rows is implausible.
  private var disorder: ScrapingError?

  /// Throws if records are out of order or repeated, because it is unclear which are right.
  private func checkOrder(_ records: WeatherComRecords?, of rows: String = "days") throws(ScrapingError) {
    var last: LocalTime?
    for index in 0..<(records?.count ?? 0) {
      guard let time = records?.time(index) else { continue }
      if let last, rows == "days" ? time.day <= last.day : time <= last {
        throw outOfOrder("the \(rows == "days" ? "date" : "hour") behind \(last)", "\(time)", rows)
      }
      last = time
    }
  }

  private func outOfOrder(_ field: String, _ value: String, _ rows: String) -> ScrapingError {
    .implausible(site: site, field: field, value: value, reason: "\(rows) come in order and once", url: page.url)
  }

  // MARK: - Markup

  private var document: Document? { if case .success(let document) = parsed { document } else { nil } }

  /// Runs a closure; evaluation errors, and exceeding the work limit, make the page unreadable.
  func reading(_ read: () throws -> Void) throws {
    var failure: (any Error)?
    do { try read() } catch let error as MarkupError {
      throw ScrapingError.unreadable(site: site, url: page.url, reason: error.description)
    } catch {
      failure = error
    }
    if isParsed { try page.affordable(document, site: site) }
    if let failure { throw failure }
  }

  private func nodes(_ expression: String) throws(MarkupError) -> [Node] { try document?.nodes(expression) ?? [] }

  private func rows(_ layout: WeatherComLayout) throws -> [Node] {
    guard let document else { return [] }
    return try layout.reader.rows(in: document)
  }

  private var knownLayouts: [SiteDefinition.Section.Kind: [WeatherComLayout]] = [:]

  /// The layouts of a section that the page may contain; does not parse the page.
  private func layouts(_ kind: SiteDefinition.Section.Kind) -> [WeatherComLayout] {
    if let known = knownLayouts[kind] { return known }
    let fresh = (parser.definition.sections[kind] ?? []).filter {
      WeatherComLandmark($0.rows.first).isPossible(in: page.body)
    }.map { WeatherComLayout($0) }
    knownLayouts[kind] = fresh
    return fresh
  }

  /// The selectors of a field of the place.
  private func placePaths(_ field: String) -> [SiteDefinition.Selector] {
    parser.definition.sections[.place]?.first?.fields[field] ?? []
  }

  /// Reads the fields that a row lacks from a layout of the markup.
  private func fill<R: Row>(
    _ row: inout R, _ layout: WeatherComLayout, only fields: Set<Field>? = nil, day: CalendarDay? = nil,
    at node: () throws -> Node?
  ) throws {
    let context = LayoutReader.Context(page, offset: try day.flatMap { try clock.offset(on: $0) }) {
      () throws(MarkupError) in try self.units()
    }
    try layout.reader.fill(&row, only: fields, day: day, context) { try node().map { .node($0) } }
  }

  /// The elements with the forecast itself, for any question.
  private var boxes: [Node] {
    get throws(MarkupError) {
      // Two layouts share the same rows; count their elements once.
      var paths: [String] = []
      for layout in layouts(.days) + layouts(.hours) + layouts(.current) where !paths.contains(layout.rows) {
        paths.append(layout.rows)
      }
      var boxes: [Node] = []
      for path in paths { boxes += try nodes(path) }
      return boxes + (try nodes("//*[@data-testid='TodaysDetailsModule' or @id='todayDetails']"))
    }
  }

  /// The time at the place.
  private var clock: WeatherComClock {
    get throws(MarkupError) {
      if let knownClock { return knownClock }
      let clock = try WeatherComClock(
        fetched: page.fetched, isSavedFile: page.isSavedFile, timeZone: state?.place?.place.timeZone,
        stamps: placePaths("timeZone").map { WeatherComLandmark($0) }, body: page.body, document: { [self] in document }
      )
      knownClock = clock
      return clock
    }
  }

  /// The unit of temperatures without one.
  private func units() throws(MarkupError) -> UnitSystem {
    if let knownUnits { return knownUnits }
    var units = UnitSystem()
    if let document {
      let marks = (parser.definition.units.byQuantity["temperature"] ?? []).map { WeatherComLandmark($0) }
      units = UnitSystem(
        try WeatherComUnits.temperature(document, page.body, marks: marks, boxes: try boxes))
    }
    knownUnits = units
    return units
  }

  private func box(_ layout: WeatherComLayout) throws -> Node? { try document?.first(layout.rows) }

  private func label(_ row: Node, _ layout: WeatherComLayout) throws -> RowLabel {
    RowLabel(try layout.reader.label(of: row))
  }

  // MARK: - What was found, and what was not

  /// The error for too many rows, detected before reading them.
  private func tooMany(_ count: Int, _ rows: String, most: Int) -> ScrapingError {
    .implausible(
      site: site, field: "the number of \(rows)", value: "\(count)", reason: "no forecast has more than \(most)",
      url: page.url)
  }

  /// Why nothing could be read: the page cannot be parsed, has no unit, is not a forecast, or has an unknown layout.
  private func nothingRead(
    _ kind: SiteDefinition.Section.Kind, field: String, isThere: (WeatherComLayout) throws -> Node?
  ) throws -> ScrapingError {
    let document: Document
    do throws(ScrapingError) { document = try parsed.get() } catch { return error }
    let found = try layouts(kind).filter { try isThere($0) != nil }
    if !found.isEmpty {
      let missing = try units()[.temperature] == nil ? "unit for its temperatures" : field
      return .missingField(site: site, field: missing, tried: ["state"] + found.map { $0.name }, url: page.url)
    }
    do { try parser.refuse(page, document, query) } catch let error as ScrapingError { return error }
    let tried = ["state"] + (parser.definition.sections[kind] ?? []).map(\.layout)
    return .unknownLayout(site: site, tried: tried, url: page.url)
  }
}
