import Testing

@testable import Places

/// Names in all their spellings.
struct ShortFormsTests {
  private func spellings(_ name: String) -> [String] {
    ShortForms.spellings(of: Array(name.utf8)).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: [
    ("mt vernon", "mount vernon"), ("mount vernon", "mt vernon"), ("saint albans", "st albans"),
    ("st anton", "sankt anton"), ("sankt anton", "st anton"), ("sankt anton", "saint anton"),
    ("sault sainte marie", "sault ste marie"), ("ft worth", "fort worth"), ("fort worth", "ft worth"),
    ("pt augusta", "port augusta"), ("pt pleasant", "point pleasant"), ("b homburg", "bad homburg"),
    ("e st louis", "east saint louis"), ("santa fe", "sta fe"),
  ])
  func knows(name: String, spelling: String) {
    #expect(spellings(name).first == name)
    #expect(spellings(name).contains(spelling))
  }

  @Test(arguments: ["port", "bad", "saint", "stockholm", "new york", "s s s s s s s s", ""])
  func leavesOthersAlone(name: String) { #expect(spellings(name) == [name]) }

  @Test func areNeverMany() {
    #expect(spellings("st mt pt ft").count <= 24)
    #expect(spellings(String(repeating: "st ", count: 10_000) + "x").count == 1)
  }
}
