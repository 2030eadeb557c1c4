internal import Basics
internal import Markup
internal import Weather

/// The pages fetched for one question, and the variables of their addresses.
struct PageSet {
  let site: CompiledSite
  let query: ForecastQuery
  /// The parts of the area, used in addresses and as XPath variables.
  private(set) var variables: [String: String] = ["area": ""]
  /// Values taken from pages for other pages' addresses.
  private var taken: [String: String] = [:]
  /// All values taken, in order, for pages that try several.
  private var candidates: [String: [String]] = [:]
  private(set) var contents: [String: PageContent] = [:]
  private var failed: Set<String> = []
  /// Pages being fetched: guards against cycles, since a page cannot provide a value for its own address.
  private var pending: Set<String> = []
  /// Notes for the user about the pages.
  private(set) var notes: [String] = []

  private var facts: SiteFacts { site.definition.facts }

  /// Matches the area against the site's forms; no page is fetched yet.
  ///
  /// - Throws: ``ScrapingError/unknownArea(site:area:url:)`` if the area matches none of them.
  init(_ site: CompiledSite, _ query: ForecastQuery) throws(ScrapingError) {
    self.site = site
    self.query = query
    for form in site.definition.facts.areaForms {
      guard let groups = form.groups(in: query.area) else { continue }
      variables["area"] = query.area
      for (name, text) in zip(form.parts, groups) { variables[name] = text }
      if let point = query.coordinates {
        variables["area"] = point.text
        variables["latitude"] = Coordinates.text(point.latitude)
        variables["longitude"] = Coordinates.text(point.longitude)
      }
      return
    }
    throw .unknownArea(site: facts.title, area: query.area, url: facts.homePage)
  }

  /// True if a town's area leads to the same addresses.
  func isOnSamePages(_ town: Town) -> Bool {
    guard let form = facts.areaForms.first(where: { $0.town != nil && $0.matches(query.area) }),
      facts.countries?.contains(town.countryCode) ?? true,
      let area = form.town.flatMap({ AddressTemplate($0)?.text(of: town, site.definition.value) }),
      let groups = form.groups(in: area)
    else { return false }
    var other = self
    for (name, text) in zip(form.parts, groups) { other.variables[name] = text }
    do throws(ScrapingError) {
      for template in site.pages.flatMap(\.addresses) where try address(template) != other.address(template) {
        return false
      }
      return true
    } catch {
      return false
    }
  }

  // MARK: - Asking

  /// Fetches a page, after those that its address depends on, unless it was fetched before.
  mutating func fetch(_ name: String, _ load: PageLoader) async throws {
    guard contents[name] == nil, !failed.contains(name), !pending.contains(name),
      let page = site.pages.first(where: { $0.name == name })
    else { return }
    pending.insert(name)
    defer { pending.remove(name) }
    do {
      if let tries = page.tries {
        if try await !fetch(page, load, tries: tries) { failed.insert(name) }
      } else {
        try await fetch(page, load)
      }
    } catch {
      guard page.isOptional, error is ScrapingError else { throw error }
      failed.insert(name)
    }
  }

  /// Fetches the pages that an address depends on.
  private mutating func fetchWhatGives(_ template: AddressTemplate, of page: CompiledPage, _ load: PageLoader)
    async throws
  {
    for (name, _) in template.variables where variables[name] == nil && taken[name] == nil {
      for other in site.pages where other.take[name] != nil && other.name != page.name {
        try await fetch(other.name, load)
      }
    }
  }

