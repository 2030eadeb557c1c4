import Scraping
import Testing
import Weather

@testable import App

/// Where a selector stands among those of its field.
struct SelectorLadderTests {
  private static let ladder = SelectorLadder(
    definition: SiteDefinition(
      name: "Valley",
      facts: SiteFacts(
        title: "Valley", homePage: "", hosts: [], areaForms: [], areaHelp: "", coverage: "", attribution: "", terms: "",
        days: 1), pages: [],
      sections: [
        .days: [
          .init("new", fields: ["high": ["a", "b"], "wind": ["w"]]), .init("old", fields: ["high": ["a", "c"]]),
        ],
        .halves: [.init("halves", fields: ["temperature": ["t"]])],
        .hours: [.init("hours", ahead: [.init(hours: 6, fields: ["low": ["l"]])], fields: ["temperature": ["t"]])],
      ]))

  @Test(arguments: [
    ("new", "a", Field.high, 1, "days"), ("new", "b", .high, 2, "days"), ("old", "a", .high, 3, "days"),
    ("old", "c", .high, 4, "days"), ("new", "w", .windGust, 1, "days"), ("halves", "t", .low, 1, "halves"),
    ("hours", "l", .low, 1, "hours"),
  ])
  func placesAreCountedOverTheLayouts(layout: String, selector: String, field: Field, depth: Int, section: String) {
    let position = Self.ladder.position(of: .init(layout: layout, selector: selector), for: field, in: .day)
    #expect(position?.depth == depth && position?.section.rawValue == section)
  }

  @Test func whatTheFileDoesNotHaveHasNoPlace() {
    #expect(Self.ladder.position(of: .init(layout: "state", selector: "a"), for: .high, in: .day) == nil)
    #expect(Self.ladder.position(of: .init(layout: "new", selector: "a"), for: .low, in: .day) == nil)
  }

  @Test func otherSelectorsHaveAnotherFingerprint() {
    var other = Self.ladder.definition
    other.sections[.days]?[1].fields["high"] = ["a"]
    #expect(SelectorLadder(definition: other).fingerprint != Self.ladder.fingerprint)
    other.tests = []
    #expect(SelectorLadder(definition: Self.ladder.definition).fingerprint == Self.ladder.fingerprint)
  }

  @Test func aLayoutGivesTheFieldsOfItsSelectors() {
    let layout = Self.ladder.definition.sections[.days]?[0] ?? .init()
    #expect(
      Self.ladder.fields(of: layout, in: .day).map(\.key) == [
        "high", "windSpeed", "windGust", "windDirection", "windDegrees",
      ])
  }
}
