import Scraping
import Testing

/// Which addresses that an answer names may be asked for.
struct SiteFactsTests {
  private let facts = SiteFacts(
    title: "Site", homePage: "https://site.example", hosts: ["api.site.example", "www.site.example"],
    areaForms: [.coordinates], areaHelp: "Help.", coverage: "the world", attribution: "Site", terms: "None.", days: 7)

  @Test(arguments: [
    "https://api.site.example", "https://api.site.example/", "https://www.site.example/a/b?c=../d",
    "https://API.site.example/a..b/c",
  ])
  func itsOwnAddressesLeadOn(url: String) {
    #expect(facts.isOwnAddress(url))
  }

  @Test(arguments: [
    "", "api.site.example/a", "http://api.site.example/a", "ftp://api.site.example/a", "file:///etc/passwd",
    "https://site.example/a", "https://api.site.example.evil.example/a",
    "https://api.site.example@evil.example/a", "https://you:pw@api.site.example/a", "https://api.site.example:8443/a",
    "https://169.254.169.254/latest", "https://api.site.example/a/../b", "https://api.site.example/a/%2E%2e/b",
    "https://api.site.example/a b", "https://api.site.example/a\r\nHost: x", "https://api.site.example/\u{7F}",
    "https://api.site.example/\u{E5}", "https://api.site.example\\@evil.example/a", "https://api.site.example/\\..\\a",
  ])
  func nobodyElseIsAsked(url: String) {
    #expect(!facts.isOwnAddress(url))
  }
}
