import Scraping
import Testing

/// The area that a recorded address is about.
struct AreaInAddressTests {
  private func area(_ template: String, _ url: String) -> String? {
    SiteDefinition(
      name: "Valley",
      facts: SiteFacts(
        title: "Valley", homePage: "", hosts: [], areaForms: [], areaHelp: "", coverage: "", attribution: "", terms: "",
        days: 1), pages: [.init("days", get: [template])], sections: [:]
    ).area(inAddress: url)
  }

  @Test(arguments: [
    ("https://a.example/{area}", "https://a.example/SE%3A1", "SE:1"),
    ("https://a.example/{area}/days.json", "https://a.example/x/days.json", "x"),
    ("https://a.example/{latitude}/{longitude}?d={days}", "https://a.example/59.3/-18.1?d=10", "59.3,-18.1"),
    ("https://a.example/f?lat={latitude}&lon={longitude}&d=1", "https://a.example/f?x=1&lon=18&lat=59", "59,18"),
  ])
  func itIsReadOffTheAddress(template: String, url: String, area: String) {
    #expect(self.area(template, url) == area)
  }

  @Test(arguments: [
    ("https://a.example/{area}", "https://b.example/x"), ("https://a.example/{area}/days", "https://a.example/x/hours"),
    ("https://a.example/f?lat={latitude}&lon={longitude}", "https://a.example/f?lat=59"),
    ("https://a.example/{state|names}/x", "https://a.example/NSW/x"),
    ("https://a.example/days", "https://a.example/days"),
  ])
  func whatDoesNotSayItHasNone(template: String, url: String) { #expect(area(template, url) == nil) }
}
