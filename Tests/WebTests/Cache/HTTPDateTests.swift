import Testing

@testable import Web

struct HTTPDateTests {
  @Test(arguments: [
    "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
  ])
  func readsTheThreeForms(text: String) {
    #expect(HTTPDate.seconds(text, now: 1_700_000_000) == 784_111_777)
  }

  @Test func takesYearsOfTwoDigitsForTheNearer() {
    #expect(HTTPDate.seconds("Friday, 06-Nov-26 08:49:37 GMT", now: 1_700_000_000) == 1_793_954_977)
  }

  @Test(arguments: [
    "", "0", "-1", "never", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 CET",

    "Sun, 32 Nov 1994 08:49:37 GMT",
    "Sun, 06 Non 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:49:37 GMT", "Sun, 06 Nov 99999999999 08:49:37 GMT",
    "1994-11-06T08:49:37Z", "Sun, -6 Nov 1994 08:49:37 GMT",
  ])
  func nothingElseIsADate(text: String) {
    #expect(HTTPDate.seconds(text, now: 1_700_000_000) == nil)
  }
}
