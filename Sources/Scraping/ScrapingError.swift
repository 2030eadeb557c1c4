/// Why a site's answer gave no forecast. Each case describes itself in one sentence that says what to do.
public enum ScrapingError: Error, Hashable, Sendable {
  /// The page came but fits none of the known layouts.
  case unknownLayout(site: String, tried: [String], url: String)
  /// The page is a login, consent or similar page in place of the forecast.
  case interstitial(site: String, page: String, url: String)
  /// The body is not what it must be: cut off, another format, broken.
  case unreadable(site: String, url: String, reason: String)
  /// A field without which the forecast makes no sense is on none of the rungs.
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
  /// The site answered with an error status; how long it asks to be left alone, in seconds.
  case refused(site: String, status: Int, url: String, wait: Int? = nil)
  /// The site answered with an error and said why; how long it asks to be left alone, in seconds.
  case rejected(site: String, status: Int, reason: String, url: String, wait: Int? = nil)
  /// The site refuses programs.
  case blocked(site: String, status: Int, url: String)
}

extension ScrapingError {
  /// Whether the answer itself makes no sense, so that another may: not where it says clearly what it has not.
  public var isAboutTheAnswer: Bool {
    switch self {
    case .unknownLayout, .interstitial, .unreadable, .missingField, .implausible, .otherPlace: true
    case .noRows, .unsupported, .unknownArea, .outsideCoverage, .unknownPlace, .noTimeZone, .unavailable, .refused,
      .rejected, .blocked:
      false
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
    case .refused(let site, let status, _, let wait): .refused(site: site, status: status, url: url, wait: wait)
    case .rejected(let site, let status, let reason, _, let wait):
      .rejected(site: site, status: status, reason: reason, url: url, wait: wait)
    case .blocked(let site, let status, _): .blocked(site: site, status: status, url: url)
    case .unsupported, .outsideCoverage, .noTimeZone: self
    }
  }
}

extension ScrapingError: CustomStringConvertible {
  /// One full sentence.
  public var description: String {
    switch self {
    case .unknownLayout(let site, let tried, let url):
      "the page \(url) fits none of the layouts known of \(site) (tried: \(tried.joined(separator: ", "))); "
        + "record it with --record DIR and send the folder in with a bug report"
    case .interstitial(let site, let page, let url):
      "\(site) answered with \(page) in place of the forecast (\(url)); "
        + "open the address in a browser, save the page and read it with --replay FILE"
    case .unreadable(let site, let url, let reason):
      "the answer of \(site) cannot be read: \(reason) (\(url)); try again, and if it stays so record it with --record DIR"
    case .missingField(let site, let field, let tried, let url):
      "the page \(url) of \(site) has no \(field) (looked in: \(tried.joined(separator: ", "))); "
        + "record it with --record DIR and send the folder in with a bug report"
    case .implausible(let site, let field, let value, let reason, let url):
      "\(site) gives \(field) as \(value), which cannot be: \(reason) (\(url)); nothing of it is shown, "
        + "record it with --record DIR to look into it"
    case .otherPlace(let site, let asked, let answered, let url):
      "\(site) answers for \(answered) and not for \(asked) (\(url)); nothing of it is shown, try again, or choose another "
        + "parser with -p"
    case .noRows(let site, let wanted, let url):
      "\(site) has no forecast for \(wanted) (\(url)); ask for other days"
    case .unsupported(let site, let wanted):
      "\(site) has no \(wanted) forecast; ask for another, or another parser with -p"
    case .unknownArea(let site, let area, let url):
      "\(site) does not know the area \(area) (\(url)); see 'weatherterm parsers' for what it takes"
    case .outsideCoverage(let site, let area, let coverage, let reason):
      "\(area) lies outside what \(site) covers (\(coverage)); "
        + (reason.map { "it says: \($0); " } ?? "") + "choose another parser with -p"
    case .unavailable(let site, let area, let reason, let url):
      "\(site) has no data for \(area) for now: \(reason) (\(url)); try again later, or choose another parser with -p"
    case .unknownPlace(let site, let area, let known, let url):
      "\(site) has no forecast for \(area) (\(url)); it has "
        + (known.isEmpty ? "no places there" : "\(known.joined(separator: ", ")) and others there")
    case .noTimeZone(let site, let area):
      "\(site) does not say which time zone \(area) lies in, and no town near it is known: give it as a place of the "
        + "configuration with its timeZone, or ask with --hourly"
    case .refused(let site, let status, let url, let wait):
      "\(site) answered with status \(status) (\(url)); "
        + (wait.map { "it asks to be left alone for \(Self.text(seconds: $0)), try again then" } ?? "try again later")
    case .rejected(let site, let status, let reason, let url, let wait) where status >= 500:
      "\(site) answered with status \(status): \(reason) (\(url)); "
        + (wait.map { "it asks to be left alone for \(Self.text(seconds: $0)), try again then" } ?? "try again later")
    case .rejected(let site, let status, let reason, let url, let wait):
      "\(site) refuses the question: \(reason) (status \(status), \(url)); "
        + (wait.map { "it asks to be left alone for \(Self.text(seconds: $0)), try again then" }
          ?? "mend what it names, or try again later")
    case .blocked(let site, let status, let url):
      "\(site) refuses programs (status \(status), \(url)): save the page from a browser and read it with --replay FILE"
    }
  }

  /// A length of time for people: whole seconds, or minutes where it is longer than two of them.
  private static func text(seconds: Int) -> String {
    if seconds > 86_400 { return "more than a day" }
    return seconds <= 120 ? "\(seconds) s" : "\(seconds / 60 + (seconds % 60 == 0 ? 0 : 1)) min"
  }
}
