import Basics
import Testing

@testable import Web

/// The rules of RFC 9111, section 4.2, at given moments.
struct FreshnessTests {
  private func isFresh(_ answer: StoredResponse, after seconds: Int, defaultLifetime: Int = 300, maxAge: Int? = nil)
    -> Bool
  {
    Freshness(of: answer, now: Sample.time + seconds).isFresh(
      CachePolicy(defaultLifetime: defaultLifetime, maxAge: maxAge))
  }

  @Test(
    arguments: [
      // max-age, also over Expires.
      (["Cache-Control: max-age=60"], 59, true), (["Cache-Control: max-age=60"], 60, false),
      (["Cache-Control: max-age=60", "Expires: Sun, 06 Nov 1994 10:49:37 GMT"], 61, false),
      (["Cache-Control: max-age=600", "Expires: Sun, 06 Nov 1994 08:00:00 GMT"], 599, true),
      // Expires less Date, and what is no date has passed.
      ([Sample.date, "Expires: Sun, 06 Nov 1994 08:50:37 GMT"], 59, true),
      ([Sample.date, "Expires: Sun, 06 Nov 1994 08:50:37 GMT"], 60, false),
      (["Expires: Sun, 06 Nov 1994 08:50:37 GMT"], 59, true), ([Sample.date, "Expires: 0"], 0, false),
      // A site's clock that is wrong does not matter: its Expires goes by its Date.
      (["Date: Sun, 06 Nov 1994 09:49:37 GMT", "Expires: Sun, 06 Nov 1994 09:50:37 GMT"], 59, true),
      (["Date: Sun, 06 Nov 1994 09:49:37 GMT", "Expires: Sun, 06 Nov 1994 09:50:37 GMT"], 60, false),
      // What it was old when it came.
      (["Cache-Control: max-age=60", "Age: 50"], 9, true), (["Cache-Control: max-age=60", "Age: 50"], 10, false),
      (["Cache-Control: max-age=60", "Date: Sun, 06 Nov 1994 08:49:07 GMT"], 29, true),
      (["Cache-Control: max-age=60", "Date: Sun, 06 Nov 1994 08:49:07 GMT"], 30, false),
      // Nothing said: the floor.
      ([], 299, true), ([], 300, false), (["Cache-Control: public"], 299, true), (["Age: 200"], 99, true),
      (["Age: 200"], 100, false),
      // To be asked each time.
      (["Cache-Control: no-cache, max-age=60"], 0, false), (["Vary: *", "Cache-Control: max-age=60"], 0, false),
      (["Vary: Accept-Encoding", "Cache-Control: max-age=60"], 0, true),
    ] as [([String], Int, Bool)])
  func anAnswerHoldsAsLongAsTheSiteSays(lines: [String], seconds: Int, expected: Bool) {
    var answer = Sample.answer()
    answer.response.headers = Sample.fields(lines)
    #expect(isFresh(answer, after: seconds) == expected)
  }

  @Test func nothingHoldsLongerThanADay() {
    let forever = Sample.answer("Cache-Control: max-age=31536000")
    #expect(isFresh(forever, after: 86_399))
    #expect(!isFresh(forever, after: 86_400))
    let expires = Sample.answer("Expires: Sun, 06 Nov 2094 08:50:37 GMT")
    #expect(isFresh(expires, after: 86_399))
    #expect(!isFresh(expires, after: 86_400))
  }

  @Test(
    arguments: [
      // Header, age, whether it is stale as it comes where an answer holds five minutes by itself.
      ([], 0, false), (["Age: 0"], 0, false), (["Age: 240"], 240, false), (["Age: 301"], 301, true),
      (["Age: 301", "Cache-Control: max-age=600"], 301, false), (["Age: 60", "Cache-Control: max-age=0"], 60, false),
      (["Age: 777600", "Cache-Control: max-age=31536000"], 777_600, true), (["Age: many"], 0, false),
      (["Age: 86400", "Cache-Control: max-age=31536000"], 86_400, false),
    ] as [([String], Int, Bool)])
  func anAnswerMayBeOldAsItComes(lines: [String], age: Int, isStale: Bool) {
    var answer = Sample.answer()
    answer.response.headers = Sample.fields(lines)
    let arrived = CachedAnswer(answer.response, defaultLifetime: 300)
    #expect(arrived.age == (age == 0 ? nil : age))
    #expect(arrived.isStale == isStale)
    #expect(answer.response.ageOnArrival == age)
  }

  @Test func theTimeThatTheAnswerTookCounts() {
    let answer = Sample.answer("Cache-Control: max-age=60", started: Sample.time - 20)
    #expect(isFresh(answer, after: 39))
    #expect(!isFresh(answer, after: 40))
  }

  @Test func theUsersMaxAgeShortensAndStandsInForTheFloor() {
    let stated = Sample.answer("Cache-Control: max-age=60")
    #expect(isFresh(stated, after: 9, maxAge: 10))
    #expect(!isFresh(stated, after: 10, maxAge: 10))
    #expect(!isFresh(stated, after: 60, maxAge: 1000))
    #expect(isFresh(Sample.answer(), after: 999, maxAge: 1000))
    #expect(!isFresh(Sample.answer(), after: 0, maxAge: 0))
  }

  @Test func aRedirectHoldsNoLongerThanItSays() {
    let redirect = Redirect(
      url: "https://a.example/", status: 302, headers: Sample.fields(["Cache-Control: max-age=5"]))
    let answer = Sample.answer("Cache-Control: max-age=60", redirects: [redirect])
    #expect(isFresh(answer, after: 4))
    #expect(!isFresh(answer, after: 5))
  }

  @Test func anAnswerFromTheFutureIsNotBelieved() {
    let answer = Sample.answer("Cache-Control: max-age=60")
    #expect(isFresh(answer, after: -30))
    #expect(!isFresh(answer, after: -3600))
    #expect(Freshness(of: answer, now: Sample.time - 3600).age == 0)
  }

  @Test func whatMustBeConfirmedIsNotShownStale() {
    func shown(_ line: String) -> Bool { Freshness(of: Sample.answer(line), now: Sample.time).mayBeUsedStale }
    #expect(shown("Cache-Control: max-age=60"))
    #expect(!shown("Cache-Control: must-revalidate"))
    #expect(!shown("Cache-Control: no-cache"))
    #expect(!shown("Vary: *"))
  }
}
