public import Basics
public import Weather

/// A value for an interval of time: the rain that falls in it, the words for it, a temperature reached in it.
public struct Interval<Value: Sendable>: Sendable {
  /// The first moment.
  public var start: LocalTime
  /// The moment behind the last; the same as `start` for what holds at that moment alone.
  public var end: LocalTime
  /// The value.
  public var value: Value
  /// Where it was found, if that is known.
  public var origin: Origin?

  /// A value for an interval.
  public init(_ value: Value, from start: LocalTime, to end: LocalTime, found origin: Origin? = nil) {
    self.value = value
    self.origin = origin
    self.start = start
    self.end = end
  }

  /// How long it is, in seconds.
  public var length: Int { end.secondsSince1970 - start.secondsSince1970 }

  /// The moment in its middle; where that is midnight it still counts for the day before.
  var middle: LocalTime {
    LocalTime(secondsSince1970: start.secondsSince1970 + max(0, length - 1) / 2, offset: start.offset)
  }

  /// The calendar day that the whole of it lies in; nil where it reaches over midnight.
  var day: CalendarDay? {
    let last = LocalTime(secondsSince1970: end.secondsSince1970 - (length > 0 ? 1 : 0), offset: end.offset)
    return last.day == start.day ? start.day : nil
  }
}
