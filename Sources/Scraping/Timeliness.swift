public import Weather

extension Forecast {
  /// How many days from the run's clock a row may lie: more than the longest forecast, and a day's row of a page that a
  /// cache kept for long is none of today's weather.
  private static let reach = 20

  /// Refuses a forecast of another time: nobody knows the weather of the year 9999.
  ///
  /// The clock must be that of the answer; a saved page's is its file's, which may have been copied years after.
  ///
  /// - Throws: ``ScrapingError/implausible(site:field:value:reason:url:)`` with the first row that is too far away.
  public func judged(near now: LocalTime, site: String) throws(ScrapingError) {
    func check(_ day: CalendarDay, _ field: String, _ value: String) throws(ScrapingError) {
      guard abs(day - now.day) > Self.reach else { return }
      throw .implausible(
        site: site, field: field, value: value,
        reason: "it was asked on \(now.day), and rows lie within \(Self.reach) days of that", url: url)
    }
    for day in days { try check(day.date, "the date of a day", "\(day.date)") }
    for hour in hours { try check(hour.time.day, "the time of an hour", "\(hour.time)") }
  }
}
