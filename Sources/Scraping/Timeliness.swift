public import Basics
public import Weather

extension Forecast {
  /// Removes an observation that is too old to be the weather now, with a note.
  ///
  /// - Parameter received: when the answer came; the age of kept answers is shown by other means.
  /// - Returns: the age of the forecast in seconds, where it is older than its source's own interval; else nil.
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

  /// The greatest age of an observation where its source does not say how often it observes, in seconds.
  private static let observationLimit = 3 * 3600
  /// An observation of this age is always accepted: clocks differ, and answers are cached on their way.
  private static let leastLimit = 3600
  /// How much older than its interval an observation may be before it is marked.
  private static let slack = 900
  /// The greatest age of a forecast: our choice, since all sources make a new one every day.
  private static let day = 86_400
}
