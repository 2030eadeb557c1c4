import Basics
import Testing

@testable import Scraping

struct RowLabelTests {
  /// A Monday.
  private let today = CalendarDay("2026-11-30") ?? CalendarDay(number: 0)

  private func days(_ labels: [String]) -> [Int?] {
    RowLabel.days(of: labels.map { RowLabel($0) }, from: today).map { $0.map { $0 - today } }
  }

  @Test func labelsSayTheirDays() {
    #expect(days(["Today", "Tue 1", "Wed 2"]) == [0, 1, 2])
    #expect(days(["Today", "Tomorrow", "Wed"]) == [0, 1, 2])
    #expect(days(["Sat Nov 28", "Sun Nov 29", "Mon 30"]) == [-2, -1, 0])
    #expect(days(["Tonight DEC 1", "Wed Dec 2"]) == [1, 2])
    // The page is older than the clock: its today is the day before the row behind it.
    #expect(days(["Today", "Sun 29", "Mon 30"]) == [-2, -1, 0])
    #expect(days(["Mon", "Tue", "Thu"]) == [0, 1, 3])
  }

  @Test func whatSaysTwoDaysSaysNone() {
    #expect(days(["Tue 1 Wed 2", "Precip", "", "45"]) == [nil, nil, nil, nil])
    #expect(RowLabel("3 pm Fri").day == nil)
    #expect(RowLabel("3 pm Fri").seconds == 54_000)
  }

  private func halves(_ labels: [String]) -> [String] {
    let labels = labels.map { RowLabel($0) }
    return RowLabel.halves(of: labels, nights: labels.map(\.isNight), from: today).halves.map { half in
      half.map { "\($0.day - today)\($0.isNight ? "n" : "d")" } ?? "-"
    }
  }

  @Test func nightsBelongToTheDaysBeforeThem() {
    #expect(halves(["Today", "Tonight", "Tuesday", "Tuesday Night"]) == ["0d", "0n", "1d", "1n"])
    #expect(halves(["Tonight", "Tuesday", "Tuesday night"]) == ["0n", "1d", "1n"])
    #expect(halves(["Overnight", "Monday", "Monday Night"]) == ["-", "0d", "0n"])
    #expect(halves(["This Afternoon", "Tonight", "Saint Andrew's Day", "Tuesday Night"]) == ["0d", "0n", "1d", "1n"])
    // A row that is left out shows in the weekdays around the gap.
    #expect(halves(["Monday", "Monday Night", "Wednesday", "Wednesday Night"]) == ["0d", "0n", "2d", "2n"])
    // The rows begin once more: nothing is certain any longer.
    #expect(halves(["Monday", "Monday Night", "Today", "Tonight"]) == ["0d", "0n", "-", "-"])
  }
}
