internal import Markup
internal import Scraping

/// Tells the pages that the site shows in place of a forecast apart.
enum WeatherComRefusal {
  /// Refuses what the status or the title says is no forecast.
  static func check(_ page: Page, area: String, site: String) throws(ScrapingError) {
    if page.status == 403 { throw .blocked(site: site, status: 403, url: page.url) }
    _ = try page.checked(site: site, area: area)
    if page.body.isEmpty {
      throw .unreadable(site: site, url: page.url, reason: "it is empty")
    }
  }

  /// What a page is that fits no layout; asked only then, because a forecast page may hold a login box, too.
  static func reason(
    _ document: Document, _ page: Page, area: String, site: String, tried: [String]
  ) throws(MarkupError) -> ScrapingError {
    let title = (try document.first("//title")?.text ?? "").lowercased()
    if title.contains("access denied") { return .blocked(site: site, status: page.status, url: page.url) }
    if title.contains("404") || title.contains("not found") {
      return .unknownArea(site: site, area: area, url: page.url)
    }
    if try document.exists("//input[@type='password']") || title.contains("log in") || title.contains("sign in") {
      return .interstitial(site: site, page: "a login page", url: page.url)
    }
    if try document.exists(
      "//form[contains(@action,'consent')]|//iframe[contains(@src,'consent') or contains(@id,'sp_message')]")
      || ["consent", "privacy", "before you continue", "cookie"].contains(where: title.contains)
    {
      return .interstitial(site: site, page: "a consent page", url: page.url)
    }
    return .unknownLayout(site: site, tried: tried, url: page.url)
  }
}
