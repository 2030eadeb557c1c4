import Basics
import Weather

/// Day or night at a report's place; used by all output forms to choose icons.
///
/// For a given time, the first of these that is known decides:
/// 1. the sunrise and sunset that the source gives for the moment's day;
/// 2. the sun's altitude, from the place's coordinates (``Sun``);
/// 3. the place's clock: night is before 6:00 and from 18:00 on, which is right for the mean of a year;
/// 4. nothing: day.
struct Daylight {
  private let report: Report
  /// The observation time, else the time of the answer.
  private let now: LocalTime
  /// True if `now` is in the place's own time zone.
  private let isNowLocal: Bool

  init(_ report: Report) {
    self.report = report
    let fetched = report.source.fetched
    let sun = report.days.lazy.flatMap { [$0.sunrise, $0.sunset] }.compactMap { $0?.offset }.first
    // The run's clock is in the computer's zone. The time zone database is slow to load, so it is used last.
    let local =
      report.current?.observed ?? (report.hours.first?.time.offset ?? sun).map { fetched.at(offset: $0) }
      ?? report.place.timeZone.flatMap { fetched.at(timeZone: $0) }
    // Without a time zone, solar time still tells morning from evening.
    let longitude = report.place.longitude.flatMap { (-180...180).contains($0) ? $0 : nil }
    now = local ?? longitude.map { fetched.at(offset: Int($0 * 240)) } ?? fetched
    isNowLocal = local != nil
  }

  /// True if the report starts at night: at its first hour, on its first day, or now. If current conditions have no
  /// description and today's is shown instead, today counts.
  var isNightAtStart: Bool {
    if report.showsHours { return report.hours.first.map { isNight(at: $0.time) } ?? isNightNow }
    if report.showsNow, report.current?.description != nil { return isNightNow }
    return report.days.first.map { isNight(on: $0) } ?? isNightNow
  }

  /// True if it is night at the observation time, else at the time of the answer.
  var isNightNow: Bool { isKnownNight(at: now) ?? (isNowLocal && Self.isNight(byClock: now)) }

  /// True if it is night at a given time, if necessary by the place's clock.
  func isNight(at time: LocalTime) -> Bool { isKnownNight(at: time) ?? Self.isNight(byClock: time) }

  /// True if a daily row describes a night: a day that is over has no high any more, and only the evening may be left.
  /// Next to current conditions, today's row is a night's once night has fallen, and before dawn if both have the same
  /// description or only one has any: the sky is not shown in two ways.
  func isNight(on day: DayForecast) -> Bool {
    if let from = day.from, from.clock.hour >= 12 { return isNight(at: from) }
    if day.high == nil, day.low != nil { return true }
    guard report.showsNow, day.date == report.days.first?.date, isNightNow else { return false }
    let words = report.current?.description
    return now.clock.hour >= 12 || words == nil || words == day.description
  }

  /// True if it is night by sunrise and sunset or the sun's altitude; nil if neither is known.
  func isKnownNight(at time: LocalTime) -> Bool? {
    if let day = report.days.first(where: { $0.date == time.day }), let rise = day.sunrise, let set = day.sunset {
      // In bright summers the sun may set after midnight and rise on the same date.
      return rise < set ? time < rise || time >= set : time >= set && time < rise
    }
    guard let latitude = report.place.latitude, let longitude = report.place.longitude,
      let point = Coordinates(latitude: latitude, longitude: longitude)
    else { return nil }
    return Sun.altitude(at: time, latitude: point.latitude, longitude: point.longitude) < Sun.horizon
  }

  private static func isNight(byClock time: LocalTime) -> Bool { !(6..<18).contains(time.clock.hour) }
}
