public import Basics
public import Weather

/// What of a forecast answers the question.
public struct Selection: Sendable {
  /// The forecast, with only what was asked for left in it.
  public var forecast: Forecast
  /// The day that counts as today at the place.
  public var today: CalendarDay
  /// What the user should know of it, in full sentences for standard error.
  public var notes: [String]
}

extension Forecast {
  /// Chooses what was asked for, by dates and never by position.
  ///
  /// - Parameters:
  ///   - kind: what was asked for.
  ///   - weekend: the days that make a weekend.
  ///   - now: the run's clock.
  ///   - site: the site's name, for sentences.
  ///   - dayCount: how many days of them are wanted at most; nil for all.
  ///   - keepsPast: whether hours are shown although all of them are past, as those of a page that was saved are; a site that
  ///     has no others is no source of the weather to come.
  ///   - hourCount: how many hours of them are wanted at most; nil for all.
  /// - Throws: ``ScrapingError/noRows(site:wanted:url:)`` where nothing is left.
  public func selected(
    for kind: ForecastKind, weekend: Set<Weekday>, now: LocalTime, site: String, keepsPast: Bool = true,
    days dayCount: Int? = nil, hours hourCount: Int? = nil
  ) throws(ScrapingError) -> Selection {
    let today = self.today ?? (place.timeZone.flatMap { now.at(timeZone: $0) } ?? now).day
    // A site that has died goes on giving the days of then.
    let newest = days.last.flatMap { $0.date < today ? " (its newest day is \($0.date))" : nil } ?? ""
    var chosen = self
    var notes = self.notes
    switch kind {
    case .today:
      chosen.hours = []
      chosen.days = days.filter { $0.date == today }
      if chosen.days.isEmpty {
        guard current != nil else { throw .noRows(site: site, wanted: "today, \(today)\(newest)", url: url) }
        chosen.days = [DayForecast(date: today)]
      }
    case .fiveDays, .tenDays:
      let limit = min(kind.dayLimit ?? 0, dayCount ?? .max)
      chosen.current = nil
      chosen.hours = []
      chosen.days = days.filter { $0.date >= today && $0.date < today + limit }
      if chosen.days.isEmpty { throw .noRows(site: site, wanted: "the days from \(today) on\(newest)", url: url) }
      if chosen.days.count < limit {
        notes.append("\(site) has \(chosen.days.count) of the \(limit) days asked for")
      }
    case .weekend:
      let wanted = WeekendDays(weekend).days(from: today)
      chosen.current = nil
      chosen.hours = []
      chosen.days = days.filter { wanted.contains($0.date) }
      let names = wanted.map { "\($0.weekday.rawValue) \($0)" }
      if chosen.days.isEmpty { throw .noRows(site: site, wanted: names.joined(separator: ", "), url: url) }
      chosen.days = Array(chosen.days.prefix(dayCount ?? .max))
      let missing = wanted.prefix(dayCount ?? .max).filter { day in !chosen.days.contains { $0.date == day } }
      if !missing.isEmpty {
        notes.append(
          "\(site) has no forecast for \(missing.map { "\($0.weekday.rawValue) \($0)" }.joined(separator: ", "))")
      }
    case .hourly:
      chosen.current = nil
      chosen.days = []
      chosen.hours = hours.filter { $0.end > now.secondsSince1970 }
      if hours.isEmpty || (chosen.hours.isEmpty && !keepsPast) {
        throw .noRows(site: site, wanted: "the coming hours", url: url)
      }
      if chosen.hours.isEmpty {
        // An old page that was saved and is read again still says what it said.
        chosen.hours = hours
        notes.append("all hours that \(site) gives here are past")
      }
      if let dayCount, let first = chosen.hours.first?.time.day {
        chosen.hours = chosen.hours.filter { $0.time.day < first + dayCount }
      }
      chosen.hours = Array(chosen.hours.prefix(hourCount ?? .max))
    }
    return Selection(forecast: chosen, today: today, notes: notes)
  }
}
