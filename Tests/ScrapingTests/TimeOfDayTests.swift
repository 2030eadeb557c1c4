import Scraping
import Testing

@Suite struct TimeOfDayTests {
  @Test(arguments: [
    ("6:21 am", 22_860), ("06:21", 22_860), ("15:00", 54_000), ("3 pm", 54_000), ("12:05 AM", 300), ("12 pm", 43_200),
    ("as of 1:05 pm CDT", 47_100), ("As of 14:16 CEST", 51_360), ("9:30\u{202F}p.m.", 77_400),
  ])
  func readsTimes(text: String, seconds: Int) {
    #expect(TimeOfDay.seconds(text) == seconds)
  }

  @Test(arguments: [
    "", "--", "15", "25:00", "13 pm", "0 am", "10:75", "Fri 14", "2021-04-25", "7:5", "7:5 pm", "7:524",
  ])
  func refusesEverythingElse(text: String) {
    #expect(TimeOfDay.seconds(text) == nil)
  }
}
