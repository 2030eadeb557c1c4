public import Basics

/// The forecast for one hour, or for a longer step.
public struct HourForecast: Row {
  /// An hourly row.
  public static var kind: RowKinds { .hour }
  /// The start.
  public var time: LocalTime
  /// Length in hours: 1 for an ordinary hour, 6 for a six-hour step. Description and precipitation apply to the whole
  /// of it.
  public var hours: Int?
  /// The values.
  public var values = FieldValues()

  /// Maximum length in hours.
  public static let longest = 24

  /// Creates an hour without values.
  public init(time: LocalTime) { self.time = time }
}
