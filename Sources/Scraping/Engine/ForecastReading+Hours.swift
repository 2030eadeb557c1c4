internal import Basics
internal import Markup
internal import Weather

extension ForecastReading {
  /// Reads hourly rows, and derives days and current conditions from them if the definition says so.
  mutating func readHours() throws(ScrapingError) {
    var gathered = HoursIntoDays()
    for (finder, rows) in try layouts(.hours) where !rows.isEmpty {
      gathered = try hours(rows, finder)
      if !gathered.hours.isEmpty { break }
    }
    if forecast.issued != nil {
      // A forecast series begins at the hour in which it was issued.
      forecast.noteIssue(gathered.hours.first?.time)
    }
    forecast.hours = gathered.hours
    if query.question.parts == .hours { return }
    if site.isMadeOfHours(.days) {
      guard zone != nil else { throw .noTimeZone(site: facts.title, area: query.area) }
      gathered.earlier = query.earlierHours
      forecast.days = gathered.days
    }
    if query.question.wantsCurrent, site.isMadeOfHours(.current) {
      forecast.current = CurrentConditions(of: gathered.hours, at: now)
    }
  }

  private func hours(_ rows: [PageContent.Row], _ finder: ValueFinder) throws(ScrapingError) -> HoursIntoDays {
    let section = finder.section
    let times = try moments(try readings(rows, finder))
    guard times.contains(where: { $0 != nil }) else { throw undated(finder) }
    var gathered = HoursIntoDays()
    let ownStretches = section.ahead.contains { !$0.rows.isEmpty }
    let stretches = ownStretches ? try self.stretches(section.ahead, finder) : []
    for (index, row) in rows.enumerated() {
      guard let time = times[index] else { continue }
      let url = finder.content.page.url
      let values = try evaluating(finder.content) { () throws(MarkupError) in
        try finder.values(section.fields, of: row, on: time.day)
      }
      var hour = HourForecast(time: time)
      hour.values = values.row
      if let since = section.fields.lazy.flatMap(\.ladder).compactMap(\.since).first {
        try fall(since: since, of: row, &hour, &gathered, finder)
      }
      if section.ahead.isEmpty, let words = hour.description {
        gathered.words.append(
          Interval(words, from: time, to: time, found: hour.values.origin(of: .description)))
      }
      try gathered.add(hour, site: facts.title, url: url)
      let next = times[(index + 1)...].lazy.compactMap { $0 }.first
      if ownStretches {
        take(stretches, at: time, until: next, &gathered)
      } else if !section.ahead.isEmpty {
        try lookAhead(row, from: time, until: next, &gathered, finder)
      }
    }
    if ownStretches {
      gathered.rain = stretches.map { $0.interval($0.values[.precipitation]?.measured, .precipitation) }
      gathered.words = stretches.compactMap { stretch in
        stretch.values[.description]?.words.map { stretch.interval($0, .description) }
      }
    }
    if !site.isMadeOfHours(.days) { gathered.setLastStep() }
    return gathered
  }

  // MARK: - Times

  /// The rows' times: stated in full, or resolved from labels such as `3:00 pm Fri`, in ascending order.
  private func moments(_ dated: [ValueFinder.DateReading]) throws(ScrapingError) -> [LocalTime?] {
    var last: LocalTime?
    var moments: [LocalTime?] = []
    for read in dated {
      let moment = read.moment ?? read.label.flatMap { self.moment($0, after: last) }
      last = moment ?? last
      moments.append(moment)
    }
    return moments
  }

  /// Resolves a label with a time of day: on the date that it names, else at the next such time after the preceding
  /// row.
  private func moment(_ label: RowLabel, after last: LocalTime?) -> LocalTime? {
    guard let zone, let seconds = label.seconds else { return nil }
    let here = zone.at(now)
    if let named = label.date(near: here.day) { return zone.moment(on: named, seconds: seconds) }
    let first = last?.day ?? here.day
    if let weekday = label.weekday {
      let day = (0..<7).map { first + $0 }.first { $0.weekday == weekday }
      return day.flatMap { zone.moment(on: $0, seconds: seconds) }
    }
    let moment = zone.moment(on: first, seconds: seconds)
    let earliest = last.map { $0 + 1 } ?? here + -3600
    guard let moment, moment >= earliest else { return zone.moment(on: first + 1, seconds: seconds) }
    return moment
  }

  // MARK: - What falls

  /// Moves precipitation, which the row reports for the period that ends at its time, to the row at which that period
  /// starts.
  private func fall(
    since path: ValuePath, of row: PageContent.Row, _ hour: inout HourForecast, _ gathered: inout HoursIntoDays,
    _ finder: ValueFinder
  ) throws(ScrapingError) {
    let named = try evaluating(finder.content) { () throws(MarkupError) in
      try finder.date([CompiledSelector(path)], at: row)?.moment
    }
    let time = hour.time
    // Some answers state a period of zero length; then it starts at the preceding row.
    let start = named.flatMap { $0 < time ? $0 : nil } ?? gathered.hours.last?.time
    let (amount, chance) = (hour.precipitation, hour.precipitationChance)
    let origin = hour.values.origin(of: .precipitation)
    (hour.precipitation, hour.precipitationChance) = (nil, nil)
    guard let start else { return }
    gathered.rain.append(Interval(amount, from: start, to: time, found: origin))
    if gathered.hours.last?.time == start { gathered.setRain(ofLastHour: amount, chance: chance) }
  }

