internal import Markup
internal import Scraping

/// What a folder listing contains for a site.
enum EnvironmentCanadaListing {
  /// The site's newest file, which is the last one.
  case file(String)
  /// Files of other sites only.
  case otherSites
  /// No files, or no such folder.
  case nothing

  /// Parses a listing.
  ///
  /// - Throws: ``ScrapingError/unknownLayout(site:tried:url:)`` if the page is not a listing.
  init(_ page: Page, of code: String, site: String) throws(ScrapingError) {
    if page.status == 404 {
      self = .nothing
      return
    }
    let listing = try page.checked(site: site, area: nil).html(site: site)
    let (links, title): ([String], String?)
    do throws(MarkupError) {
      links = try listing.nodes("//a/@href").map(\.text)
      title = try listing.string("//title")
    } catch {
      throw .unreadable(site: site, url: page.url, reason: error.description)
    }
    let mark = "_MSC_CitypageWeather_"
    if let name = links.last(where: { $0.hasSuffix("\(mark)\(code)_en.xml") })?.split(separator: "/").last {
      self = .file(String(name))
      return
    }
    if links.contains(where: { $0.contains(mark) }) {
      self = .otherSites
      return
    }
    guard (title ?? "").hasPrefix("Index of") else {
      throw .unknownLayout(site: site, tried: ["directory listing"], url: page.url)
    }
    self = .nothing
  }
}
