import Basics
import Testing
import Weather

struct AgeTests {
  @Test(
    arguments: [
      (-5, "1 min"), (0, "1 min"), (119, "1 min"), (120, "2 min"), (3599, "59 min"), (3600, "1 h"), (7200, "2 h"),
      (172_799, "47 h"), (172_800, "2 d"), (1_000_000, "11 d"),
    ])
  func isSaidAsPeopleDo(seconds: Int, text: String) {
    #expect(Age(seconds: seconds).description == text)
  }

  @Test func onlyAnAnswerThatIsTooOldIsMarked() {
    var source = Source(
      parser: "", name: "", url: "", fetched: LocalTime(secondsSince1970: 0, offset: 0), attribution: "", age: 7200)
    #expect(source.staleMark == nil)
    source.stale = true
    #expect(source.staleMark == "(2 h old)")
  }
}
