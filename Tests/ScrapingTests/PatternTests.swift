import Basics
import Testing

@testable import Scraping

struct PatternTests {
  @Test(
    arguments: [
      ("High (near|around) (-?[0-9]+)", "a High near 51 F", "51"), ("[0-9]+", "a 12 b 3", "12"),
      ("(a)|(b)", "xb", "b"), ("([0-9](.)) ([a-z])", "12 x", "x"), ("x", "abc", nil), ("^$", "", ""),
      ("bl(å)+", "blåå", "å"),
    ])
  func theLastGroupThatTookPartCounts(pattern: String, text: String, value: String?) throws {
    #expect(try Pattern(pattern).value(in: text) == value)
  }

  @Test func aMatchIsCutOutOnce() throws {
    #expect(try Pattern("[.]$").removed(from: "Sunny. Warm.") == "Sunny. Warm")
    #expect(try Pattern("b").removed(from: "a b  b") == "a b")
    #expect(try Pattern("z").removed(from: "a  b") == "a  b")
  }

  @Test(arguments: ["(", "[a", "(a)\\1", "(a{99}){200}", "((a{50}){50}){50}", String(repeating: "a", count: 1001)])
  func brokenAndEndlessPatternsAreRefused(pattern: String) {
    #expect(throws: Pattern.Fault.self) { try Pattern(pattern) }
  }
}

struct DatePatternTests {
  private let near = CalendarDay("2026-11-30") ?? CalendarDay(number: 0)

  @Test(
    arguments: [
      ("yyyyMMddHHmmss", "20260207070400", "2026-02-07", 25_440),
      ("yyyyMMddHHmm", "202602071300", "2026-02-07", 46_800),
      ("d MMM h:mm a", "1 Mar 8:35 am PST", "2027-03-01", 30_900),
      ("MMM d, yyyy", "x Mar 1, 2017-6pm", "2017-03-01", nil),
      ("d MMM HH:mm", "29 Feb 10:00", nil, nil), ("EEEE d.M.yyyy", "Friday 6.2.2026", "2026-02-06", nil),
      ("h:mm a", "12:05 a.m.", nil, 300), ("HH:mm", "24:00", nil, nil), ("yyyy-MM-dd", "2026-02-30", nil, nil),
      ("yyyyMMdd", "202602071", nil, nil), ("d 'de' MMM", "3 de Dec", "2026-12-03", nil),
    ])
  func patterns(pattern: String, text: String, day: String?, seconds: Int?) throws {
    let read = try #require(DatePattern(pattern)).read(text, near: near)
    #expect(read?.day == day.flatMap { CalendarDay($0) })
    #expect(read?.seconds == seconds)
  }

  @Test(arguments: ["", "yy", "qq", "yyyy", "MM", "dd HH", "mm", "MMMMM d"])
  func unknownPatternsAreRefused(pattern: String) {
    #expect(DatePattern(pattern) == nil)
  }
}
