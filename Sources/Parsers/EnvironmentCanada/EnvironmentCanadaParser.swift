internal import Markup
internal import Scraping
internal import Weather

/// Environment and Climate Change Canada's city pages as XML, from its open data server.
///
/// A site's newest file is the last one with its code in the current hour's listing; just after the hour it is still in
/// the previous one, and just after midnight UTC under the previous date.
struct EnvironmentCanadaParser: ExtensibleParser {
  /// The facts, and the selectors for a site's file.
  static let report = SiteFileParser(
    name: "EnvironmentCanada", file: "Sources/Parsers/EnvironmentCanada/EnvironmentCanadaReport.yaml",
    text: textEnvironmentCanadaReport)

  /// The parser for a file that extends this one.
  private var extended: DefinedParser?

  var siteFile: SiteFileParser { Self.report }

  func reading(by definition: SiteDefinition) -> any ForecastParser {
    EnvironmentCanadaParser(extended: DefinedParser(definition))
  }

  var facts: SiteFacts { extended?.facts ?? Self.report.facts }

  func forecast(for query: ForecastQuery, load: PageLoader) async throws -> Forecast {
    let area = try await siteCode(for: query, load)
    let url = try await newestFile(of: area, query, load)
    var question = query
    question.area = "\(area.province)/\(area.site)"
    let parser = try extended ?? Self.report.defined()
    return try await parser.forecast(for: question) { _ in try await load(PageRequest(url)) }
  }

  /// The province and site code of an area: as typed, else the nearest one in the site list.
  private func siteCode(for query: ForecastQuery, _ load: PageLoader) async throws -> (province: String, site: String) {
    guard let point = query.coordinates else {
      let parts = query.area.split(separator: "/")
      guard parts.count == 2 else {
        throw ScrapingError.unknownArea(site: facts.title, area: query.area, url: EnvironmentCanadaSites.url)
      }
      return (parts[0].uppercased(), parts[1].lowercased())
    }
    let page = try await load(PageRequest(EnvironmentCanadaSites.url)).checked(site: facts.title, area: nil)
    guard let sites = EnvironmentCanadaSites(page.body) else {
      throw ScrapingError.unreadable(site: facts.title, url: page.url, reason: "it is no list of sites")
    }
    guard let nearest = sites.nearest(to: point, within: 100) else {
      throw ScrapingError.outsideCoverage(
        site: facts.title, area: query.area, coverage: "\(facts.coverage), within 100 km of a site")
    }
    return nearest
  }

  /// The address of a site's newest file.
  ///
  /// - Throws: ``ScrapingError/unknownArea(site:area:url:)`` if the folders have files, but none of this site;
  ///   ``ScrapingError/unavailable(site:area:reason:url:)`` if a province has no files at all at the moment.
  private func newestFile(
    of area: (province: String, site: String), _ query: ForecastQuery, _ load: PageLoader
  ) async throws -> String {
    let site = facts.title
    let folders = EnvironmentCanadaFolders.folders(of: area.province, at: query.now)
    var hasOtherSites = false
    /// The site's file in a folder; nil if there is none.
    func file(in folder: String) async throws -> String? {
      let page = try await load(PageRequest(folder))
      switch try EnvironmentCanadaListing(page, of: area.site, site: site) {
      case .file(let name):
        guard facts.isOwnAddress(folder + name) else {
          throw ScrapingError.unreadable(site: site, url: page.url, reason: "it names a file that cannot be one")
        }
        return folder + name
      case .otherSites:
        hasOtherSites = true
        return nil
      case .nothing: return nil
      }
    }
    for folder in folders {
      if let url = try await file(in: folder.url) { return url }
    }
    // The server's clock and ours may be on different sides of midnight. Errors at the alternative addresses are
    // ignored: the results so far count.
    if !hasOtherSites {
      for folder in folders {
        try Task.checkCancellation()
        if let found = try? await file(in: folder.otherURL) { return found }
      }
    }
    let last = folders.last?.url ?? facts.homePage
    if !hasOtherSites, EnvironmentCanadaFolders.isKnown(area.province) {
      throw ScrapingError.unavailable(
        site: site, area: query.area, reason: "it has published nothing for \(area.province) in the last hours",
        url: last)
    }
    throw ScrapingError.unknownArea(site: site, area: query.area, url: last)
  }
}