  /// Reads the values for periods that start at the row's time. The row's description and chance come from the shortest
  /// period; precipitation only from periods that end by the next row, so that none is counted twice.
  private func lookAhead(
    _ row: PageContent.Row, from time: LocalTime, until next: LocalTime?, _ gathered: inout HoursIntoDays,
    _ finder: ValueFinder
  ) throws(ScrapingError) {
    var found: [Stretch] = []
    for ahead in finder.section.ahead {
      let stretch = try evaluating(finder.content) { () throws(MarkupError) -> Stretch? in
        let values = try finder.values(ahead.fields, of: row, on: time.day)
        let end = try ahead.end(of: row, from: time, finder)
        return values.isEmpty ? nil : end.map { Stretch(start: time, end: $0, values: values.fields) }
      }
      if let stretch { found.append(stretch) }
    }
    found.sort { $0.end < $1.end }
    for stretch in found {
      stretch.values[.description]?.words.map { gathered.words.append(stretch.interval($0, .description)) }
      for field in [Field.high, .low] {
        stretch.values[field]?.measured.map { gathered.temperatures.append(stretch.interval($0, field)) }
      }
    }
    gathered.describeLastHour(
      found.first?.values[.description]?.words, chance: found.first?.values[.precipitationChance]?.number)
    // The last row's length is unknown.
    let gap = next.map { $0.secondsSince1970 - time.secondsSince1970 } ?? 6 * 3600
    let reaches = finder.section.ahead.filter { ahead in ahead.fields.contains { $0.name == "precipitation" } }
    let rain = found.last { stretch in
      let length = stretch.end.secondsSince1970 - time.secondsSince1970
      return length <= gap && reaches.contains { $0.seconds == nil || $0.seconds == length }
    }
    guard let rain else { return }
    let amount = rain.values[.precipitation]?.measured
    let length = rain.end.secondsSince1970 - time.secondsSince1970
    gathered.rain.append(rain.interval(amount, .precipitation))
    if next == nil || length == gap { gathered.setPrecipitation(ofLastHour: amount, hours: length / 3600) }
  }

  // MARK: - Stretches in rows of their own

  /// Values for a period of time.
  struct Stretch {
    let start: LocalTime
    let end: LocalTime
    let values: FieldValues

    /// One of its values as an interval, with its origin.
    func interval<Value: Sendable>(_ value: Value, _ field: Field) -> Interval<Value> {
      Interval(value, from: start, to: end, found: values.origin(of: field))
    }
  }

  /// The periods in order, without those that overlap an earlier one; of two that start together the shorter one is
  /// kept.
  private func stretches(_ all: [CompiledAhead], _ finder: ValueFinder) throws(ScrapingError) -> [Stretch] {
    let found = try evaluating(finder.content) { () throws(MarkupError) -> [Stretch] in
      var found: [Stretch] = []
      for ahead in all {
        for path in ahead.rows {
          for row in try finder.content.rows(path) {
            guard let start = try finder.date(ahead.from, at: row)?.moment else { continue }
            guard let end = try ahead.end(of: row, from: start, finder), start < end else { continue }
            let values = try finder.values(ahead.fields, of: row, on: start.day)
            found.append(Stretch(start: start, end: end, values: values.fields))
          }
        }
      }
      return found
    }
    var apart: [Stretch] = []
    for stretch in found.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
      if let last = apart.last, stretch.start < last.end { continue }
      apart.append(stretch)
    }
    return apart
  }

  /// Copies the values of the period that starts at the last hour. Precipitation and its chance only if the period ends
  /// at the next row: an amount for three hours says nothing about one of them.
  private func take(
    _ stretches: [Stretch], at time: LocalTime, until next: LocalTime?, _ gathered: inout HoursIntoDays
  ) {
    guard let stretch = stretches.first(where: { $0.start == time }) else { return }
    let length = stretch.end.secondsSince1970 - time.secondsSince1970
    let isWhole = next.map { stretch.end == $0 } ?? (length == 3600)
    gathered.describeLastHour(
      stretch.values[.description]?.words, chance: isWhole ? stretch.values[.precipitationChance]?.number : nil)
    guard isWhole else { return }
    gathered.setPrecipitation(
      ofLastHour: stretch.values[.precipitation]?.measured, hours: length / 3600)
  }
}

extension CompiledAhead {
  /// The end of the period that starts at a given time; nil if it is not stated.
  fileprivate func end(
    of row: PageContent.Row, from start: LocalTime, _ finder: ValueFinder
  ) throws(MarkupError) -> LocalTime? {
    if let seconds { return start + seconds }
    return try finder.date(until, at: row)?.moment
  }
}
