import Basics
import Scraping
import Testing
import Weather

/// What stands in a page whose tags are broken is not dated by guess.
@Suite struct BrokenMarkupTests {
  @Test(arguments: [
    "-1.2.3 ngIf: holidayName --> Dec 29", "Sun MAR 10 APR 5", "Today SEP 28 Fri SEP 29", "Sat 3 Sun 4",
    "Thu 9 3:00 pm 10",
  ])
  func aLabelOfTwoDaysIsNone(text: String) throws {
    let clock = try #require(CalendarDay("2016-12-29"))
    let label = RowLabel(text)
    #expect(label.date(near: clock) == nil && !label.isToday && label.weekday == nil && label.seconds == nil)
  }

  @Test(arguments: [
    ("Thu Dec 29", "2016-12-29"), ("Christmas Day Dec 25", "2016-12-25"), ("Fri 30 | Night", "2016-12-30"),
  ])
  func aLabelOfOneDayIsDated(text: String, date: String) throws {
    let clock = try #require(CalendarDay("2016-12-29"))
    #expect(RowLabel(text).date(near: clock) == CalendarDay(date))
  }

  @Test func rowsThatBeginOnceMoreAreLeftOut() throws {
    let near = try #require(CalendarDay("2024-10-02"))
    func halves(_ names: String...) -> [CalendarDay?] {
      let labels = names.map { RowLabel($0) }
      return RowLabel.halves(of: labels, nights: labels.map(\.isNight), from: near).halves.map { $0?.day }
    }
    let days = halves("Thursday", "Thursday Night", "Today", "Tonight", "Friday")
    #expect(days == [near + 1, near + 1, nil, nil, nil])
    let usual = halves("This Afternoon", "Tonight", "Thursday", "Thursday Night")
    #expect(usual == [near, near, near + 1, near + 1])
  }
}
