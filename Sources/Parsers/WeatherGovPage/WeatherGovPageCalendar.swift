internal import Basics
internal import Scraping
internal import Weather

/// Finds the dates of rows that are called by weekdays only: `Today`, `Tonight`, `Thursday`, `Washington's Birthday`.
///
/// The rows follow each other, day and night in turn, so that their distances in days are known; the first weekday that is
/// named then tells which of the days near the page's own the first row is.
struct WeatherGovPageCalendar {
  /// What each row is; nil for the rest of a night that began the evening before, and for a row that cannot stand where it
  /// does.
  let halves: [HalfDay?]
  /// The day that the page calls today.
  let today: CalendarDay

  /// - Parameters:
  ///   - labels: what the rows are called, in order.
  ///   - near: the day that it is at the place, give or take a day or two.
  init(_ labels: [String], near: CalendarDay) {
    var steps: [(step: Int, isNight: Bool, weekday: Weekday?)] = []
    // Where today comes after a weekday the rows begin once more, and nothing is certain any longer.
    let labels = labels.map { $0.lowercased() }
    let named = labels.firstIndex { Self.weekday($0) != nil } ?? labels.endIndex
    let again = labels[named...].firstIndex { $0 == "today" || $0 == "tonight" || $0.hasPrefix("this ") }
    let end = again ?? labels.endIndex
    for label in labels[..<end] {
      let isNight = ["night", "overnight", "evening"].contains { label.hasSuffix($0) }
      let weekday = Self.weekday(label)
      guard let last = steps.last else {
        // The rest of a night belongs to the day before the first that follows.
        steps.append((label == "overnight" ? -1 : 0, isNight, weekday))
        continue
      }
      var step = last.isNight ? last.step + 1 : isNight ? last.step : last.step + 1
      // A row that is left out shows in the weekdays around the gap.
      if let weekday, let known = steps.last(where: { $0.weekday != nil }), let before = known.weekday {
        let gap = Self.distance(from: before, to: weekday)
        step = known.step + (gap == 0 && step > known.step ? 7 : gap)
      }
      steps.append((step, isNight, weekday))
    }
    var base = near
    if let known = steps.first(where: { $0.weekday != nil }) {
      base = [0, 1, -1, 2, -2, 3, -3].map { near + $0 }.first { ($0 + known.step).weekday == known.weekday } ?? near
    }
    // Late in the evening the rest of the night is still tonight.
    let isStillTonight = steps.first?.step == -1 && near < base
    today = isStillTonight ? near : base
    let dated = steps.map { step -> HalfDay? in
      let date = base + step.step
      return date < near && step.step < 0 ? nil : HalfDay(date: date, isNight: step.isNight)
    }
    halves = dated + labels[end...].map { _ in nil }
  }

  /// The weekday that a row is called by.
  private static func weekday(_ label: String) -> Weekday? {
    label.split(separator: " ").first.flatMap { Weekday($0) }
  }

  private static func distance(from: Weekday, to: Weekday) -> Int {
    let week = Weekday.allCases
    guard let a = week.firstIndex(of: from), let b = week.firstIndex(of: to) else { return 0 }
    return (b - a + 7) % 7
  }
}
