internal import Basics
internal import Markup
internal import Weather

extension ForecastReading {
  // MARK: - The moment

  /// Reads current conditions; each field comes from the first layout that has it.
  mutating func readCurrent() throws(ScrapingError) {
    var values = FoundValues()
    var source: Page?
    for (finder, _) in try layouts(.current) {
      guard let read = try evaluating(finder.content, { () throws(MarkupError) in try finder.moment() }) else {
        continue
      }
      if let interval = read.others["interval"]?.number.flatMap({ Int(exactly: $0) }), (1...86_400).contains(interval) {
        forecast.observationInterval = interval
      }
      values.fill(from: read)
      source = source ?? finder.content.page
    }
    let isSilent = [Field.temperature, .description, .humidity, .windSpeed].allSatisfy { values.fields[$0] == nil }
    guard !isSilent, let source else { return }
    var now = CurrentConditions()
    now.values = values.row
    forecast.current = now
    if source.url != main.page.url { forecast.partURLs[.current] = source.url }
  }

  // MARK: - Days

  /// Reads today's row from the section `today`.
  mutating func readToday() throws(ScrapingError) {
    if site.sections[.today]?.first?.kind == .days { return try readDays(.today) }
    var day = forecast.current?.observed?.day ?? today
    var values = FoundValues()
    for (finder, rows) in try layouts(.today) {
      guard let row = rows.first else { continue }
      let date = try evaluating(finder.content) { () throws(MarkupError) in
        try finder.date(finder.section.date, at: row)
      }
      let own = date.flatMap { $0.day ?? $0.label?.date(near: today) } ?? day
      if values.isEmpty { day = own }
      guard own == day else { continue }
      values.fill(
        from: try evaluating(finder.content) { () throws(MarkupError) in
          try finder.values(finder.section.fields, of: row, on: own)
        })
    }
    guard !values.isEmpty else { return }
    forecast.days = [values.day(day)]
    forecast.today = day
  }

  /// Reads daily rows: the first layout that has any decides the dates, later ones add missing fields.
  mutating func readDays(_ kind: SiteDefinition.Section.Kind = .days) throws(ScrapingError) {
    var days: [(date: CalendarDay, values: FoundValues)] = []
    for (finder, rows) in try layouts(kind) where !rows.isEmpty {
      let dated = try dates(rows, finder)
      var seen: Set<CalendarDay> = []
      let isFirst = days.isEmpty
      for (row, read) in zip(rows, dated) {
        guard let date = read.day else { continue }
        // Rows `Today` and `Tonight` may both have today's date; the first one counts.
        if finder.section.isLabelled, !seen.insert(date).inserted { continue }
        let values = try values(of: row, read, on: date, finder)
        if isFirst {
          days.append((date, values))
        } else if let index = days.firstIndex(where: { $0.date == date }) {
          days[index].values.fill(from: values)
        }
      }
    }
    for (date, values) in days {
      forecast.days.append(values.day(date))
    }
  }

  private func values(
    of row: PageContent.Row, _ read: ValueFinder.DateReading, on date: CalendarDay, _ finder: ValueFinder
  ) throws(ScrapingError) -> FoundValues {
    finder.setLabel(read.text)
    return try evaluating(finder.content) { () throws(MarkupError) in
      try finder.values(finder.section.fields, of: row, on: date)
    }
  }

  /// The dates of rows; labels such as `Sat` are resolved relative to the page's own date.
  private mutating func dates(
    _ rows: [PageContent.Row], _ finder: ValueFinder
  ) throws(ScrapingError) -> [ValueFinder.DateReading] {
    var dated = try readings(rows, finder)
    guard dated.contains(where: { $0.label != nil }) else {
      // The times carry the place's UTC offset, from which the current date there follows.
      let start = dated.lazy.compactMap(\.moment).first
      forecast.today = forecast.today ?? start.map { (zone?.at(now) ?? now.at(offset: $0.offset)).day }
      return dated
    }
    let days = RowLabel.days(of: dated.map { $0.label ?? .silent }, from: try pageDay(finder) ?? today)
    for index in dated.indices { dated[index].day = dated[index].day ?? days[index] }
    if let shown = dated.first(where: { $0.label?.isToday == true })?.day { forecast.today = shown }
    return dated
  }

