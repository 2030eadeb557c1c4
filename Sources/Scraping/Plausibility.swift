import Basics
public import Weather

extension Forecast {
  /// The most days that a forecast has: the longest on the web have 45.
  public static let mostDays = 60
  /// The most hours that a forecast has: 40 days of single ones.
  public static let mostHours = 1000
  /// The most bytes that words for the weather, or a place's name, have: several sentences.
  public static let mostWords = 1000

  /// Refuses a forecast that holds what cannot be: nothing half-believed is shown.
  ///
  /// The limits are those of the contract: what the Earth has seen (World Meteorological Organization, World Weather &
  /// Climate Extremes Archive: -89.2 to 56.7 °C, 113 m/s gusts, 870 to 1085 hPa) with some room, and what the quantity
  /// itself allows.
  ///
  /// - Throws: ``ScrapingError/implausible(site:field:value:reason:url:)`` with the first field that is out of bounds.
  public func judged(site: String) throws(ScrapingError) {
    let judge = Judge(site: site, url: url)
    try judge.count(days.count, of: "days", most: Self.mostDays)
    try judge.count(hours.count, of: "hours", most: Self.mostHours)
    try judge.text(place.name, "the place's name")
    if let current { try Judge(site: site, url: origins[.current] ?? url).current(current) }
    for day in days {
      let of = "of \(day.date)"
      try judge.year(day.date, "the date of a day")
      try judge.text(day.description, "the words \(of)")
      try judge.temperature(day.high, "the high \(of)")
      try judge.temperature(day.low, "the low \(of)")
      try judge.order(day, lowFollowsHigh: lowFollowsHigh)
      try judge.wind(day.wind, "\(day.date)'s")
      try judge.percentage(day.precipitationChance, "the precipitation chance \(of)")
      try judge.precipitation(day.precipitation, "the precipitation \(of)")
      try judge.percentage(day.humidity, "the humidity \(of)")
      try judge.percentage(day.cloudCover, "the cloud cover \(of)")
      try judge.uvIndex(day.uvIndex, "the UV index \(of)")
    }
    for hour in hours {
      let of = "of \(hour.time)"
      try judge.year(hour.time.day, "the time of an hour")
      try judge.text(hour.description, "the words \(of)")
      try judge.temperature(hour.temperature, "the temperature \(of)")
      try judge.feelsLike(hour.feelsLike, "the feels like \(of)")
      try judge.temperature(hour.dewPoint, "the dew point \(of)")
      try judge.wind(hour.wind, "\(hour.time)'s")
      try judge.percentage(hour.precipitationChance, "the precipitation chance \(of)")
      try judge.precipitation(hour.precipitation, "the precipitation \(of)")
      try judge.percentage(hour.humidity, "the humidity \(of)")
      try judge.percentage(hour.cloudCover, "the cloud cover \(of)")
      try judge.pressure(hour.pressure, "the pressure \(of)")
      try judge.uvIndex(hour.uvIndex, "the UV index \(of)")
      try judge.visibility(hour.visibility, "the visibility \(of)")
    }
    for (a, b) in zip(days, days.dropFirst()) where a.date >= b.date {
      throw judge.implausible("the date behind \(a.date)", "\(b.date)", "days come in order and once")
    }
    for (a, b) in zip(hours, hours.dropFirst()) where a.time >= b.time {
      throw judge.implausible("the hour behind \(a.time)", "\(b.time)", "hours come in order and once")
    }
    if let first = hours.first?.time, let last = hours.last?.time, last.day - first.day > Self.mostDays {
      throw judge.implausible("the last hour", "\(last)", "the first one is \(first)")
    }
  }
}

extension Forecast {
  /// Leaves out the current conditions where they come from an answer of their own and hold what cannot be: a broken
  /// station does not spoil the forecast. A note says so.
  public mutating func dropImplausibleParts(site: String) {
    guard let current, let origin = origins[.current], origin != url else { return }
    do throws(ScrapingError) {
      try Judge(site: site, url: origin).current(current)
    } catch {
      self.current = nil
      origins[.current] = nil
      guard case .implausible(let site, let field, let value, let reason, let url) = error else { return }
      notes.append(
        "\(site) gives \(field) as \(value), which cannot be: \(reason) (\(url)); the current conditions are left out")
    }
  }
}

/// Holds values against their bounds.
private struct Judge {
  let site: String
  let url: String

  func current(_ now: CurrentConditions) throws(ScrapingError) {
    try text(now.description, "the current conditions")
    try temperature(now.temperature, "the current temperature")
    try feelsLike(now.feelsLike, "the current feels like")
    try temperature(now.dewPoint, "the current dew point")
    try wind(now.wind, "the current")
    try percentage(now.humidity, "the current humidity")
    try percentage(now.cloudCover, "the current cloud cover")
    try pressure(now.pressure, "the current pressure")
    try uvIndex(now.uvIndex, "the current UV index")
    try visibility(now.visibility, "the current visibility")
  }

