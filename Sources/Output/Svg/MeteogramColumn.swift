import Basics
import Weather

/// A day or an hour of a meteogram. nil is unknown.
struct MeteogramColumn {
  /// Where on the drawing's width it stands: 0 is the left end, 1 the right.
  var middle: Double
  /// Where the time that it speaks of begins and ends.
  var span: ClosedRange<Double>
  /// The hour that a day's values begin at; nil for a whole day, and for an hour.
  var from: LocalTime?
  /// Whether the day counts as today.
  var isToday = false
  /// How long it holds, in seconds.
  var length = 86_400
  /// Whether it does not follow from the one before, so that no curve leads to it.
  var followsGap: Bool
  /// The day.
  var day: CalendarDay
  /// The hour; nil for a day.
  var time: LocalTime?
  /// The high of a day, the temperature of an hour.
  var high: Temperature?
  /// The low of a day; nil for an hour.
  var low: Temperature?
  /// The source's own words.
  var words: String?
  /// How much precipitation falls.
  var precipitation: Precipitation?
  /// The chance of precipitation.
  var precipitationChance: Percentage?
  /// The wind.
  var wind: Wind
  /// When the sun rises.
  var sunrise: LocalTime?
  /// When the sun sets.
  var sunset: LocalTime?
  /// That the sun neither rises nor sets; nil where it does, and where that is not known.
  var sunState: Sun.State?
  /// Whether it is night: its sky is shown so.
  var isNight = false
}
