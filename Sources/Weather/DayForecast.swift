public import Basics

/// The forecast for one calendar day at the place. nil is unknown.
public struct DayForecast: Hashable, Sendable {
  /// The day, by the place's calendar.
  public var date: CalendarDay
  /// The hour that the day's values begin at, where the source knows only the rest of the day: high, low and sums are then
  /// those of what is left from this hour on. nil is the whole day.
  public var from: LocalTime?
  /// The highest temperature.
  public var high: Temperature?
  /// The lowest temperature: of the night that follows, or of the calendar day (``Forecast/lowFollowsHigh``).
  public var low: Temperature?
  /// The source's own words for the day, or for its night where the day is over.
  public var description: String?
  /// The chance of precipitation, 0...100.
  public var precipitationChance: Percentage?
  /// How much precipitation falls.
  public var precipitation: Precipitation?
  /// The wind.
  public var wind = Wind()
  /// The relative humidity, 0...100.
  public var humidity: Percentage?
  /// The highest UV index, 0 and up.
  public var uvIndex: Double?
  /// How much of the sky is clouded, 0...100.
  public var cloudCover: Percentage?
  /// When the sun rises.
  public var sunrise: LocalTime?
  /// When the sun sets.
  public var sunset: LocalTime?

  /// What the sun does where it does not both rise and set; nil where it does, or where that is not known.
  public var sunState: Sun.State?

  /// A day of which nothing is known yet.
  public init(date: CalendarDay) { self.date = date }
}
