import Scraping
import Testing

struct AreaFormTests {
  @Test(arguments: [
    "59.33,18.07", "-33.87,151.21", "+5,-7", "0,0", "90,180", "1.5, 2.25",
  ])
  func coordinatesHaveTheirForm(area: String) {
    #expect(AreaForm.coordinates.matches(area))
  }

  @Test(arguments: [
    "", "59.33", "59.33,", ",18", "a,b", "159.33,18.07", "59.33,18.07 ", " 59.33,18.07", "59.33,18.07\n", "59..3,1",
    "59.33;18.07", "59.33,1807", "59.33,18.07\0", "５９,１８",
  ])
  func nothingElseDoes(area: String) {
    #expect(!AreaForm.coordinates.matches(area))
  }

  @Test func theWholeAreaIsCompared() {
    let form = AreaForm("word", pattern: "ab|cd", example: "ab")
    #expect(form.matches("ab") && form.matches("cd"))
    #expect(!form.matches("abd") && !form.matches("acd") && !form.matches("abcd"))
  }

  @Test func lettersBeyondASCIIAreOnlyThemselves() {
    #expect(AreaForm("name", pattern: "[^[:space:][:cntrl:]]+", example: "a").matches("Malmö"))
    #expect(!AreaForm("word", pattern: "[[:alpha:]]+", example: "a").matches("Malmö"))
  }

  @Test func whatIsNoExpressionMatchesNothing() {
    #expect(!AreaForm("broken", pattern: "(a", example: "a").matches("a"))
  }
}