  /// Parses the rows' dates.
  ///
  /// - Throws: ``ScrapingError/missingField(site:field:tried:url:)`` if a row of JSON has no readable date. Rows of markup
  ///   without one are headings and the like, and get an empty reading.
  func readings(
    _ rows: [PageContent.Row], _ finder: ValueFinder
  ) throws(ScrapingError) -> [ValueFinder.DateReading] {
    let ladder = finder.section.date
    var dated: [ValueFinder.DateReading] = []
    for row in rows {
      let read = try evaluating(finder.content) { () throws(MarkupError) in try finder.date(ladder, at: row) }
      if read == nil, finder.content.document == nil { throw undated(finder) }
      dated.append(read ?? ValueFinder.DateReading())
    }
    return dated
  }

  func undated(_ finder: ValueFinder) -> ScrapingError {
    .missingField(
      site: facts.title, field: "time of a row", tried: finder.section.date.map(\.text),
      url: finder.content.page.url)
  }

  /// Today's date: normally the clock's, because a page may be days old. The page's own date counts for a saved file,
  /// whose modification time says little, and if the place's time zone is unknown and that date is today somewhere on
  /// earth.
  private func today(named: CalendarDay) -> CalendarDay {
    if main.page.isSavedFile { return named }
    return zone?.at(now).day ?? (now.isTodaySomewhere(named) ? named : now.day)
  }

  /// The date of the page itself; nil if it has none.
  private func pageDay(_ finder: ValueFinder) throws(ScrapingError) -> CalendarDay? {
    let read = try evaluating(finder.content) { () throws(MarkupError) in
      try finder.date(finder.section.today, at: .page)
    }
    return read.flatMap { $0.day ?? $0.label?.date(near: today) }
  }

  // MARK: - Days and nights

  /// Reads alternating day and night rows, and pairs them into days.
  mutating func readHalves() throws(ScrapingError) {
    for (finder, rows) in try layouts(.halves) where !rows.isEmpty {
      let section = finder.section
      let dated = try readings(rows, finder)
      var nights: [Bool] = []
      for (row, read) in zip(rows, dated) {
        finder.setLabel(read.text)
        nights.append(
          try evaluating(finder.content) { () throws(MarkupError) in
            if let isNight = try finder.isTrue(section.night, at: row) { return isNight }
            if let isDay = try finder.isTrue(section.day, at: row) { return !isDay }
            if let label = read.label { return label.isNight }
            // A row without marker or label is classified by its start time; daytime is 5:00 to 18:00.
            return read.moment.map { !(5..<18).contains($0.clock.hour) } ?? false
          })
      }
      let places: [(day: CalendarDay, isNight: Bool)?]
      if dated.contains(where: { $0.label != nil }) {
        let page = try pageDay(finder)
        let known = RowLabel.halves(of: dated.map { $0.label ?? .silent }, nights: nights, from: page ?? today)
        places = known.halves
        if page != nil, zone?.name == nil || main.page.isSavedFile { forecast.today = today(named: known.today) }
      } else {
        places = zip(dated, nights).map { read, isNight in
          guard let day = read.day else { return nil }
          return read.moment.map { isNight && $0.clock.hour < 12 } == true ? nil : (day, isNight)
        }
        // The times carry the place's UTC offset, from which the current date there follows.
        if let start = dated.lazy.compactMap(\.moment).first {
          if zone == nil { forecast.today = now.at(offset: start.offset).day }
          if forecast.issued != nil { forecast.noteIssue(start) }
        }
      }
      var halves: [HalfDay] = []
      for index in rows.indices {
        guard let place = places[index] else { continue }
        var half = HalfDay(date: place.day, isNight: place.isNight)
        half.values = try values(of: rows[index], dated[index], on: place.day, finder).row
        let own = place.isNight ? Field.low : .high
        if half.values[own] != nil { half.values.take(own, of: half.values, as: .temperature) }
        (half.values[.high], half.values[.low]) = (nil, nil)
        halves.append(half)
      }
      forecast.days = HalfDays.days(halves)
      if !forecast.days.isEmpty { return }
    }
  }
}
