internal import Basics
internal import Markup
internal import Weather

/// The pages that were asked for in answer to one question, and what their addresses are made of.
struct PageSet {
  let site: CompiledSite
  let query: ForecastQuery
  /// The parts of the area, for addresses and as variables of expressions.
  private(set) var variables: [String: String] = ["area": ""]
  /// What pages gave for other pages' addresses.
  private var taken: [String: String] = [:]
  private(set) var contents: [String: PageContent] = [:]
  private var failed: Set<String> = []
  /// What the user should know of the pages.
  private(set) var notes: [String] = []

  private var facts: SiteFacts { site.definition.facts }

  /// No pages yet.
  ///
  /// - Throws: ``ScrapingError/unknownArea(site:area:url:)`` where the area has none of the forms.
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

  /// Whether a town's area would have led to the same pages.
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

  /// Asks for a page, after those that its address depends on, unless it was asked for before.
  mutating func fetch(_ name: String, _ load: PageLoader) async throws {
    guard contents[name] == nil, !failed.contains(name), let page = site.pages.first(where: { $0.name == name }) else {
      return
    }
    do {
      try await fetch(page, load)
    } catch {
      guard page.isOptional, error is ScrapingError else { throw error }
      failed.insert(name)
    }
  }

  private mutating func fetch(_ page: CompiledPage, _ load: PageLoader) async throws {
    for (index, template) in page.addresses.enumerated() {
      let isLast = index == page.addresses.count - 1
      for (name, _) in template.variables where variables[name] == nil && taken[name] == nil {
        for other in site.pages where other.take[name] != nil && other.name != page.name {
          try await fetch(other.name, load)
        }
      }
      let answer = try await load(PageRequest(try address(template), headers: page.headers))
      if !isLast, answer.status == 404 || answer.status == 410 { continue }
      let content = try read(answer, as: page)
      let found = try take(page, content)
      if !isLast, found.values.contains(nil) { continue }
      taken.merge(found.compactMapValues { $0 }) { _, new in new }
      contents[page.name] = content
      return
    }
  }

  private func take(_ page: CompiledPage, _ content: PageContent) throws(ScrapingError) -> [String: String?] {
    guard !page.take.isEmpty else { return [:] }
    let section = CompiledSection(kind: .place, layout: "", page: page.name)
    let finder = ValueFinder(section, content, zone: nil, now: content.page.fetched)
    var found: [String: String?] = [:]
    do throws(MarkupError) {
      for (name, ladder) in page.take { found[name] = .some(try finder.text(ladder)) }
    } catch {
      throw unreadable(content.page, error)
    }
    return found
  }

  func address(_ template: AddressTemplate) throws(ScrapingError) -> String {
    let unknown = ScrapingError.unknownArea(site: facts.title, area: query.area, url: facts.homePage)
    for (name, table) in template.variables {
      guard let value = value(name) else { throw unknown }
      if let table, site.definition.value(value, in: table) == nil { throw outside }
    }
    guard let url = template.address(at: query.now, value, site.definition.value) else { throw unknown }
    // What an answer leads to is asked for on the site's own hosts alone, whatever stands in it.
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

  /// The content of an answer where it is one; what stands in place of a forecast becomes an error.
  private mutating func read(_ page: Page, as source: CompiledPage) throws(ScrapingError) -> PageContent {
    let reading = Result { () throws(ScrapingError) in try PageContent(page, as: source, site: facts.title) }
    let content = PageContent(inPlaceOfData: page, as: source, site: facts.title) ?? (try? reading.get())
    content?.setVariables(variables)
    for refusal in site.refusals {
      if let status = refusal.source.status, status != page.status { continue }
      var reason = refusal.source.reason
      if let pattern = refusal.address {
        guard let match = pattern.value(in: page.url) else { continue }
        reason = reason?.replacing("{match}", with: match)
      }
      do throws(MarkupError) {
        if let path = refusal.has {
          guard let content, content.speaks(path), try content.holds(path) else { continue }
        }
        if let content, !refusal.says.isEmpty {
          let section = CompiledSection(kind: .place, layout: "", page: source.name)
          reason = try ValueFinder(section, content, zone: nil, now: page.fetched).text(refusal.says) ?? reason
        }
      } catch {
        throw unreadable(page, error)
      }
      try refuse(refusal.source, page, reason)
    }
    _ = try page.checked(site: facts.title, area: query.area)
    return try reading.get()
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
    case .unknownLayout: throw ScrapingError.unknownLayout(site: site, tried: [refusal.has ?? ""], url: url)
    case .otherPlace:
      throw ScrapingError.otherPlace(site: site, asked: query.area, answered: reason ?? "", url: url)
    case .deprecated:
      notes.append("\(site) will switch this version of its forecast off; look for a newer weatherterm")
    }
  }
}

extension PageContent {
  /// Whether an expression is of the kind that the page can be asked in.
  func speaks(_ path: ValuePath) -> Bool {
    switch path {
    case .xpath: document != nil
    case .json: json != nil
    }
  }
}
