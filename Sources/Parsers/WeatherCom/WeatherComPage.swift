internal import Markup
internal import Scraping
internal import Weather

/// A page of the site with both ways into it: the embedded state, and the markup, which is parsed only when it is asked.
final class WeatherComPage {
  private let page: Page
  private let site: String
  private let area: String
  private let state: WeatherComState?
  /// The place's name as the heading shows it, where it could be had without parsing.
  private let shown: String?
  private lazy var parsed: Result<Document, ScrapingError> = Result { () throws(ScrapingError) in
    try page.html(site: site)
  }
  private lazy var clock = WeatherComClock(
    fetched: page.fetched, timeZone: state?.place?.place.timeZone, body: page.body, document: { [self] in document })
  private lazy var units = PageUnits(
    temperature: document.flatMap { WeatherComUnits.temperature($0, page.body, boxes: boxes) })

  init(_ page: Page, area: String, site: String) {
    self.page = page
    self.area = area
    self.site = site
    let shown = WeatherComHeading.plain(page.body)
    let state = WeatherComState(page.body, shown: shown)
    // A page that was saved after a click on another place shows that place, and its state is still the first one's.
    let isForeign =
      shown != nil && state?.place?.city.map { shown?.lowercased().contains($0.lowercased()) == false } ?? false
    self.state = isForeign ? nil : state
    self.shown = shown
  }

  /// The place, by the name that the page shows.
  var place: Place {
    var place = state?.place?.place ?? Place()
    place.name = shown ?? place.name ?? document.flatMap { WeatherComHeading.shown($0) }
    return place
  }

  // MARK: - Today

  /// Reads the conditions of the moment and today's row.
  func readToday(into forecast: inout Forecast) throws(ScrapingError) {
    let nowRecord = state?.records(.now)
    let dayRecords = state?.records(.days)
    let boxes = WeatherComLayouts.now.filter(isMarked)
    let boxRungs = boxes.map { [self] layout in layout.rung(units: self.units) { [self] in box(layout) } }
    var ladder = Ladder([nowRecord?.rung(0)].compactMap { $0 } + boxRungs)
    var now = CurrentConditions()
    ladder.fill(&now)
    let stated = dayRecords?.time(0)?.day ?? now.observed?.day
    let date = stated ?? clock.now.day
    if now.observed == nil { now.observed = nowRecord == nil ? clock.observed : nil }
    if now != CurrentConditions() { forecast.current = now }

    // Of the moment's boxes only these fields are the day's.
    let daily: Set<Field> = [.high, .low, .sunrise, .sunset]
    var day = DayForecast(date: date)
    var dayLadder = Ladder(
      [dayRecords?.rung(0), nowRecord?.rung(0).only(daily)].compactMap { $0 } + boxRungs.map { $0.only(daily) },
      offset: { [self] in clock.offset(on: date) })
    dayLadder.fill(&day)
    forecast.days = [day]
    forecast.today = date
    note(ladder, "current", in: &forecast)
    note(dayLadder, "days.\(date)", in: &forecast)
    let isRead = now.temperature != nil || day.high != nil || day.low != nil
    if !isRead { throw nothingRead(WeatherComLayouts.now, field: "temperature", isThere: box) }
  }

  // MARK: - Days

  /// Reads rows of days: those of the state, and the markup's too where the state has fewer than are wanted.
  func readDays(into forecast: inout Forecast, atLeast wanted: Int) throws(ScrapingError) {
    let records = state?.records(.days)
    var indexes: [CalendarDay: Int] = [:]
    for index in 0..<(records?.count ?? 0) {
      // A date that comes twice is left for the gate to see.
      if let date = records?.time(index)?.day, indexes[date] == nil { indexes[date] = index }
    }
    let layouts = WeatherComLayouts.days.filter(isMarked)
    var dates = Set(indexes.keys)
    if dates.count < wanted { for layout in layouts { dates.formUnion(dayRows(layout).keys) } }
    let sorted = dates.sorted()
    for date in sorted.prefix(while: { $0 - (sorted.first ?? $0) <= wanted }) {
      let rungs =
        [indexes[date].flatMap { records?.rung($0) }].compactMap { $0 }
        + layouts.map { [self] layout in layout.rung(units: self.units) { [self] in dayRows(layout)[date] } }
      var ladder = Ladder(rungs, offset: { [self] in clock.offset(on: date) })
      var day = DayForecast(date: date)
      ladder.fill(&day)
      forecast.days.append(day)
      note(ladder, "days.\(date)", in: &forecast)
    }
    forecast.today = records?.time(0)?.day ?? layouts.lazy.compactMap { [self] in shownToday[$0.name] }.first
    if !forecast.days.contains(where: { $0.high != nil || $0.low != nil }) {
      throw nothingRead(WeatherComLayouts.days, field: "high and low") { rows($0).first }
    }
  }

  private var datedRows: [String: [CalendarDay: Node]] = [:]
  private var shownToday: [String: CalendarDay] = [:]

