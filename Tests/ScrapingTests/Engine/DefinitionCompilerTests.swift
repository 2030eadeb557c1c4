import Scraping
import Testing

/// What is wrong with a definition is found when it is loaded, all of it.
struct DefinitionCompilerTests {
  private func faults(_ site: TestSite) -> [DefinitionError] {
    do throws(DefinitionErrors) {
      try site.definition.validate()
      return []
    } catch {
      return error.all
    }
  }

  private let days = SiteDefinition.Section(rows: ["$"], date: ["d"])

  @Test func aGoodDefinitionHasNone() {
    #expect(faults(TestSite([.days: [days]])).isEmpty)
  }

  @Test func allAreFoundInTheOrderOfTheFile() {
    var section = days
    section.fields = [
      "high": [.init("a[", at: .init(line: 7, column: 3)), .init("b", match: "(", at: .init(line: 6, column: 1))],
      "hihg": [.init("c", at: .init(line: 9, column: 5))],
      "low": [.init("c", words: "wom", at: .init(line: 8, column: 2))],
    ]
    let found = faults(TestSite([.days: [section]]))
    #expect(found.map(\.key) == ["days.high.match", "days.high.at", "days.low.words", "days.hihg"])
    #expect(found.map { $0.position?.line } == [6, 7, 8, 9])
    #expect(found[2].fault == .unknownName("wom", nearest: "wmo"))
    #expect(found[3].fault == .unknownKey(nearest: "high"))
    guard case .badJSONPath("a[", _) = found[1].fault, case .badPattern("(", _) = found[0].fault else {
      Issue.record("\(found)")
      return
    }
  }

  @Test(
    arguments: [
      (SiteDefinition.Section(rows: ["//a["], date: ["b"]), "days.rows"),
      (.init(rows: ["//a"], date: ["b"], fields: ["high": ["//c[@d=$twon]"]]), "days.high.at"),
      (.init(rows: ["//a"]), "days.date"), (.init(page: "pgae", rows: ["//a"], date: ["b"]), "days.page"),
      (.init(rows: ["//a"], date: [.init("b", format: "quarter")]), "days.date.format"),
      (.init(rows: ["//a"], date: ["b"], units: .init(byQuantity: ["temprature": ["C"]])), "days.units.temprature"),
      (.init(rows: ["//a"], date: ["b"], ahead: [.init(fields: [:])]), "days.ahead.until"),
      (.init(rows: ["//a"], date: ["b"], ahead: [.init(hours: 6, fields: ["humidity": ["c"]])]), "days.ahead.humidity"),
      (.init(madeFrom: "hours"), "days.from"),
    ])
  func whatASectionMayLack(section: SiteDefinition.Section, key: String) {
    #expect(faults(TestSite(as: .xml, [.days: [section]])).map(\.key) == [key])
  }

  @Test(
    arguments: [
      ("https://made.example/{aera}", DefinitionError.Fault.unknownPlaceholder("aera", nearest: "area")),
      ("https://made.example/{area|stats}", .unknownName("stats", nearest: "states")),
      ("https://other.example/", .foreignHost("other.example")),
      ("gopher://made.example/", .badAddress("gopher://made.example/")), ("made.example", .badAddress("made.example")),
      ("https://made.example/{utc:qq}", .badAddress("https://made.example/{utc:qq}")),
      ("https://made.example/{area", .badAddress("https://made.example/{area")), ("{area}", .badAddress("{area}")),
    ])
  func whatAnAddressMayLack(address: String, fault: DefinitionError.Fault) {
    let site = TestSite(
      hosts: ["made.example"], pages: [.init(get: [address], as: .json)], tables: ["states": [:]], [.days: [days]])
    #expect(faults(site).map(\.fault) == [fault])
  }

  @Test func whatAnAreaHasNotIsNamed() {
    let code = AreaForm("code", pattern: "([A-Z])[A-Z]", example: "AB", parts: ["first", "second"])
    let site = TestSite(
      areas: [code], pages: [.init(get: ["https://made.example/{latitude}/{first}"], as: .json)], [.days: [days]])
    #expect(faults(site).map(\.key) == ["page.get", "areas.parts"])
    #expect(faults(site).first?.fault == .unknownPlaceholder("latitude", nearest: nil))
  }

  @Test func anAreasExampleMustFit() {
    let site = TestSite(areas: [AreaForm("code", pattern: "[A-Z]{2}", example: "abc")], [.days: [days]])
    #expect(faults(site).map(\.fault) == [.exampleDoesNotMatch("abc")])
    let broken = TestSite(areas: [AreaForm("code", pattern: "[A-Z", example: "A")], [.days: [days]])
    #expect(faults(broken).map(\.key) == ["areas.pattern"])
  }
}
