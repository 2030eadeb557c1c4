internal import Basics
public import Weather

/// Facts about a parser's site, used for `--help`, `weatherterm parsers` and the README's table.
public struct SiteFacts: Hashable, Sendable {
  /// The site's own name (`The Weather Channel`).
  public var title: String
  /// The home page.
  public var homePage: String
  /// The hosts of its pages, without port; `--base-url` replaces these.
  public var hosts: [String]
  /// The accepted area forms, the most usual first.
  public var areaForms: [AreaForm]
  /// Where to find an area's code, in one sentence.
  public var areaHelp: String
  /// The covered region in a few words.
  public var coverage: String
  /// The covered countries (ISO 3166-1 alpha-2); nil for the whole world.
  public var countries: Set<String>?
  /// Bounding boxes of `coverage`, so that coordinates outside are refused without a request; nil for the world.
  public var territory: Territory?
  /// The attribution that its terms require.
  public var attribution: String
  /// Its terms of use in one sentence.
  public var terms: String
  /// Spacing of its grid, or of its listed places, in kilometres: the answer's coordinates may be that far from the
  /// requested ones. Nil if answers have no coordinates.
  public var gridKilometers: Double?
  /// Forecast days, including today.
  public var days: Int
  /// True if its terms require a contact address (`http.contact`).
  public var needsContact: Bool
  /// True if the parser needs the gazetteer: for the place's time zone, or to find the nearest of the site's own
  /// places.
  public var needsTowns: Bool
  /// True if daily rows are computed from hourly ones. The hours of each answer are then cached, to complete days that
  /// have already begun.
  public var makesDaysOfHours: Bool
  /// Minimum time between two requests, from its terms, its `robots.txt`, or our choice for pages meant for people; the
  /// configuration's `pause` has precedence.
  public var pause: Duration
  /// Lifetime of responses without explicit freshness information.
  public var lifetime: AnswerLifetime
  /// Other names for `-p`.
  public var aliases: [String]
  /// Language of its texts (`en`); nil if not stated.
  public var language: String?

  /// Creates the facts of a site.
  public init(
    title: String, homePage: String, hosts: [String], areaForms: [AreaForm], areaHelp: String, coverage: String,
    countries: Set<String>? = nil, territory: Territory? = nil, attribution: String, terms: String,
    gridKilometers: Double? = nil, days: Int,
    needsContact: Bool = false, needsTowns: Bool = false, makesDaysOfHours: Bool = false, pause: Duration = .zero,
    lifetime: AnswerLifetime = AnswerLifetime(), aliases: [String] = [], language: String? = nil
  ) {
    self.title = title
    self.homePage = homePage
    self.hosts = hosts
    self.areaForms = areaForms
    self.areaHelp = areaHelp
    self.coverage = coverage
    self.countries = countries
    self.territory = territory
    self.attribution = attribution
    self.terms = terms
    self.gridKilometers = gridKilometers
    self.days = days
    self.needsContact = needsContact
    self.needsTowns = needsTowns
    self.makesDaysOfHours = makesDaysOfHours
    self.pause = pause
    self.lifetime = lifetime
    self.aliases = aliases
    self.language = language
  }

  /// Placeholder facts of a site of which only the name is known.
  init(unknown title: String) {
    self.init(
      title: title, homePage: "", hosts: [], areaForms: [], areaHelp: "", coverage: "", attribution: "", terms: "",
      days: 1)
  }

  /// True if an address found in an answer may be requested: https on one of the site's own hosts, without user, port
  /// or `..` segments. This keeps a hostile answer from sending requests elsewhere.
  public func isOwnAddress(_ url: String) -> Bool {
    guard url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), let address = Address(url), address.scheme == "https",
      address.port == nil, !address.hasUser, hosts.contains(where: { $0.lowercased() == address.hostName })
    else { return false }
    return !address.rawPath.contains("\\")
      && !address.rawPath.split(separator: "/").contains { $0 == ".." || $0.lowercased().contains("%2e") }
  }
}

/// Lifetime of a site's responses without explicit freshness information.
public struct AnswerLifetime: Hashable, Sendable {
  /// For current conditions and hourly rows.
  public var current: Duration
  /// For daily rows.
  public var days: Duration

  /// Creates a lifetime; the defaults are 5 and 30 minutes.
  public init(current: Duration = .seconds(300), days: Duration = .seconds(1800)) {
    self.current = current
    self.days = days
  }

  /// The lifetime for a question: the shortest of its parts.
  public func of(_ question: Question) -> Duration {
    question.parts.isDisjoint(with: [.current, .hours]) ? days : min(current, days)
  }
}