  /// Tries the values that another page gave for the address until one leads to a current temperature; otherwise the
  /// first that leads to any current conditions is kept. Errors only skip that value, because the forecast itself is
  /// what was asked for.
  ///
  /// - Returns: false if none gives current conditions; a note says so.
  private mutating func fetch(_ page: CompiledPage, _ load: PageLoader, tries: Int) async throws -> Bool {
    do { for template in page.addresses { try await fetchWhatGives(template, of: page, load) } } catch {
      try Task.checkCancellation()
    }
    let names = page.addresses.flatMap(\.variables).map(\.name).filter { candidates[$0] != nil }
    for name in names.prefix(1) {
      let isWhole = page.addresses.contains { $0.origin == nil }
      for value in (candidates[name] ?? []).filter({ !isWhole || facts.isOwnAddress($0) }).prefix(tries) {
        taken[name] = value
        let (before, notes) = (contents[page.name], notes)
        do {
          try await fetch(page, load)
          let values = try contents[page.name].flatMap { try moment(on: $0, named: page.name) }
          if values?.fields[.temperature] != nil { return true }
          if before != nil || values?.saysAnything != true { (contents[page.name], self.notes) = (before, notes) }
        } catch {
          try Task.checkCancellation()
          (contents[page.name], self.notes) = (before, notes)
        }
      }
    }
    if contents[page.name] == nil { notes.append("\(facts.title) has no current observation of a station nearby") }
    return contents[page.name] != nil
  }

  private func moment(on content: PageContent, named name: String) throws(MarkupError) -> FoundValues? {
    for section in site.sections[.current] ?? [] where section.page == name {
      return try ValueFinder(section, content, zone: nil, now: content.page.fetched).moment()
    }
    return nil
  }

  private mutating func fetch(_ page: CompiledPage, _ load: PageLoader) async throws {
    for (index, template) in page.addresses.enumerated() {
      let isLast = index == page.addresses.count - 1
      try await fetchWhatGives(template, of: page, load)
      let answer = try await load(PageRequest(try address(template), headers: page.headers))
      if !isLast, answer.status == 404 || answer.status == 410 { continue }
      let content = try read(answer, as: page)
      let found = try take(page, content)
      if !isLast, found.values.contains([]) { continue }
      for (name, values) in found {
        guard let first = values.first else { continue }
        // A value that is part of the address must come back unchanged, or the answer is about another place.
        if let asked = taken[name], !Self.isSame(asked, first) {
          throw ScrapingError.otherPlace(site: facts.title, asked: asked, answered: first, url: answer.url)
        }
        taken[name] = taken[name] ?? first
        candidates[name] = candidates[name] ?? values
      }
      contents[page.name] = content
      return
    }
  }

  /// Compares two values case-insensitively; of addresses only the last path component.
  private static func isSame(_ one: String, _ other: String) -> Bool {
    let (last, otherLast) = (one.split(separator: "/").last, other.split(separator: "/").last)
    return last?.lowercased() == otherLast?.lowercased()
  }

  private func take(_ page: CompiledPage, _ content: PageContent) throws(ScrapingError) -> [String: [String]] {
    guard !page.take.isEmpty else { return [:] }
    let section = CompiledSection(kind: .place, layout: "", page: page.name)
    let finder = ValueFinder(section, content, zone: nil, now: content.page.fetched)
    var found: [String: [String]] = [:]
    do throws(MarkupError) {
      for (name, ladder) in page.take {
        found[name] = []
        for selector in ladder where found[name] == [] { found[name] = try finder.texts(selector) }
      }
    } catch {
      throw unreadable(content.page, error)
    }
    return found
  }

