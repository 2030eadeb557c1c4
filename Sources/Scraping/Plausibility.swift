import Basics
public import Weather

extension Forecast {
  /// Maximum number of days: the longest forecasts on the web have 45.
  public static let mostDays = 60
  /// Maximum number of hourly rows: 40 days.
  public static let mostHours = 1000
  /// Maximum size in bytes of a description or a place's name: several sentences.
  public static let mostWords = 1000

  /// Throws ``ScrapingError/implausible(site:field:value:reason:url:)`` for the first value outside its field's range,
  /// and for rows out of order.
  public func validate(site: String) throws(ScrapingError) {
    let check = PlausibilityCheck(site: site, url: url)
    try check.count(days.count, of: "days", most: Self.mostDays)
    try check.count(hours.count, of: "hours", most: Self.mostHours)
    try check.text(place.name, "the place's name")
    if let current { try PlausibilityCheck(site: site, url: partURLs[.current] ?? url).current(current) }
    for day in days {
      try check.year(day.date, "the date of a day")
      try check.row(day) { "the \($0) of \(day.date)" }
      try check.order(day, lowFollowsHigh: lowFollowsHigh)
    }
    for hour in hours {
      try check.year(hour.time.day, "the time of an hour")
      try check.row(hour) { "the \($0) of \(hour.time)" }
    }
    for (a, b) in zip(days, days.dropFirst()) where a.date >= b.date {
      throw check.implausible("the date behind \(a.date)", "\(b.date)", "days come in order and once")
    }
    for (a, b) in zip(hours, hours.dropFirst()) where a.time >= b.time {
      throw check.implausible("the hour behind \(a.time)", "\(b.time)", "hours come in order and once")
    }
    if let first = hours.first?.time, let last = hours.last?.time, last.day - first.day > Self.mostDays {
      throw check.implausible("the last hour", "\(last)", "the first one is \(first)")
    }
  }
}

extension Forecast {
  /// Removes implausible current conditions, with a note, if they come from a separate answer: a broken station must
  /// not cost the forecast.
  public mutating func dropImplausibleParts(site: String) {
    guard let current, let origin = partURLs[.current], origin != url else { return }
    do throws(ScrapingError) {
      try PlausibilityCheck(site: site, url: origin).current(current)
    } catch {
      self.current = nil
      partURLs[.current] = nil
      guard case .implausible(let site, let field, let value, let reason, let url) = error else { return }
      notes.append("\(SiteNote.noCurrent(site: site, field: field, value: value, reason: reason, url: url))")
    }
  }
}

extension Forecast {
  /// Throws ``ScrapingError/otherPlace(site:asked:answered:url:)`` if the answer's coordinates are far from the
  /// requested ones, for example because of a misconfigured cache.
  ///
  /// The centre of a point's grid cell, or of the adjacent one that some sources use at coasts and mountains, lies
  /// within two grid spacings; 5 km are added for coordinates truncated to hundredths of a degree.
  public func checkAnsweredPoints(for point: Coordinates?, facts: SiteFacts) throws(ScrapingError) {
    guard let point, let grid = facts.gridKilometers else { return }
    for answered in answeredPoints where point.kilometers(to: answered) > 2 * grid + 5 {
      throw .otherPlace(site: facts.title, asked: point.text, answered: answered.text, url: url)
    }
  }
}

/// Compares values with the ranges in the field catalogue.
private struct PlausibilityCheck {
  let site: String
  let url: String

  func current(_ now: CurrentConditions) throws(ScrapingError) { try row(now) { "the current \($0)" } }

  /// Checks every value of a row; `name` builds the description of a field in it.
  func row<R: Row>(_ row: R, _ name: (String) -> String) throws(ScrapingError) {
    for field in R.kind.fields {
      switch row.values[field] {
      case .words(let words)?: try text(words, name(field.name))
      case .number(let number)?:
        if let range = field.range { try within(number, range, name(field.name)) }
      case .measured(let value)?:
        if let range = field.range { try within(value, range, name(field.name)) }
      case .direction?, .time?, nil: break
      }
    }
  }

  func implausible(_ field: String, _ value: String, _ reason: String) -> ScrapingError {
    .implausible(site: site, field: field, value: value, reason: reason, url: url)
  }

  func count(_ count: Int, of rows: String, most: Int) throws(ScrapingError) {
    if count > most { throw implausible("the number of \(rows)", "\(count)", "no forecast has more than \(most)") }
  }

  /// U+FFFD means that the text was decoded with the wrong encoding.
  func text(_ value: String?, _ field: String) throws(ScrapingError) {
    guard let value else { return }
    if value.utf8.count > Forecast.mostWords {
      let reason = "it has \(value.utf8.count) bytes, and nobody's has more than \(Forecast.mostWords)"
      throw implausible(field, String(value.prefix(40)) + "…", reason)
    }
    guard value.unicodeScalars.contains("\u{FFFD}") else { return }
    throw implausible(field, value, "its text encoding is not the one that the page is read in")
  }

  /// Earliest is 1990: there were no forecasts on the web before.
  func year(_ day: CalendarDay, _ field: String) throws(ScrapingError) {
    try within(Double(day.date.year), 1990...2199, field)
  }

  /// The high of a day may be slightly below the low of the following night, but never below the low of the same
  /// calendar day.
  func order(_ day: DayForecast, lowFollowsHigh: Bool) throws(ScrapingError) {
    guard let high = day.high, let low = day.low else { return }
    let below = low.exactly(in: .celsius) - high.exactly(in: .celsius)
    guard below > (lowFollowsHigh ? 5 : 0) + 1e-9 else { return }
    throw implausible(
      "the high of \(day.date)", "\(high.value) °\(high.unit.rawValue)",
      "the low is \(low.value) °\(low.unit.rawValue)")
  }

  private func within(_ value: Double, _ bounds: ClosedRange<Double>, _ field: String) throws(ScrapingError) {
    if bounds.contains(value) { return }
    throw implausible(field, "\(value)", "it lies between \(bounds.lowerBound) and \(bounds.upperBound)")
  }

  private func within(_ value: Measured, _ bounds: ClosedRange<Double>, _ field: String) throws(ScrapingError) {
    let unit = value.unit.quantity.baseUnit
    if bounds.lowerBound == 0, !(value.value >= 0 && value.value.isFinite) {
      throw implausible(field, "\(value.value)", "it is never negative")
    }
    // A small tolerance, so that the bounds themselves pass in any unit.
    if (bounds.lowerBound - 1e-6...bounds.upperBound + 1e-6).contains(value.exactly(in: unit)) { return }
    throw implausible(
      field, "\(value.value) \(value.unit.rawValue)",
      "it lies between \(bounds.lowerBound) and \(bounds.upperBound) \(unit.rawValue)")
  }
}
