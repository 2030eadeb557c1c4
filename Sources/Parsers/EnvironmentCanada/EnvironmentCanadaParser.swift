internal import Markup
internal import Scraping
internal import Weather

/// Environment and Climate Change Canada's pages of cities as XML, from the open data server.
///
/// A site's newest file is the last of its name in the listing of the hour; just after the hour it is still in the one
/// before.
struct EnvironmentCanadaParser: ForecastParser {
  static let facts = SiteFacts(
    title: "Environment and Climate Change Canada",
    homePage: "https://weather.gc.ca",
    hosts: ["dd.weather.gc.ca"],
    areaForms: [
      AreaForm("province and site", pattern: "[A-Za-z]{2}/[sS][0-9]{7}", example: "ON/s0000458"),
      .coordinates(like: "43.65,-79.38"),
    ],
    areaHelp: "The list of sites is \(EnvironmentCanadaSites.url); for coordinates the nearest site is taken.",
    coverage: "Canada",
    countries: ["CA"],
    territory: Territory([Territory.Box(40...85, -143...(-50))]),
    attribution: "Data Source: Environment and Climate Change Canada",
    terms: "Free use under the Environment and Climate Change Canada Data Servers End-use Licence, with attribution.",
    days: 7)

  func forecast(for query: ForecastQuery, load: PageLoader) async throws -> Forecast {
    let site = Self.facts.title
    let area = try await siteCode(for: query, load)
    let url = try await newestFile(of: area, query, load)
    let page = try await load(PageRequest(url)).checked(site: site, area: nil)
    return try EnvironmentCanadaReport(page, site: site, timeZone: query.timeZone).forecast(for: query.kind)
  }

  /// The province and site of an area: what was typed, else the nearest of the list.
  private func siteCode(for query: ForecastQuery, _ load: PageLoader) async throws -> (province: String, site: String) {
    guard let point = query.coordinates else {
      let parts = query.area.split(separator: "/")
      guard parts.count == 2 else {
        throw ScrapingError.unknownArea(site: Self.facts.title, area: query.area, url: EnvironmentCanadaSites.url)
      }
      return (parts[0].uppercased(), parts[1].lowercased())
    }
    let page = try await load(PageRequest(EnvironmentCanadaSites.url)).checked(site: Self.facts.title, area: nil)
    guard let sites = EnvironmentCanadaSites(page.body) else {
      throw ScrapingError.unreadable(site: Self.facts.title, url: page.url, reason: "it is no list of sites")
    }
    guard let nearest = sites.nearest(to: point, within: 100) else {
      throw ScrapingError.outsideCoverage(
        site: Self.facts.title, area: query.area, coverage: "\(Self.facts.coverage), within 100 km of a site")
    }
    return nearest
  }

  /// The address of a site's newest file.
  private func newestFile(
    of area: (province: String, site: String), _ query: ForecastQuery, _ load: PageLoader
  ) async throws -> String {
    let site = Self.facts.title
    let ending = "_MSC_CitypageWeather_\(area.site)_en.xml"
    var last = ""
    for hoursBack in 0...2 {
      let then = LocalTime(secondsSince1970: query.now.secondsSince1970 - hoursBack * 3600, offset: 0)
      let hour = then.clock.hour < 10 ? "0\(then.clock.hour)" : "\(then.clock.hour)"
      last = "https://dd.weather.gc.ca/today/citypage_weather/\(area.province)/\(hour)/"
      let page = try await load(PageRequest(last))
      if page.status == 404 { continue }
      let listing = try page.checked(site: site, area: nil).html(site: site)
      let links = ((try? listing.nodes("//a/@href")) ?? []).map(\.text)
      if let name = links.last(where: { $0.hasSuffix(ending) })?.split(separator: "/").last {
        let url = last + name
        guard Self.facts.leadsOn(to: url) else {
          throw ScrapingError.unreadable(site: site, url: page.url, reason: "it names a file that cannot be one")
        }
        return url
      }
      let title = (try? listing.string("//title")) ?? ""
      guard title.hasPrefix("Index of") || links.contains(where: { $0.contains("_MSC_CitypageWeather_") }) else {
        throw ScrapingError.unknownLayout(site: site, tried: ["directory listing"], url: page.url)
      }
    }
    throw ScrapingError.unknownArea(site: site, area: query.area, url: last)
  }
}