  func address(_ template: AddressTemplate) throws(ScrapingError) -> String {
    let unknown = ScrapingError.unknownArea(site: facts.title, area: query.area, url: facts.homePage)
    for (name, table) in template.variables {
      guard let value = value(name) else {
        guard let page = site.pages.first(where: { $0.take[name] != nil }) else { throw unknown }
        throw .missingField(
          site: facts.title, field: "address of its \(name)", tried: page.take[name]?.map(\.text) ?? [],
          url: contents[page.name]?.page.url ?? facts.homePage)
      }
      if let table, site.definition.value(value, in: table) == nil { throw outside }
    }
    guard let url = template.address(at: query.now, value, site.definition.value) else { throw unknown }
    // An address taken from an answer may only lead to the site's own hosts.
    let path = url.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false).last ?? ""
    let isOwn = template.origin == nil ? facts.isOwnAddress(url) : !path.split(separator: "/").contains("..")
    guard isOwn else {
      throw ScrapingError.unreadable(
        site: facts.title, url: url, reason: "it leads to an address that is none of the site's")
    }
    return url
  }

  private func value(_ name: String) -> String? {
    guard name == "days" else { return variables[name] ?? taken[name] }
    guard query.question.parts.contains(.days) else { return "3" }
    switch query.question.days {
    case .today: return "1"
    case .next(let count): return String(count)
    // The next weekend ends at most thirteen days ahead.
    case .weekend: return "14"
    }
  }

  // MARK: - Refusals

  private var outside: ScrapingError {
    .outsideCoverage(site: facts.title, area: query.area, coverage: facts.coverage)
  }

  private func unreadable(_ page: Page, _ error: MarkupError) -> ScrapingError {
    .unreadable(site: facts.title, url: page.url, reason: error.description)
  }

  /// Parses an answer; throws if it is not a forecast.
  private mutating func read(_ page: Page, as source: CompiledPage) throws(ScrapingError) -> PageContent {
    let reading = Result { () throws(ScrapingError) in try PageContent(page, as: source, site: facts.title) }
    let content = PageContent(inPlaceOfData: page, as: source, site: facts.title) ?? (try? reading.get())
    try check(page, content)
    return try reading.get()
  }

  /// Throws for an HTTP error and for an answer that a refusal rule recognizes.
  mutating func check(_ page: Page, _ content: PageContent?) throws(ScrapingError) {
    content?.setVariables(variables)
    let problem = ProblemDocument(page, content?.json)
    for refusal in site.refusals {
      if let status = refusal.source.status, status != problem?.status ?? page.status { continue }
      var reason = refusal.source.reason ?? problem?.reason
      if let pattern = refusal.address {
        guard let match = pattern.value(in: page.url) else { continue }
        reason = reason?.replacing("{match}", with: match)
      }
      do throws(MarkupError) {
        let section = CompiledSection(kind: .place, layout: "", page: nil)
        let finder = content.map { ValueFinder(section, $0, zone: nil, now: page.fetched) }
        if !refusal.has.isEmpty {
          guard let finder, try finder.holds(any: refusal.has) else { continue }
        }
        reason = try finder?.text(refusal.says) ?? reason
      } catch {
        throw unreadable(page, error)
      }
      try refuse(refusal.source, page, reason)
    }
    if let problem {
      throw .refused(
        site: facts.title, status: problem.status, reason: problem.reason, url: page.url, wait: page.retryAfter)
    }
    _ = try page.checked(site: facts.title, area: query.area)
  }

  private mutating func refuse(
    _ refusal: SiteDefinition.Refusal, _ page: Page, _ reason: String?
  ) throws(ScrapingError) {
    let (site, url) = (facts.title, page.url)
    switch refusal.means {
    case .blocked: throw ScrapingError.blocked(site: site, status: page.status, url: url)
    case .unknownArea: throw ScrapingError.unknownArea(site: site, area: query.area, url: url)
    case .outside:
      throw ScrapingError.outsideCoverage(site: site, area: query.area, coverage: facts.coverage, reason: reason)
    case .login: throw ScrapingError.interstitial(site: site, page: "a login page", url: url)
    case .consent: throw ScrapingError.interstitial(site: site, page: "a consent page", url: url)
    case .rejected, .busy:
      throw ScrapingError.refused(site: site, status: page.status, reason: reason, url: url, wait: page.retryAfter)
    case .nothing:
      throw ScrapingError.unavailable(
        site: site, area: query.area, reason: reason ?? "its answer is empty", url: url)
    case .unknownLayout:
      throw ScrapingError.unknownLayout(site: site, tried: reason.map { [$0] } ?? refusal.has.map(\.at), url: url)
    case .otherPlace:
      throw ScrapingError.otherPlace(site: site, asked: query.area, answered: reason ?? "", url: url)
    case .deprecated:
      notes.append("\(site) will switch this version of its forecast off; look for a newer weatherterm")
    }
  }
}

extension PageContent {
  /// True if the page can be queried in the expression's language.
  func speaks(_ path: ValuePath) -> Bool {
    switch path {
    case .xpath: document != nil
    case .json: json != nil
    case .constant: true
    }
  }
}
