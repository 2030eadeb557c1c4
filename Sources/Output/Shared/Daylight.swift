import Basics
import Weather

/// Whether it is day or night at a report's place: the one rule that every output form chooses its signs by.
///
/// For a moment, the first of these that is known decides:
/// 1. the sunrise and sunset that the source gives for the moment's day;
/// 2. the sun's altitude, from the place's coordinates (``Sun``);
/// 3. the place's clock: night is before 6:00 and from 18:00 on, which is right for the mean of a year;
/// 4. nothing: day.
struct Daylight {
  private let report: Report
  /// When the weather now was observed, else when the answer came.
  private let now: LocalTime
  /// Whether `now` is in the place's own time.
  private let isNowLocal: Bool

  init(_ report: Report) {
    self.report = report
    let fetched = report.source.fetched
    let sun = report.days.lazy.flatMap { [$0.sunrise, $0.sunset] }.compactMap { $0?.offset }.first
    // The clock of the run is the computer's. The table of zones takes long to open: it is asked last.
    let local =
      report.current?.observed ?? (report.hours.first?.time.offset ?? sun).map { fetched.at(offset: $0) }
      ?? report.place.timeZone.flatMap { fetched.at(timeZone: $0) }
    // Without a time zone, solar time still tells morning from evening.
    let longitude = report.place.longitude.flatMap { (-180...180).contains($0) ? $0 : nil }
    now = local ?? longitude.map { fetched.at(offset: Int($0 * 240)) } ?? fetched
    isNowLocal = local != nil
  }

  /// Whether it is night where the report begins: in the first of its hours, on the first of its days, or now; of a report
  /// of now whose words are those of the day, on that day.
  var isNightAtStart: Bool {
    if report.showsHours { return report.hours.first.map { isNight(at: $0.time) } ?? isNightNow }
    if report.showsNow, report.current?.description != nil { return isNightNow }
    return report.days.first.map { isNight(on: $0) } ?? isNightNow
  }

  /// Whether it is night now: when the weather was observed, else when the answer came.
  var isNightNow: Bool { isKnownNight(at: now) ?? (isNowLocal && Self.isNight(byClock: now)) }

  /// Whether it is night at a moment by the place's clock.
  func isNight(at time: LocalTime) -> Bool { isKnownNight(at: time) ?? Self.isNight(byClock: time) }

  /// Whether a day's row speaks of a night: a day that is over has no high any more, and the words of its night; so has one
  /// of which only the evening is left. Beside the weather now, today's row is of the night when that has come, and before the
  /// morning where it has the same words or the only ones: one sky is not shown in two ways.
  func isNight(on day: DayForecast) -> Bool {
    if let from = day.from, from.clock.hour >= 12 { return isNight(at: from) }
    if day.high == nil, day.low != nil { return true }
    guard report.showsNow, day.date == report.days.first?.date, isNightNow else { return false }
    let words = report.current?.description
    return now.clock.hour >= 12 || words == nil || words == day.description
  }

  /// Whether it is night at a moment, by the sun's times or its altitude; nil where neither is known.
  func isKnownNight(at time: LocalTime) -> Bool? {
    if let day = report.days.first(where: { $0.date == time.day }), let rise = day.sunrise, let set = day.sunset {
      // Where summers are bright, the sun may set after midnight and rise on the same day.
      return rise < set ? time < rise || time >= set : time >= set && time < rise
    }
    guard let latitude = report.place.latitude, let longitude = report.place.longitude,
      let point = Coordinates(latitude: latitude, longitude: longitude)
    else { return nil }
    return Sun.altitude(at: time, latitude: point.latitude, longitude: point.longitude) < Sun.horizon
  }

  private static func isNight(byClock time: LocalTime) -> Bool { !(6..<18).contains(time.clock.hour) }
}
