public import Basics
private import Foundation

/// The sun's altitude, and whether it rises and sets on a given day.
///
/// Low-precision formulas of the Astronomical Almanac (section C), accurate to 0.01° from 1950 to 2050.
public enum Sun {
  /// Days without sunrise and sunset.
  public enum State: String, CaseIterable, Sendable {
    /// Polar day.
    case upAllDay
    /// Polar night.
    case downAllDay
  }

  /// Altitude of the sun's centre at sunrise and sunset in degrees: 0.567° for refraction and 0.266° for its radius.
  public static let horizon = -0.833

  /// Altitude of the sun's centre in degrees, without refraction; coordinates in degrees north and east.
  public static func altitude(at time: LocalTime, latitude: Double, longitude: Double) -> Double {
    let days = Double(time.secondsSince1970) / 86_400 - 10_957.5
    let (declination, ascension) = position(days: days)
    let sidereal = radians((18.697374558 + 24.06570982441908 * days) * 15 + longitude)
    let sine =
      sin(radians(latitude)) * sin(declination)
      + cos(radians(latitude)) * cos(declination) * cos(sidereal - ascension)
    return asin(min(1, max(-1, sine))) * 180 / .pi
  }

  /// Whether the sun stays up or down all day, from the altitude of its lowest and highest point; nil on a day with a
  /// sunrise or sunset, and within 0.3° of the limit, where terrain and weather decide.
  public static func state(on day: CalendarDay, latitude: Double, longitude: Double = 0) -> State? {
    let noon = Double(day.number) + 0.5 - longitude / 360 - 10_957.5
    let declination = position(days: noon).declination * 180 / .pi
    let margin = 0.3
    if abs(latitude + declination) - 90 > horizon + margin { return .upAllDay }
    if 90 - abs(latitude - declination) < horizon - margin { return .downAllDay }
    return nil
  }

  /// How long the sun is below the horizon around a given day, in seconds; 0 if it does not set.
  static func nightLength(on day: CalendarDay, latitude: Double, longitude: Double = 0) -> Int {
    let declination = position(days: Double(day.number) + 0.5 - longitude / 360 - 10_957.5).declination
    let latitude = radians(latitude)
    let cosine = (sin(radians(horizon)) - sin(latitude) * sin(declination)) / (cos(latitude) * cos(declination))
    // Undefined at the poles.
    guard cosine.isFinite else { return latitude * declination > 0 ? 0 : 86_400 }
    return Int(((1 - acos(min(1, max(-1, cosine))) / .pi) * 86_400).rounded())
  }

  /// The sun's declination and right ascension in radians, `days` after 2000-01-01T12:00Z.
  private static func position(days: Double) -> (declination: Double, ascension: Double) {
    let anomaly = radians(357.528 + 0.9856003 * days)
    let longitude = radians(280.460 + 0.9856474 * days + 1.915 * sin(anomaly) + 0.020 * sin(2 * anomaly))
    let obliquity = radians(23.439 - 0.0000004 * days)
    return (asin(sin(obliquity) * sin(longitude)), atan2(cos(obliquity) * sin(longitude), cos(longitude)))
  }

  private static func radians(_ degrees: Double) -> Double {
    degrees.truncatingRemainder(dividingBy: 360) * .pi / 180
  }
}
