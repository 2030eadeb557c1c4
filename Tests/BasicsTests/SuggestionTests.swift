import Basics
import Testing

struct SuggestionTests {
  @Test(
    arguments: [
      ("classc", "classic"), ("CLASSIC", "classic"), ("calssic", "classic"), ("cl", "classic"), ("jsno", "json"),
      ("tabel", "table"), ("x", nil), ("", nil), ("weather", nil), ("jjjj", nil),
    ] as [(String, String?)])
  func theNearestNameIsFound(text: String, nearest: String?) {
    #expect(Suggestion(for: text, among: ["classic", "json", "table"]).nearest == nearest)
  }

  @Test func allNamesAreOrderedByTheirDistance() {
    #expect(Suggestion(for: "tbale", among: ["classic", "json", "table"]).ordered == ["table", "json", "classic"])
    #expect(Suggestion(for: "x", among: []).nearest == nil)
  }
}
