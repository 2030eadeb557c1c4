public import Basics
public import Weather

extension Forecast {
  /// Removes an observation that is too old to count as current, with a note.
  ///
  /// - Parameter received: when the answer was received; the age of cached answers is shown separately.
  /// - Returns: the age of the forecast or observation in seconds if it is overdue at its source; else nil.
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

  /// Maximum age in seconds of an observation if the observation interval is unknown.
  private static let observationLimit = 3 * 3600
  /// An observation up to this age is always accepted, to allow for clock differences and caches on the way.
  private static let leastLimit = 3600
  /// How much an observation may exceed its interval before it is reported as old.
  private static let slack = 900
  /// Forecasts older than this are reported as old: all sources update at least daily.
  private static let day = 86_400
}
