public import Basics
public import Weather

/// A value for an interval of time: its precipitation, description, or a temperature reached in it.
public struct Interval<Value: Sendable>: Sendable {
  /// The start.
  public var start: LocalTime
  /// The end, exclusive; equal to `start` for a value at one instant.
  public var end: LocalTime
  /// The value.
  public var value: Value
  /// Where the value was found, if known.
  public var origin: Origin?

  /// Creates a value for an interval.
  public init(_ value: Value, from start: LocalTime, to end: LocalTime, found origin: Origin? = nil) {
    self.value = value
    self.origin = origin
    self.start = start
    self.end = end
  }

  /// Length in seconds.
  public var length: Int { end.secondsSince1970 - start.secondsSince1970 }

  /// The middle of the interval; if that is midnight, just before it, so that it counts for the day before.
  var middle: LocalTime {
    LocalTime(secondsSince1970: start.secondsSince1970 + max(0, length - 1) / 2, offset: start.offset)
  }

  /// The calendar day that contains the whole interval; nil if it crosses midnight.
  var day: CalendarDay? {
    let last = LocalTime(secondsSince1970: end.secondsSince1970 - (length > 0 ? 1 : 0), offset: end.offset)
    return last.day == start.day ? start.day : nil
  }
}
