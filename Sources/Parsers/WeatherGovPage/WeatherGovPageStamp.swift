internal import Basics
internal import Scraping
internal import Weather

/// `3:14 am PST Mar 1, 2017`, `8am PST Mar 1, 2017-6pm PST Mar 7, 2017`, `01 Mar 8:35 am PST`: the first of a text.
struct WeatherGovPageStamp {
  /// The day.
  let day: CalendarDay
  /// The time of day, in seconds after midnight.
  let seconds: Int?
  /// The offset that the zone's abbreviation means, in seconds east of UTC.
  let offset: Int?

  /// The first time of a text; a year that is left out is the one nearest to a day. Nil where no day is named.
  init?(_ text: String, near: CalendarDay) {
    let words = text.split { !$0.isLetter && !$0.isNumber && $0 != ":" }
    guard let index = words.firstIndex(where: { Month.number($0) != nil }), let month = Month.number(words[index])
    else {
      return nil
    }
    func number(_ index: Int) -> Int? { words.indices.contains(index) ? Int(words[index]) : nil }
    guard let date = number(index + 1).flatMap({ $0 <= 31 ? $0 : nil }) ?? number(index - 1) else { return nil }
    let year = number(index + 2).flatMap { $0 > 1900 ? $0 : nil }
    let day =
      year.flatMap { CalendarDay(year: $0, month: month, day: date) }
      ?? CalendarDay.nearest(to: near, month: month, day: date)
    guard let day else { return nil }
    self.day = day
    // In `01 Mar 8:35 am PST` the day of the month is no hour.
    seconds = TimeOfDay.seconds(number(index - 1) == date ? words[(index + 1)...].joined(separator: " ") : text)
    offset = words.lazy.compactMap { Self.offsets[String($0)] }.first.map { $0 * 3600 }
  }

  /// Hours east of UTC that the abbreviations of the United States' zones mean (IANA time zone database 2024a). The same
  /// letters mean other zones elsewhere, which is why they stand here.
  private static let offsets = [
    "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "AKST": -9, "AKDT": -8,
    "HST": -10, "HDT": -9, "AST": -4, "SST": -11, "ChST": 10,
  ]
}