  func implausible(_ field: String, _ value: String, _ reason: String) -> ScrapingError {
    .implausible(site: site, field: field, value: value, reason: reason, url: url)
  }

  func count(_ count: Int, of rows: String, most: Int) throws(ScrapingError) {
    if count > most { throw implausible("the number of \(rows)", "\(count)", "no forecast has more than \(most)") }
  }

  /// What is no text in the encoding that the page is read in was replaced while reading.
  func text(_ value: String?, _ field: String) throws(ScrapingError) {
    guard let value else { return }
    if value.utf8.count > Forecast.mostWords {
      let reason = "it has \(value.utf8.count) bytes, and nobody's has more than \(Forecast.mostWords)"
      throw implausible(field, String(value.prefix(40)) + "…", reason)
    }
    guard value.unicodeScalars.contains("\u{FFFD}") else { return }
    throw implausible(field, value, "its text encoding is not the one that the page is read in")
  }

  /// Old pages may be read again, but no forecast was on the web before 1990, or is known for the year 9999.
  func year(_ day: CalendarDay, _ field: String) throws(ScrapingError) {
    try within(Double(day.date.year), 1990...2199, field)
  }

  func temperature(_ value: Temperature?, _ field: String) throws(ScrapingError) {
    try within(value, ValueKind.airTemperature.range, in: .celsius, field)
  }

  func feelsLike(_ value: Temperature?, _ field: String) throws(ScrapingError) {
    try within(value, ValueKind.feltTemperature.range, in: .celsius, field)
  }

  func pressure(_ value: Pressure?, _ field: String) throws(ScrapingError) {
    try within(value, ValueKind.pressure.range, in: .hectopascals, field)
  }

  func percentage(_ value: Percentage?, _ field: String) throws(ScrapingError) {
    try within(value, ValueKind.share.range, field)
  }

  func uvIndex(_ value: Double?, _ field: String) throws(ScrapingError) {
    try within(value, ValueKind.uvIndex.range, field)
  }

  /// 1825 mm fell in a day on Réunion in 1966.
  func precipitation(_ value: Precipitation?, _ field: String) throws(ScrapingError) {
    try positive(value?.value, field)
    try within(value, ValueKind.precipitation.range, in: .millimeters, field)
  }

  /// Nobody sees farther than from one high mountain to another.
  func visibility(_ value: Distance?, _ field: String) throws(ScrapingError) {
    try positive(value?.value, field)
    try within(value, ValueKind.visibility.range, in: .kilometers, field)
  }

  private func positive(_ value: Double?, _ field: String) throws(ScrapingError) {
    guard let value, !(value >= 0 && value.isFinite) else { return }
    throw implausible(field, "\(value)", "it is never negative")
  }

  func wind(_ wind: Wind, _ whose: String) throws(ScrapingError) {
    try within(wind.speed, ValueKind.windSpeed.range, in: .metersPerSecond, "\(whose) wind")
    try within(wind.gust, ValueKind.gustSpeed.range, in: .metersPerSecond, "\(whose) gust")
    try within(wind.degrees, ValueKind.direction.range, "\(whose) wind direction")
  }

  /// A day's high may lie below the low of the night after it, by as much as a warm front can do; never below the calendar
  /// day's own low.
  func order(_ day: DayForecast, lowFollowsHigh: Bool) throws(ScrapingError) {
    guard let high = day.high, let low = day.low else { return }
    let below = low.exactly(in: .celsius) - high.exactly(in: .celsius)
    guard below > (lowFollowsHigh ? 5 : 0) + 1e-9 else { return }
    throw implausible(
      "the high of \(day.date)", "\(high.value) °\(high.unit.rawValue)",
      "the low is \(low.value) °\(low.unit.rawValue)")
  }

  private func within(_ value: Double?, _ bounds: ClosedRange<Double>, _ field: String) throws(ScrapingError) {
    guard let value, !bounds.contains(value) else { return }
    throw implausible(field, "\(value)", "it lies between \(bounds.lowerBound) and \(bounds.upperBound)")
  }

  private func within<Unit>(
    _ value: Measured<Unit>?, _ bounds: ClosedRange<Double>, in unit: Unit, _ field: String
  ) throws(ScrapingError) {
    // A hair of room, so that a bound itself passes in any unit.
    guard let value, !(bounds.lowerBound - 1e-6...bounds.upperBound + 1e-6).contains(value.exactly(in: unit)) else {
      return
    }
    throw implausible(
      field, "\(value.value) \(value.unit.rawValue)",
      "it lies between \(bounds.lowerBound) and \(bounds.upperBound) \(unit.rawValue)")
  }
}
