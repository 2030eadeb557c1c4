import Basics
import Weather

extension ScrapingError: CustomStringConvertible {
  /// The error in one full sentence, with what to do.
  public var description: String {
    let record = "record it with --record DIR"
    let report = "\(record) and send the folder in with a bug report"
    let other = "another parser with -p"
    switch self {
    case .unknownLayout(let site, let tried, let url):
      return
        "the page \(url) fits none of the layouts known of \(site) (tried: \(tried.joined(separator: ", "))); \(report)"
    case .interstitial(let site, let page, let url):
      return
        "\(site) answered with \(page) in place of the forecast (\(url)); open the address in a browser, save the page "
        + "and read it with --replay FILE"
    case .unreadable(let site, let url, let reason):
      return "the answer of \(site) cannot be read: \(reason) (\(url)); try again, and if it stays so \(record)"
    case .missingField(let site, let field, let tried, let url):
      return "the page \(url) of \(site) has no \(field) (looked in: \(tried.joined(separator: ", "))); \(report)"
    case .implausible(let site, let field, let value, let reason, let url):
      return
        "\(site) gives \(field) as \(value), which cannot be: \(reason) (\(url)); nothing of it is shown, \(record) to "
        + "look into it"
    case .otherPlace(let site, let asked, let answered, let url):
      return
        "\(site) answers for \(answered) and not for \(asked) (\(url)); nothing of it is shown, try again, or choose "
        + other
    case .noRows(let site, let wanted, let url):
      return "\(site) has no forecast for \(wanted) (\(url)); ask for other days"
    case .unsupported(let site, let wanted): return "\(site) has no \(wanted) forecast; ask for another, or \(other)"
    case .unknownArea(let site, let area, let url):
      return "\(site) does not know the area \(area) (\(url)); see 'weatherterm parsers' for what it takes"
    case .outsideCoverage(let site, let area, let coverage, let reason):
      return "\(area) lies outside what \(site) covers (\(coverage)); "
        + (reason.map { "it says: \($0); " } ?? "") + "choose \(other)"
    case .unavailable(let site, let area, let reason, let url):
      return "\(site) has no data for \(area) for now: \(reason) (\(url)); try again later, or choose \(other)"
    case .unknownPlace(let site, let area, let known, let url):
      return "\(site) has no forecast for \(area) (\(url)); it has "
        + (known.isEmpty ? "no places there" : "\(known.joined(separator: ", ")) and others there")
    case .noTimeZone(let site, let area):
      return
        "\(site) does not say which time zone \(area) lies in, and no town near it is known: give it as a place of the "
        + "configuration with its timeZone, or ask with --hourly"
    case .refused(let site, let status, let reason, let url, let wait):
      let isQuestion = reason != nil && status < 500
      let fault =
        isQuestion
        ? "refuses the question: \(reason ?? "") (status \(status), \(url))"
        : "answered with status \(status)\(reason.map { ": \($0)" } ?? "") (\(url))"
      return "\(site) \(fault); "
        + (wait.map { "it asks for a pause: try again in \(Self.text(seconds: $0))" }
          ?? (isQuestion ? "mend what it names, or try again later" : "try again later"))
    case .blocked(let site, let status, let url):
      return
        "\(site) refuses programs (status \(status), \(url)): save the page from a browser and read it with --replay FILE"
    }
  }

  /// A duration for people: seconds, or minutes rounded up if more than 120 seconds.
  private static func text(seconds: Int) -> String {
    if seconds > 86_400 { return "more than a day" }
    return seconds <= 120 ? "\(seconds) s" : "\(seconds / 60 + (seconds % 60 == 0 ? 0 : 1)) min"
  }
}

extension SiteNote: CustomStringConvertible {
  /// One full sentence.
  public var description: String {
    switch self {
    case .noCurrent(let site, let field, let value, let reason, let url):
      "\(site) gives \(field) as \(value), which cannot be: \(reason) (\(url)); the current conditions are left out"
    case .outdated(let site, let observed, let age):
      "the observation of \(site) of \(observed) \(age.map { "is \(Age(seconds: $0)) old" } ?? "lies in the future"): it is "
        + "left out, as it is not the weather now"
    case .pastHours(let site): "all hours that \(site) gives here are past"
    case .fewerDays(let site, let count, let wanted): "\(site) has \(count) of the \(wanted) days asked for"
    case .noDays(let site, let days): "\(site) has no forecast for \(days)"
    }
  }
}

extension DefinitionError: CustomStringConvertible {
  /// One full sentence.
  public var description: String {
    let place = position.map { "\(file): line \($0.line), column \($0.column): " } ?? "\(file): "
    func meant(_ nearest: String?) -> String { nearest.map { "; did you mean \($0)?" } ?? "" }
    let key = key.isEmpty ? "the file" : key
    let text =
      switch fault {
      case .unknownKey(let nearest): "\(key) is not a key of the format" + meant(nearest)
      case .missingKey: "\(key) is missing"
      case .repeatedKey: "\(key) is given twice"
      case .badValue(let value, let expected): "\(key) is '\(value)'; expected \(expected)"
      case .unknownName(let name, let nearest): "\(key) names '\(name)', which does not exist" + meant(nearest)
      case .badXPath(let path, let reason): "\(key): '\(path)' is not an XPath (\(reason))"
      case .badJSONPath(let path, let reason): "\(key): '\(path)' is not a JSONPath (\(reason))"
      case .badPattern(let pattern, let reason):
        "\(key): '\(pattern)' is not a POSIX extended regular expression (\(reason))"
      case .exampleDoesNotMatch(let example): "\(key): the example '\(example)' does not match the pattern"
      case .badAddress(let address):
        "\(key): '\(address)' is not an address (https://host/path, with every brace closed, as in {area} or {utc:yyyyMMdd})"
      case .foreignHost(let host): "\(key): \(host) is not one of the site's hosts; add it to hosts"
      case .localAddress(let host):
        "\(key): \(host) is this machine or its own network, which a site file may not ask; use --base-url for a test server"
      case .pageLoop(let name):
        "\(key): {\(name)} is known only after this page, which needs it; take it from another page"
      case .tooManyPages(let count, let limit):
        "\(key): a question would ask \(count) pages; at most \(limit) may be needed"
      case .circularExtension(let name): "\(key): \(name) leads back to this file; extend a built-in parser"
      case .brokenBase(let name):
        "\(key): the file of \(name) has mistakes itself; see 'weatherterm parsers \(name)'"
      case .unknownPlaceholder(let name, let nearest):
        "\(key): {\(name)} is neither a part of the area nor taken from a page" + meant(nearest)
      case .unreadable(let reason): "the file cannot be read: \(reason)"
      }
    return place + text
  }
}
