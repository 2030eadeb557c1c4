internal import Basics
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
    isParsed = true
    return try page.html(site: site)
  }
  private var isParsed = false
  private lazy var clock = WeatherComClock(
    fetched: page.fetched, isSavedFile: page.isSavedFile, timeZone: state?.place?.place.timeZone, body: page.body,
    document: { [self] in document })
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
    try checkOrder(dayRecords)
    let boxes = WeatherComLayouts.now.filter(isMarked)
    let boxRungs = boxes.map { [self] layout in layout.rung(units: self.units) { [self] in box(layout) } }
    var ladder = Ladder([nowRecord?.rung(0)].compactMap { $0 } + boxRungs)
    var now = CurrentConditions()
    ladder.fill(&now)
    if now.observed == nil { now.observed = nowRecord == nil ? clock.observed : nil }
    let today = clock.today(named: dayRecords?.time(0)?.day ?? now.observed?.day)
    // After midnight the first record may still be the day's before.
    let index = (0..<(dayRecords?.count ?? 0)).first { dayRecords?.time($0)?.day == today } ?? 0
    let date = dayRecords?.time(index)?.day ?? now.observed?.day ?? today
    if now != CurrentConditions() { forecast.current = now }

    // Of the moment's boxes only these fields are the day's.
    let daily: Set<Field> = [.high, .low, .sunrise, .sunset]
    var day = DayForecast(date: date)
    var dayLadder = Ladder(
      [dayRecords?.rung(index), nowRecord?.rung(0).only(daily)].compactMap { $0 } + boxRungs.map { $0.only(daily) },
      offset: { [self] in clock.offset(on: date) })
    dayLadder.fill(&day, day: day.date)
    forecast.days = [day]
    forecast.today = today
    let isRead = now.temperature != nil || day.high != nil || day.low != nil
    if !isRead { throw nothingRead(WeatherComLayouts.now, field: "temperature", isThere: box) }
  }

  // MARK: - Days

  /// Reads rows of days: those of the state, and the markup's too where the state has fewer than are wanted.
  func readDays(into forecast: inout Forecast, atLeast wanted: Int) throws(ScrapingError) {
    let records = state?.records(.days)
    try checkOrder(records)
    var indexes: [CalendarDay: Int] = [:]
    for index in 0..<(records?.count ?? 0) {
      if let date = records?.time(index)?.day, indexes[date] == nil { indexes[date] = index }
    }
    let layouts = WeatherComLayouts.days.filter(isMarked)
    var dates = Set(indexes.keys)
    if dates.count < wanted { for layout in layouts { dates.formUnion(dayRows(layout).keys) } }
    if dates.count > Forecast.mostDays { throw tooMany(dates.count, "days", most: Forecast.mostDays) }
    let sorted = dates.sorted()
    for date in sorted.prefix(while: { $0 - (sorted.first ?? $0) <= wanted }) {
      let rungs =
        [indexes[date].flatMap { records?.rung($0) }].compactMap { $0 }
        + layouts.map { [self] layout in layout.rung(units: self.units) { [self] in dayRows(layout)[date] } }
      var ladder = Ladder(rungs, offset: { [self] in clock.offset(on: date) })
      var day = DayForecast(date: date)
      ladder.fill(&day, day: day.date)
      forecast.days.append(day)
    }
    if let disorder { throw disorder }
    forecast.today = clock.today(
      named: records?.time(0)?.day ?? layouts.lazy.compactMap { [self] in shownToday[$0.name] }.first)
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
    let dates = WeatherComLabel.dates(
      labels, clock: clock.now.day, isPlaceClock: clock.offset != nil && !page.isSavedFile)
    let known = dates.compactMap { $0 }
    for (date, next) in zip(known, known.dropFirst()) where next <= date {
      disorder = disorder ?? outOfOrder("the date behind \(date)", "\(next)", "days")
    }
    // Days that are called by their weekdays alone are counted on from the day before: one that is repeated, or stands
    // before its neighbour, would be next week's.
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

  /// Reads rows of hours: the state's, else the markup's.
  func readHours(into forecast: inout Forecast) throws(ScrapingError) {
    let records = state?.records(.hours)
    try checkOrder(records, of: "hours")
    var indexes: [LocalTime: Int] = [:]
    for index in 0..<(records?.count ?? 0) {
      if let time = records?.time(index), indexes[time] == nil { indexes[time] = index }
    }
    let layouts = WeatherComLayouts.hours.filter(isMarked)
    var times = Set(indexes.keys)
    if times.isEmpty { for layout in layouts { times.formUnion(hourRows(layout).keys) } }
    if times.count > Forecast.mostHours { throw tooMany(times.count, "hours", most: Forecast.mostHours) }
    for time in times.sorted() {
      let rungs =
        [indexes[time].flatMap { records?.rung($0) }].compactMap { $0 }
        + layouts.map { [self] layout in layout.rung(units: self.units) { [self] in hourRows(layout)[time] } }
      var ladder = Ladder(rungs)
      var hour = HourForecast(time: time)
      hour.hours = 1
      ladder.fill(&hour)
      forecast.hours.append(hour)
    }
    if let disorder { throw disorder }
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
        // The first hour is the coming one, or of a day or two ago where the page is as old: never next week's.
        let earliest = last?.day ?? clock.now.day + -4
        day = (0..<7).map { earliest + $0 }.first { $0.weekday == weekday }
      } else if day == nil {
        // Without a heading the first hour is the coming one.
        day = clock.now.day + (seconds + 3600 <= clock.now.secondsOfDay ? 1 : 0)
      } else if let last, let current = day, current == last.day, seconds < last.secondsOfDay,
        clock.moment(current, seconds, after: last).map({ $0 <= last }) ?? true
      {
        day = current + 1
      }
      guard let date = day, let time = clock.moment(date, seconds, after: last) else { continue }
      // An hour that comes twice, or after a later one, would be tomorrow's, with most of a day missing before it.
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

  /// The longest time between two rows of hours, in seconds.
  private static let longestGap = 18 * 3600
  /// Why the rows of the markup cannot be believed.
  private var disorder: ScrapingError?

  /// Refuses records that are out of order or repeated: which of them is right, nobody knows.
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

  private var document: Document? { try? parsed.get() }

  /// Reads something; refuses the page where that took too much work, whatever came of it.
  func reading(_ read: () throws(ScrapingError) -> Void) throws(ScrapingError) {
    var failure: ScrapingError?
    do throws(ScrapingError) { try read() } catch { failure = error }
    if isParsed { try page.affordable(document, site: site) }
    if let failure { throw failure }
  }

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

  /// Rows are counted before they are read.
  private func tooMany(_ count: Int, _ rows: String, most: Int) -> ScrapingError {
    .implausible(
      site: site, field: "the number of \(rows)", value: "\(count)", reason: "no forecast has more than \(most)",
      url: page.url)
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
