/// Why a site's answer gave no forecast. `ScrapingMessages.swift` has the sentences.
public enum ScrapingError: Error, Hashable, Sendable {
  /// The page came but fits none of the known layouts.
  case unknownLayout(site: String, tried: [String], url: String)
  /// The page is a login, consent or similar page in place of the forecast.
  case interstitial(site: String, page: String, url: String)
  /// The body is not what it must be: cut off, another format, broken.
  case unreadable(site: String, url: String, reason: String)
  /// A field without which the forecast makes no sense is found by none of its selectors.
  case missingField(site: String, field: String, tried: [String], url: String)
  /// A value that cannot be.
  case implausible(site: String, field: String, value: String, reason: String, url: String)
  /// The answer is for another place than the one that was asked for; both as coordinates or names.
  case otherPlace(site: String, asked: String, answered: String, url: String)
  /// The answer holds none of the days that were asked for.
  case noRows(site: String, wanted: String, url: String)
  /// The site has no forecast of this kind.
  case unsupported(site: String, wanted: String)
  /// The site knows no such area.
  case unknownArea(site: String, area: String, url: String)
  /// The area lies outside what the source covers; the service's own words for it, where it gives some.
  case outsideCoverage(site: String, area: String, coverage: String, reason: String? = nil)
  /// The source has no data for the area for now, as it says or as can be told from what it answers in their place.
  case unavailable(site: String, area: String, reason: String, url: String)
  /// The site has no place of that name in the region; some that it has.
  case unknownPlace(site: String, area: String, known: [String], url: String)
  /// The answer leaves out the place's time zone, without which there are no calendar days.
  case noTimeZone(site: String, area: String)
  /// The site answered with an error; its reason, where it gives one, and after how many seconds it may be asked again.
  case refused(site: String, status: Int, reason: String? = nil, url: String, wait: Int? = nil)
  /// The site refuses programs.
  case blocked(site: String, status: Int, url: String)
}

extension ScrapingError {
  /// Whether the answer itself makes no sense, so that another may: not where it says clearly that there is no forecast.
  public var isAboutTheAnswer: Bool {
    switch self {
    case .unknownLayout, .interstitial, .unreadable, .missingField, .implausible, .otherPlace: true
    default: false
    }
  }

  /// The error of an answer that lies somewhere else than at the address that was asked for.
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

/// What the user should know beside a forecast.
public enum SiteNote: Hashable, Sendable {
  /// The current conditions are left out, since a value cannot be.
  case noCurrent(site: String, field: String, value: String, reason: String, url: String)
  /// The observation is left out: of `observed`, so many seconds old, or of the future where that is nil.
  case outdated(site: String, observed: String, age: Int?)
  /// Rows of the past are shown.
  case pastHours(site: String)
  case fewerDays(site: String, count: Int, wanted: Int)
  case noDays(site: String, days: String)
}
