public import Weather

extension Forecast {
  /// Refuses a forecast whose answers name points that are not where the question was asked for: a proxy, a mirror or a
  /// confused cache may answer with another place's weather.
  ///
  /// The cell that holds a point, or the one beside it that a source takes for a coast or a mountain, has its centre within
  /// two spacings of the source's grid; a few kilometres are added for coordinates that are cut to whole hundredths.
  ///
  /// - Throws: ``ScrapingError/otherPlace(site:asked:answered:url:)``.
  public func answering(for point: Coordinates?, facts: SiteFacts) throws(ScrapingError) {
    guard let point, let grid = facts.gridKilometers else { return }
    for answered in answeredPoints where point.kilometers(to: answered) > 2 * grid + 5 {
      throw .otherPlace(site: facts.title, asked: point.text, answered: answered.text, url: url)
    }
  }
}
