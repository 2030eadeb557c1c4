public import Basics
public import Weather

extension Forecast {
  /// Takes away an observation that is too old to be the weather now, with a note, and tells whether what is left has to be
  /// marked with its age.
  ///
  /// - Parameters:
  ///   - received: when the answer came: what is kept grows older, and says so by other means.
  ///   - now: the run's clock.
  ///   - site: the site's name, for the note.
  /// - Returns: how old the forecast is, in seconds, where that is more than its source's own interval; nil where it is as
  ///   new as it should be.
  public mutating func dropOutdated(received: LocalTime, now: LocalTime, site: String) -> Int? {
    var marked: Int?
    func mark(_ time: LocalTime) { marked = max(marked ?? 0, now.secondsSince1970 - time.secondsSince1970) }
    if let observed = current?.observed {
      let age = received.secondsSince1970 - observed.secondsSince1970
      let limit = observationInterval.map { max($0, Self.leastLimit) } ?? Self.observationLimit
      let isAhead = observed.secondsSince1970 - now.secondsSince1970 > Self.leastLimit
      if age > limit || isAhead {
        let age = isAhead ? nil : now.secondsSince1970 - observed.secondsSince1970
        notes.append("\(SiteNote.outdated(site: site, observed: "\(observed)", age: age))")
        current = nil
      } else if let interval = observationInterval, age > interval + Self.slack {
        mark(observed)
      } else if now.secondsSince1970 - observed.secondsSince1970 > Self.observationLimit {
        mark(observed)
      }
    }
    if let issued, received.secondsSince1970 - issued.secondsSince1970 > Self.day { mark(issued) }
    return marked
  }

  /// How old an observation may be where its source does not say how often it observes, in seconds.
  private static let observationLimit = 3 * 3600
  /// How old any observation may be: clocks differ, and answers lie on the way for a while.
  private static let leastLimit = 3600
  /// How much older than its interval an observation may be before that is told.
  private static let slack = 900
  /// How old a forecast may be. The length is our choice: the sources that are read here are expected to make a new one
  /// every day.
  private static let day = 86_400
}
