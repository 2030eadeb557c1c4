internal import Foundation
public import Weather

/// Whether the sun is up.
public enum Daylight {
  /// Whether it is night at a moment, degrees north and east; nil where the place is not known.
  ///
  /// The sun's position after the low-precision formulas of the Astronomical Almanac (section C, good to 0.01° from 1950 to
  /// 2050); night is when its centre is more than 0.833° below the horizon, refraction and its radius counted in.
  public static func isNight(at time: LocalTime, latitude: Double?, longitude: Double?) -> Bool? {
    guard let latitude, let longitude else { return nil }
    let days = Double(time.secondsSince1970) / 86_400 - 10_957.5
    let anomaly = radians(357.528 + 0.9856003 * days)
    let longitudeOfSun = radians(
      280.460 + 0.9856474 * days + 1.915 * sin(anomaly) + 0.020 * sin(2 * anomaly))
    let obliquity = radians(23.439 - 0.0000004 * days)
    let declination = asin(sin(obliquity) * sin(longitudeOfSun))
    let ascension = atan2(cos(obliquity) * sin(longitudeOfSun), cos(longitudeOfSun))
    let sidereal = radians((18.697374558 + 24.06570982441908 * days) * 15 + longitude)
    let height =
      sin(radians(latitude)) * sin(declination)
      + cos(radians(latitude)) * cos(declination) * cos(sidereal - ascension)
    return height < sin(radians(-0.833))
  }

  private static func radians(_ degrees: Double) -> Double {
    degrees.truncatingRemainder(dividingBy: 360) * .pi / 180
  }
}
