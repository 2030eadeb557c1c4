import Basics
import Weather

/// The times for which a value is known, in seconds since 1970.
struct Coverage {
  /// The longest time that one sample stands for, in seconds.
  static let longestStep = 6 * 3600

  /// Sorted, disjoint and not adjacent.
  private let intervals: [Range<Int>]

  /// The union of some intervals.
  init(_ ranges: [Range<Int>]) {
    var merged: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    intervals = merged
  }

  /// The intervals for which rows have a value: each from the row's time to the next row's, if at most a step apart.
  static func ranges(_ rows: [HourForecast], knowing isKnown: (HourForecast) -> Bool) -> [Range<Int>] {
    rows.indices.compactMap { index in
      guard isKnown(rows[index]) else { return nil }
      let start = rows[index].time.secondsSince1970
      // The last row's length is unknown; it counts as an hour.
      let length = rows[index].hours.map { $0 * 3600 } ?? 3600
      return length <= longestStep ? start..<start + length : nil
    }
  }

  /// The known part of an interval, in seconds.
  func seconds(in range: Range<Int>) -> Int { intervals.reduce(0) { $0 + $1.clamped(to: range).count } }

  /// True if at least half of an interval is known.
  func isHalf(of range: Range<Int>) -> Bool { seconds(in: range) * 2 >= range.count }

  /// True if a day's extremes are among the known values: these cover at least half of the day, and after `beginning`
  /// there is no gap longer than a step, nor at the end.
  func holdsExtremes(of day: Range<Int>, from beginning: Int) -> Bool {
    guard isHalf(of: day) else { return false }
    var known = beginning
    for interval in intervals.map({ $0.clamped(to: day) }) where !interval.isEmpty {
      // A missing sample: its neighbours are farther apart than the longest step.
      if interval.lowerBound - known >= Self.longestStep { return false }
      known = interval.upperBound
    }
    return day.upperBound - known <= Self.longestStep
  }

  /// The first known time in an interval; nil if none of it is known.
  func beginning(in range: Range<Int>) -> Int? {
    intervals.lazy.map { $0.clamped(to: range) }.first { !$0.isEmpty }?.lowerBound
  }
}

extension Interval {
  /// The interval in seconds since 1970.
  var range: Range<Int> { start.secondsSince1970..<max(start.secondsSince1970, end.secondsSince1970) }
}
