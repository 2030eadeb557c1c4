public import Basics

/// A row's label: `Today`, `Tonight FEB 15`, `Fri Jul 8`, `Mon 26`, `Wednesday Night`, `This Afternoon`, `3:00 pm Fri`.
///
/// A label with two different weekdays, months or days of the month is not dated: a wrong date is worse than a missing
/// row.
public struct RowLabel: Sendable {
  /// True for `Today`, `Tonight`, `This Afternoon` and a bare `Overnight`.
  public let isToday: Bool
  /// True for `Tomorrow`.
  public let isTomorrow: Bool
  /// True for a night.
  public let isNight: Bool
  /// True for the rest of a night that began the evening before.
  let isOvernight: Bool
  /// The weekday.
  public let weekday: Weekday?
  /// The month, 1-12.
  public let month: Int?
  /// The day of the month.
  public let day: Int?
  /// The time of day in seconds after midnight.
  public let seconds: Int?

  /// An empty label.
  static let silent = RowLabel("")

  /// Parses a label.
  public init(_ text: String) {
    var weekdays: Set<Weekday> = []
    var months: Set<Int> = []
    var numbers: Set<Int> = []
    let words = text.prefix(200).split { !$0.isLetter && !$0.isNumber && $0 != ":" && $0 != "'" }.map {
      $0.lowercased()
    }
    for word in words {
      if let weekday = Weekday(word) {
        weekdays.insert(weekday)
      } else if let month = Month.number(word) {
        months.insert(month)
      } else if let number = Int(word.prefix { $0.isASCII && $0.isNumber }),
        word.utf8.count <= 2 || ["st", "nd", "rd", "th"].contains(where: word.hasSuffix), (1...31).contains(number)
      {
        numbers.insert(number)
      }
    }
    let isClear = text.utf8.count <= 200 && weekdays.count <= 1 && months.count <= 1 && numbers.count <= 1
    isToday =
      isClear
      && (words.contains { $0 == "today" || $0 == "tonight" } || words.first == "this" || words == ["overnight"])
    isTomorrow = isClear && words.contains("tomorrow")
    isNight = words.contains { ["night", "tonight", "overnight", "evening"].contains($0) }
    isOvernight = words.contains("overnight")
    weekday = isClear ? weekdays.first : nil
    month = isClear ? months.first : nil
    seconds = isClear ? TimeOfDay.seconds(text) : nil
    // The number in `3 pm Fri` is an hour, not a day of the month.
    day = isClear && (seconds == nil || month != nil) ? numbers.first : nil
  }

  /// The date that the label names, the nearest one to `clock`; nil if it names none.
  public func date(near clock: CalendarDay) -> CalendarDay? {
    guard let day else { return nil }
    let candidates: [CalendarDay]
    if let month {
      let year = clock.date.year
      candidates = (year - 1...year + 1).compactMap { CalendarDay(year: $0, month: month, day: day) }
    } else if weekday != nil {
      // The same weekday and day of the month, `Mon 26`, recur after four weeks at the earliest.
      candidates = (-31...31).map { clock + $0 }.filter { $0.date.day == day }
    } else {
      return nil
    }
    return candidates.filter { weekday == nil || $0.weekday == weekday }
      .min { abs($0 - clock) < abs($1 - clock) }
  }
}

extension RowLabel {
  /// The dates of daily rows in page order; nil for a row whose label cannot be dated.
  ///
  /// Days of the month in labels count most; `Today` is the day before a row with such a date. Other rows are counted
  /// from `today`.
  ///
  /// - Parameter isPlaceClock: true if `today` is certainly the place's date. Then a page may be older, but not newer:
  ///   a later date in the second row means that a row is missing.
  public static func days(
    of labels: [RowLabel], from today: CalendarDay, isPlaceClock: Bool = false
  ) -> [CalendarDay?] {
    var days = labels.map { $0.date(near: today) }
    for index in labels.indices where days[index] == nil {
      if labels[index].isToday {
        days[index] = today
        if index + 2 < labels.count, let next = days[index + 1], let third = days[index + 2], third - next == 1 {
          let lacksRow = isPlaceClock && (2...4).contains(next - today)
          days[index] = lacksRow ? today : next + -1
        }
      } else if labels[index].isTomorrow {
        days[index] = today + 1
      } else if let weekday = labels[index].weekday {
        let first = index == 0 ? today : days[index - 1].map { $0 + 1 }
        days[index] = first.flatMap { first in (0..<7).map { first + $0 }.first { $0.weekday == weekday } }
      }
    }
    return days
  }

  /// The dates of alternating day and night rows; a night belongs to the preceding day. Nil for the rest of a night
  /// that began the evening before, and for a row that is out of sequence.
  ///
  /// Consecutive rows are half a day apart; the first weekday in a label fixes which day near `today` the first row is.
  /// A row without a weekday (`Washington's Birthday`) follows its predecessor.
  ///
  /// - Returns: the halves, and the page's date of today.
  public static func halves(
    of labels: [RowLabel], nights: [Bool], from today: CalendarDay
  ) -> (halves: [(day: CalendarDay, isNight: Bool)?], today: CalendarDay) {
    // If `Today` follows a weekday, the list starts over, and dates are uncertain from there on.
    let named = labels.firstIndex { $0.weekday != nil } ?? labels.endIndex
    let end = labels[named...].firstIndex { $0.isToday && !$0.isOvernight } ?? labels.endIndex
    var steps: [(step: Int, isNight: Bool, weekday: Weekday?)] = []
    for (label, isNight) in zip(labels[..<end], nights) {
      guard let last = steps.last else {
        steps.append((label.isOvernight ? -1 : 0, isNight, label.weekday))
        continue
      }
      var step = last.isNight || !isNight ? last.step + 1 : last.step
      // Missing rows show as a jump in the weekdays.
      if let weekday = label.weekday, let known = steps.last(where: { $0.weekday != nil }), let before = known.weekday {
        let gap = before.days(until: weekday)
        step = known.step + (gap == 0 && step > known.step ? 7 : gap)
      }
      steps.append((step, isNight, label.weekday))
    }
    var base = today
    if let known = steps.first(where: { $0.weekday != nil }) {
      base = [0, 1, -1, 2, -2, 3, -3].map { today + $0 }.first { ($0 + known.step).weekday == known.weekday } ?? today
    }
    let halves = steps.map { step -> (day: CalendarDay, isNight: Bool)? in
      let day = base + step.step
      return day < today && step.step < 0 ? nil : (day, step.isNight)
    }
    // Before midnight a page may already call tonight `Overnight`; its first day is then tomorrow.
    let isStillTonight = steps.first?.step == -1 && today < base
    return (halves + labels[end...].map { _ in nil }, isStillTonight ? today : base)
  }
}

extension Weekday {
  /// The number of days until the next given weekday; 0 for the same one.
  fileprivate func days(until other: Weekday) -> Int {
    let week = Self.allCases + Self.allCases
    let here = week.firstIndex(of: self) ?? 0
    return (week[here...].firstIndex(of: other) ?? here) - here
  }
}
