import Testing

@testable import Web

struct CacheControlTests {
  private func control(_ values: String...) -> CacheControl {
    CacheControl(values.map { HeaderField(name: "Cache-Control", value: $0) })
  }

  @Test func readsDirectivesInAnyCaseAndField() {
    let control = control("Public, MAX-AGE=60", "must-revalidate")
    #expect(control.maxAge == 60)
    #expect(control.mustRevalidate && !control.noStore && !control.noCache)
    #expect(self.control("no-cache=\"a, max-age=5\" , no-store").maxAge == nil)
    #expect(self.control("no-cache=\"a, max-age=5\" , no-store").noCache)
    #expect(self.control("no-cache=\"a, max-age=5\" , no-store").noStore)
    #expect(self.control("s-maxage=9, private").maxAge == nil)
  }

  @Test(
    arguments: [
      ("max-age=\"30\"", 30), ("max-age = 30", 30), ("max-age=99999999999999999999", 1 << 31), ("max-age=soon", 0),
      ("max-age=-5", 0), ("max-age", 0), ("max-age=10, max-age=20", 10),
    ])
  func whatIsNoNumberHoldsForNoTime(text: String, seconds: Int) {
    #expect(control(text).maxAge == seconds)
  }
}
