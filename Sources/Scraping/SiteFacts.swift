internal import Basics
public import Weather

/// What a parser states about its site; `--help`, `weatherterm parsers` and the README's table are made from it.
public struct SiteFacts: Hashable, Sendable {
  /// The site's own name (`The Weather Channel`).
  public var title: String
  /// Its home page.
  public var homePage: String
  /// The hosts that its pages come from, without port; `--base-url` stands in for these.
  public var hosts: [String]
  /// The forms that an area may have, the most usual first.
  public var areaForms: [AreaForm]
  /// Where a user finds out the area's code, in one sentence.
  public var areaHelp: String
  /// Where in the world it forecasts for, in a few words.
  public var coverage: String
  /// The codes of the countries that it forecasts for (ISO 3166-1 alpha-2); nil where that is the whole world.
  public var countries: Set<String>?
  /// What `coverage` means on the map, so that coordinates outside are refused before the site is asked; nil for the world.
  public var territory: Territory?
  /// What its terms ask to be said with its data.
  public var attribution: String
  /// What its terms allow, in one sentence.
  public var terms: String
  /// The spacing of its grid in kilometres, or of its places where it has a list of them: an answer for the cell or the
  /// place nearest to a point may name a point that far away. nil where answers name none.
  public var gridKilometers: Double?
  /// How many days ahead it forecasts, today included.
  public var days: Int
  /// Whether its terms ask every program for a way to reach the one who runs it (`http.contact`).
  public var needsContact: Bool
  /// Whether its answers leave something out that the gazetteer knows: the place's time zone, or which of the site's own
  /// places is near.
  public var needsTowns: Bool
  /// Whether its answers hold hours and no days. A day that is under way is then made whole with the hours of earlier answers:
  /// those of every answer are kept for it.
  public var makesDaysOfHours: Bool
  /// How long it wants to be left alone between two requests, as its terms or its `robots.txt` have it, or as is fit
  /// for pages that are meant for people; the configuration's `pause` counts before it.
  public var pause: Duration
  /// How long its answers hold where they do not say so themselves.
  public var lifetime: AnswerLifetime
  /// Other words behind `-p`.
  public var aliases: [String]
  /// The language of its words (`en`); nil where it is not said.
  public var language: String?

  /// The facts about a site.
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

  /// The facts of a site of which nothing but the name is known.
  init(unknown title: String) {
    self.init(
      title: title, homePage: "", hosts: [], areaForms: [], areaHelp: "", coverage: "", attribution: "", terms: "",
      days: 1)
  }

  /// Whether an address that an answer names may be asked for: one of the site's own hosts over https, on one line, without
  /// user, port or a step out of its folder. Whatever stands in an answer, nobody else is asked.
  public func isOwnAddress(_ url: String) -> Bool {
    guard url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), let address = Address(url), address.scheme == "https",
      address.port == nil, !address.hasUser, hosts.contains(where: { $0.lowercased() == address.hostName })
    else { return false }
    return !address.rawPath.contains("\\")
      && !address.rawPath.split(separator: "/").contains { $0 == ".." || $0.lowercased().contains("%2e") }
  }
}

/// How long a site's answers hold where it says nothing of it itself.
public struct AnswerLifetime: Hashable, Sendable {
  /// For the weather now and by the hour.
  public var current: Duration
  /// For rows of days.
  public var days: Duration

  /// Five minutes, and half an hour, unless a site's terms or habits ask for something else.
  public init(current: Duration = .seconds(300), days: Duration = .seconds(1800)) {
    self.current = current
    self.days = days
  }

  /// That of an answer to a question: the shortest of its parts.
  public func of(_ question: Question) -> Duration {
    question.parts.isDisjoint(with: [.current, .hours]) ? days : min(current, days)
  }
}
