import Testing

@testable import Web

@Suite struct TimestampTests {
  @Test(arguments: [
    ("2021-04-25T11:47:00+02:00", 1_619_344_020, 7200), ("2021-04-25T09:47:00.123Z", 1_619_344_020, 0),
    ("2021-04-25T03:47:00-0600", 1_619_344_020, -21_600), ("2020-02-29T23:59:59Z", 1_583_020_799, 0),
    ("1969-12-31T23:00:00-01:00", 0, -3600), ("2000-03-01T00:00:00+05:45", 951_848_100, 20_700),
  ])
  func reads(text: String, seconds: Int, offset: Int) {
    #expect(Timestamp(text) == Timestamp(secondsSince1970: seconds, offset: offset))
  }

  @Test(arguments: ["2021-04-25T11:47:00+02:00", "2016-12-31T23:59:59-06:00", "1969-12-31T23:00:00Z"])
  func writesWhatItReads(text: String) {
    #expect(Timestamp(text)?.description == text.replacing("Z", with: "+00:00"))
  }

  @Test(arguments: [
    "", "2021-04-25", "2021-04-25T11:47", "2021-13-25T11:47:00Z", "2021-04-25T24:47:00Z", "2021-04-25T11:47:00+02:0",
    "2021-04-25T11:47:00Zjunk", "yesterday",
  ])
  func refuses(text: String) { #expect(Timestamp(text) == nil) }
}