  /// The rows of a layout by their dates.
  private func dayRows(_ layout: Layout) -> [CalendarDay: Node] {
    if let rows = datedRows[layout.name] { return rows }
    let nodes = rows(layout)
    let labels = nodes.map { label($0, layout) }
    let dates = WeatherComLabel.dates(labels, clock: clock.now.day)
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

  /// Reads rows of hours: the state's, else the markup's.
  func readHours(into forecast: inout Forecast) throws(ScrapingError) {
    let records = state?.records(.hours)
    var indexes: [LocalTime: Int] = [:]
    for index in 0..<(records?.count ?? 0) {
      if let time = records?.time(index), indexes[time] == nil { indexes[time] = index }
    }
    let layouts = WeatherComLayouts.hours.filter(isMarked)
    var times = Set(indexes.keys)
    if times.isEmpty { for layout in layouts { times.formUnion(hourRows(layout).keys) } }
    for time in times.sorted() {
      let rungs =
        [indexes[time].flatMap { records?.rung($0) }].compactMap { $0 }
        + layouts.map { [self] layout in layout.rung(units: self.units) { [self] in hourRows(layout)[time] } }
      var ladder = Ladder(rungs)
      var hour = HourForecast(time: time)
      ladder.fill(&hour)
      forecast.hours.append(hour)
      note(ladder, "hours.\(time)", in: &forecast)
    }
    if !forecast.hours.contains(where: { $0.temperature != nil }) {
      throw nothingRead(WeatherComLayouts.hours, field: "temperature") { rows($0).first }
    }
  }

  private var timedRows: [String: [LocalTime: Node]] = [:]

  /// The rows of a layout by their times: an hour at or before the one above it belongs to the next day, unless a heading
  /// or the row itself says which day it is.
  private func hourRows(_ layout: Layout) -> [LocalTime: Node] {
    if let rows = timedRows[layout.name] { return rows }
    var rows: [LocalTime: Node] = [:]
    var day: CalendarDay?
    var last: LocalTime?
    for node in nodes("\(layout.rows)|//*[starts-with(@id,'currentDateId')]") {
      if node.attribute("id")?.hasPrefix("currentDateId") == true {
        day = WeatherComLabel(node.text).date(near: clock.now.day)
        continue
      }
      let label = label(node, layout)
      guard let seconds = label.seconds else { continue }
      if let weekday = label.weekday {
        let earliest = last?.day ?? clock.now.day
        day = (0..<7).map { earliest + $0 }.first { $0.weekday == weekday }
      } else if day == nil {
        // Without a heading the first hour is the coming one.
        day = clock.now.day + (seconds + 3600 <= clock.now.secondsOfDay ? 1 : 0)
      } else if let last, let current = day, current == last.day, seconds < last.secondsOfDay,
        clock.moment(current, seconds, after: last).map({ $0 <= last }) ?? true
      {
        day = current + 1
      }
      guard let date = day, let time = clock.moment(date, seconds, after: last), rows[time] == nil else { continue }
      rows[time] = node
      last = time
    }
    timedRows[layout.name] = rows
    return rows
  }

  // MARK: - Markup

  private var document: Document? { try? parsed.get() }

  private func nodes(_ expression: String) -> [Node] { (try? document?.nodes(expression)) ?? [] }

  private func rows(_ layout: Layout) -> [Node] { nodes(layout.rows) }

  /// Where the forecast itself stands, whatever the question.
  private var boxes: [Node] {
    let layouts = WeatherComLayouts.days + [WeatherComLayouts.tableHours] + WeatherComLayouts.now
    return layouts.filter(isMarked).flatMap { nodes($0.rows) } + nodes(WeatherComLayouts.details)
  }

  private func box(_ layout: Layout) -> Node? { (try? document?.first(layout.rows)) ?? nil }

  private func label(_ row: Node, _ layout: Layout) -> WeatherComLabel {
    WeatherComLabel((try? row.first(layout.label))??.spacedText ?? "")
  }

  /// Whether the page can hold a layout at all, told without parsing it.
  private func isMarked(_ layout: Layout) -> Bool {
    ByteSearch.firstRange(of: layout.mark, in: page.body) != nil
  }

  // MARK: - What was found, and what was not

  private func note(_ ladder: Ladder, _ path: String, in forecast: inout Forecast) {
    for (field, rung) in ladder.found { forecast.provenance["\(path).\(field.rawValue)"] = rung }
  }

  /// Why nothing could be read: the page cannot be parsed, has no unit, is no forecast at all, or is of no known layout.
  private func nothingRead(
    _ layouts: [Layout], field: String, isThere: (Layout) -> Node?
  ) -> ScrapingError {
    let document: Document
    do throws(ScrapingError) { document = try parsed.get() } catch { return error }
    var tried = ["state"]
    for layout in layouts where !tried.contains(layout.name) { tried.append(layout.name) }
    let found = layouts.filter { isThere($0) != nil }
    if !found.isEmpty {
      let missing = units.temperature == nil ? "unit for its temperatures" : field
      return .missingField(site: site, field: missing, tried: ["state"] + found.map { $0.name }, url: page.url)
    }
    return WeatherComRefusal.reason(document, page, area: area, site: site, tried: tried)
  }
}
