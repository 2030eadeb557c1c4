/// Why no forecast could be obtained from a site. The texts are in `ScrapingMessages.swift`.
public enum ScrapingError: Error, Hashable, Sendable {
  /// The page matches none of the known layouts.
  case unknownLayout(site: String, tried: [String], url: String)
  /// A login, consent or similar page came instead of the forecast.
  case interstitial(site: String, page: String, url: String)
  /// The body is truncated, malformed or in another format.
  case unreadable(site: String, url: String, reason: String)
  /// None of the selectors finds a required field.
  case missingField(site: String, field: String, tried: [String], url: String)
  /// A value outside its plausible range.
  case implausible(site: String, field: String, value: String, reason: String, url: String)
  /// The answer is for another place; both given as coordinates or names.
  case otherPlace(site: String, asked: String, answered: String, url: String)
  /// The answer has none of the requested days.
  case noRows(site: String, wanted: String, url: String)
  /// The site does not offer this kind of forecast.
  case unsupported(site: String, wanted: String)
  /// The site does not know the area.
  case unknownArea(site: String, area: String, url: String)
  /// The area is outside the site's coverage; with the site's own explanation if it gives one.
  case outsideCoverage(site: String, area: String, coverage: String, reason: String? = nil)
  /// The site currently has no data for the area.
  case unavailable(site: String, area: String, reason: String, url: String)
  /// The site has no such place in the region; with some that it has.
  case unknownPlace(site: String, area: String, known: [String], url: String)
  /// The place's time zone, needed to form calendar days, is unknown.
  case noTimeZone(site: String, area: String)
  /// The site answered with an error; with its explanation and its `Retry-After` delay in seconds, if given.
  case refused(site: String, status: Int, reason: String? = nil, url: String, wait: Int? = nil)
  /// The site blocks automated requests.
  case blocked(site: String, status: Int, url: String)
}

extension ScrapingError {
  /// True if the answer itself is unusable, so that another one may succeed; false if it clearly says that there is no
  /// forecast.
  public var isAboutTheAnswer: Bool {
    switch self {
    case .unknownLayout, .interstitial, .unreadable, .missingField, .implausible, .otherPlace: true
    default: false
    }
  }

  /// The same error with another address, for an answer that was read from somewhere else than requested.
  public func located(at url: String) -> ScrapingError {
    switch self {
    case .unknownLayout(let site, let tried, _): .unknownLayout(site: site, tried: tried, url: url)
    case .interstitial(let site, let page, _): .interstitial(site: site, page: page, url: url)
    case .unreadable(let site, _, let reason): .unreadable(site: site, url: url, reason: reason)
    case .missingField(let site, let field, let tried, _):
      .missingField(site: site, field: field, tried: tried, url: url)
    case .implausible(let site, let field, let value, let reason, _):
      .implausible(site: site, field: field, value: value, reason: reason, url: url)
    case .otherPlace(let site, let asked, let answered, _):
      .otherPlace(site: site, asked: asked, answered: answered, url: url)
    case .noRows(let site, let wanted, _): .noRows(site: site, wanted: wanted, url: url)
    case .unavailable(let site, let area, let reason, _):
      .unavailable(site: site, area: area, reason: reason, url: url)
    case .unknownArea(let site, let area, _): .unknownArea(site: site, area: area, url: url)
    case .unknownPlace(let site, let area, let known, _):
      .unknownPlace(site: site, area: area, known: known, url: url)
    case .refused(let site, let status, let reason, _, let wait):
      .refused(site: site, status: status, reason: reason, url: url, wait: wait)
    case .blocked(let site, let status, _): .blocked(site: site, status: status, url: url)
    case .unsupported, .outsideCoverage, .noTimeZone: self
    }
  }
}

/// A note to the user about a forecast.
public enum SiteNote: Hashable, Sendable {
  /// Current conditions are left out because a value is implausible.
  case noCurrent(site: String, field: String, value: String, reason: String, url: String)
  /// The observation is left out: its time, and its age in seconds, nil if it is in the future.
  case outdated(site: String, observed: String, age: Int?)
  /// Only past hours are available and shown.
  case pastHours(site: String)
  case fewerDays(site: String, count: Int, wanted: Int)
  case noDays(site: String, days: String)
}
