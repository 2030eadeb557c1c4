import Basics
import Weather

/// The intervals of time for which a value is known, in seconds since 1970.
struct Coverage {
  /// The longest time that a sample stands for, in seconds.
  static let longestStep = 6 * 3600

  /// In order, and none touching another.
  private let intervals: [Range<Int>]

  /// The time that any of these intervals covers.
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

  /// The intervals for which rows have a value: each from its beginning to that of the next row, where that is not too far.
  static func ranges(_ rows: [HourForecast], knowing isKnown: (HourForecast) -> Bool) -> [Range<Int>] {
    rows.indices.compactMap { index in
      guard isKnown(rows[index]) else { return nil }
      let start = rows[index].time.secondsSince1970
      // The last row says nothing of how long it holds.
      let length = rows[index].hours.map { $0 * 3600 } ?? 3600
      return length <= longestStep ? start..<start + length : nil
    }
  }

  /// How much of an interval is known, in seconds.
  func seconds(in range: Range<Int>) -> Int { intervals.reduce(0) { $0 + $1.clamped(to: range).count } }

  /// Whether at least half of an interval is known.
  func isHalf(of range: Range<Int>) -> Bool { seconds(in: range) * 2 >= range.count }

  /// Whether a day's extremes are among the known values: they cover at least half of it, and from its known beginning on there
  /// is no gap longer than a step, nor at its end.
  func holdsExtremes(of day: Range<Int>, from beginning: Int) -> Bool {
    guard isHalf(of: day) else { return false }
    var known = beginning
    for interval in intervals.map({ $0.clamped(to: day) }) where !interval.isEmpty {
      // A step without its sample: the samples around it are farther apart than the longest step.
      if interval.lowerBound - known >= Self.longestStep { return false }
      known = interval.upperBound
    }
    return day.upperBound - known <= Self.longestStep
  }

  /// Where in an interval the first known time begins; nil where nothing of it is known.
  func beginning(in range: Range<Int>) -> Int? {
    intervals.lazy.map { $0.clamped(to: range) }.first { !$0.isEmpty }?.lowerBound
  }
}

extension Interval {
  /// In seconds since 1970.
  var range: Range<Int> { start.secondsSince1970..<max(start.secondsSince1970, end.secondsSince1970) }
}
