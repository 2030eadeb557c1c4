public import Basics
public import Weather

/// The part of a forecast that answers the question.
public struct Selection: Sendable {
  /// The forecast, reduced to the requested parts.
  public var forecast: Forecast
  /// Today's date at the place.
  public var today: CalendarDay
  /// Notes for the user, in full sentences for standard error.
  public var notes: [String]
}

extension Forecast {
  /// Selects the requested parts, by date and never by position.
  ///
  /// - Parameters:
  /// - keepsPast: whether to show hours even if all are past, as in a recording.
  /// - dayCount: maximum number of days, and of days whose hours are shown; nil for no limit.
  /// - hourCount: maximum number of hours; nil for no limit.
  /// - Throws: ``ScrapingError/noRows(site:wanted:url:)`` if nothing is left.
  public func selected(
    for question: Question, weekend: Set<Weekday>, now: LocalTime, site: String, keepsPast: Bool = true,
    days dayCount: Int? = nil, hours hourCount: Int? = nil
  ) throws(ScrapingError) -> Selection {
    let today = self.today ?? (place.timeZone.flatMap { now.at(timeZone: $0) } ?? now).day
    var chosen = self
    var notes = self.notes
    if !question.parts.contains(.current) { chosen.current = nil }
    chosen.days = []
    if question.isOverview {
      chosen.days = days.filter { day in
        if case .next(let count) = question.days {
          day.date >= today && day.date - today < min(count, dayCount ?? .max)
        } else {
          day.date >= today
        }
      }
    } else if question.parts.contains(.days) {
      chosen.days = try days(question.days, weekend, from: today, limit: dayCount, site: site, notes: &notes)
    }
    chosen.hours = []
    if question.isOverview {
      let coming = hours.filter { $0.end > now.secondsSince1970 }
      let end = coming.first.map { $0.time.secondsSince1970 + 86_400 } ?? 0
      chosen.hours = Array(coming.prefix { $0.time.secondsSince1970 < end }.prefix(hourCount ?? .max))
      if chosen.days.isEmpty, chosen.hours.isEmpty, chosen.current == nil {
        throw .noRows(site: site, wanted: "the days from \(today) on", url: url)
      }
    } else if question.parts.contains(.hours) {
      chosen.hours = hours.filter { $0.end > now.secondsSince1970 }
      if hours.isEmpty || (chosen.hours.isEmpty && !keepsPast) {
        throw .noRows(site: site, wanted: "the coming hours", url: url)
      }
      if chosen.hours.isEmpty {
        chosen.hours = hours
        notes.append("\(SiteNote.pastHours(site: site))")
      }
      if let dayCount, let first = chosen.hours.first?.time.day {
        chosen.hours = chosen.hours.filter { $0.time.day < first + dayCount }
      }
      chosen.hours = Array(chosen.hours.prefix(hourCount ?? .max))
    }
    return Selection(forecast: chosen, today: today, notes: notes)
  }

  /// The requested days, and notes on missing ones.
  private func days(
    _ selection: DaySelection, _ weekend: Set<Weekday>, from today: CalendarDay, limit: Int?, site: String,
    notes: inout [String]
  ) throws(ScrapingError) -> [DayForecast] {
    // An abandoned site keeps serving old days.
    let newest = days.last.flatMap { $0.date < today ? " (its newest day is \($0.date))" : nil } ?? ""
    switch selection {
    case .today:
      let chosen = days.filter { $0.date == today }
      if chosen.isEmpty, current == nil { throw .noRows(site: site, wanted: "today, \(today)\(newest)", url: url) }
      return chosen.isEmpty ? [DayForecast(date: today)] : chosen
    case .next(let count):
      let wanted = min(count, limit ?? .max)
      let chosen = days.filter { $0.date >= today && $0.date - today < wanted }
      if chosen.isEmpty { throw .noRows(site: site, wanted: "the days from \(today) on\(newest)", url: url) }
      if chosen.count < wanted, wanted < .max {
        notes.append("\(SiteNote.fewerDays(site: site, count: chosen.count, wanted: wanted))")
      }
      return chosen
    case .weekend:
      let wanted = WeekendDays(weekend).days(from: today)
      func names(_ days: some Sequence<CalendarDay>) -> String {
        days.map { "\($0.weekday.rawValue) \($0)" }.joined(separator: ", ")
      }
      let chosen = Array(days.filter { wanted.contains($0.date) }.prefix(limit ?? .max))
      if chosen.isEmpty { throw .noRows(site: site, wanted: names(wanted), url: url) }
      let missing = wanted.prefix(limit ?? .max).filter { day in !chosen.contains { $0.date == day } }
      if !missing.isEmpty { notes.append("\(SiteNote.noDays(site: site, days: names(missing)))") }
      return chosen
    }
  }
}
