public import Basics

/// The forecast for one hour, or for a step of several hours where the source's steps are longer.
public struct HourForecast: Row {
  /// A row of hours.
  public static var kind: RowKinds { .hour }
  /// The hour's beginning.
  public var time: LocalTime
  /// How many hours the row holds for, beginning at `time`: its words and its precipitation are those of all of them. 1 for
  /// an ordinary hour, 6 for a step of six hours.
  public var hours: Int?
  /// The values.
  public var values = FieldValues()

  /// The most hours that a row can hold.
  public static let longest = 24

  /// An hour of which nothing is known yet.
  public init(time: LocalTime) { self.time = time }
}
