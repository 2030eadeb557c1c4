internal import Basics
internal import Scraping
internal import Weather

/// What a row of the markup calls itself: `Today`, `Tonight FEB 15`, `Fri Jul 8`, `Mon 26`, `3:00 pm Fri`.
struct WeatherComLabel {
  /// Whether it is the row of today.
  let isToday: Bool
  /// The day of the week.
  let weekday: Weekday?
  /// The month, 1-12.
  let month: Int?
  /// The day of the month.
  let day: Int?
  /// The time of day, in seconds after midnight.
  let seconds: Int?

  /// Reads what a row calls itself. Two days of the month, or two months, in it are no label but what broken tags have
  /// let into it: nothing is read of such, since a wrong date is worse than a row that is missing.
  init(_ text: String) {
    var isToday = false
    var weekdays: [Weekday] = []
    var months: [Int] = []
    var numbers: [Int] = []
    for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != ":" }) {
      if ["today", "tonight"].contains(word.lowercased()) {
        isToday = true
      } else if let read = Weekday(word) {
        weekdays.append(read)
      } else if let read = Month.number(word) {
        months.append(read)
      } else if word.utf8.count <= 2, let read = Int(word) {
        numbers.append(read)
      }
    }
    let isClear = Set(weekdays).count <= 1 && Set(months).count <= 1 && Set(numbers).count <= 1
    let seconds = isClear ? TimeOfDay.seconds(text) : nil
    self.isToday = isClear && isToday
    weekday = isClear ? weekdays.first : nil
    month = isClear ? months.first : nil
    self.seconds = seconds
    // `3 pm Fri` holds an hour and no day of the month.
    let isDay = isClear && (seconds == nil || !months.isEmpty)
    day = isDay ? numbers.first.flatMap { (1...31).contains($0) ? $0 : nil } : nil
  }

  /// The day that the label itself names, as near as possible to the clock's; nil where it names none.
  func date(near clock: CalendarDay) -> CalendarDay? {
    guard let day else { return nil }
    func isRight(_ date: CalendarDay) -> Bool { weekday.map { $0 == date.weekday } ?? true }
    if let month {
      let year = clock.date.year
      return (year - 1...year + 1).compactMap { CalendarDay(year: $0, month: month, day: day) }.filter(isRight)
        .min { abs($0 - clock) < abs($1 - clock) }
    }
    guard weekday != nil else { return nil }
    // A day of the week and of the month, `Mon 26`, comes back after four weeks at the earliest.
    return (-31...31).map { clock + $0 }.filter { $0.date.day == day && isRight($0) }
      .min { abs($0 - clock) < abs($1 - clock) }
  }

  /// The days of rows in the order of the page; nil for a row whose label cannot be dated.
  ///
  /// What the labels say counts: a day of the month, or today as the day before a row that says its own. Only where they
  /// say nothing do the days count on from the clock's.
  ///
  /// - Parameter isPlaceClock: whether the clock is surely the place's. A page may be older than it and never newer: today
  ///   is not ahead of it then, a row behind today's is missing.
  static func dates(_ labels: [WeatherComLabel], clock: CalendarDay, isPlaceClock: Bool) -> [CalendarDay?] {
    var dates = labels.map { $0.date(near: clock) }
    for index in labels.indices where dates[index] == nil {
      if labels[index].isToday {
        if index + 2 < labels.count, let next = dates[index + 1], let third = dates[index + 2], third - next == 1 {
          let lacksRow = isPlaceClock && (2...4).contains(next - clock)
          dates[index] = lacksRow ? clock : next + -1
        } else {
          dates[index] = clock
        }
      } else if let weekday = labels[index].weekday {
        let earliest = index == 0 ? clock : dates[index - 1].map { $0 + 1 }
        dates[index] = earliest.flatMap { first in (0..<7).map { first + $0 }.first { $0.weekday == weekday } }
      }
    }
    return dates
  }
}
