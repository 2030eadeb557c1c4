internal import Markup
internal import Scraping

/// What the listing of a folder says of a site.
enum EnvironmentCanadaListing {
  /// The name of the site's newest file, the last of the list.
  case file(String)
  /// It lists files, but none of the site's.
  case otherSites
  /// It lists no file, or is not there.
  case nothing

  /// Reads a listing.
  ///
  /// - Throws: ``ScrapingError/unknownLayout(site:tried:url:)`` for a page that is no listing.
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
