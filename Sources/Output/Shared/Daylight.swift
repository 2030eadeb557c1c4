public import Basics
public import Weather

/// Whether it is day or night at a report's place: the one rule that every output form chooses its signs by.
///
/// For a moment, the first of these that is known decides:
/// 1. the sunrise and sunset that the source gives for the moment's day;
/// 2. the sun's altitude, from the place's coordinates (``Sun``);
/// 3. the place's clock: night is before 6:00 and from 18:00 on, which is right for the mean of a year;
/// 4. nothing: day.
public struct Daylight: Sendable {
  private let place: Place
  private let days: [DayForecast]
  /// When the weather now was observed, else when the answer came.
  private let now: LocalTime
  /// Whether `now` is told by the place's clock.
  private let isNowLocal: Bool
  /// The source's words for now; nil where it has none, so that the day's stand for them.
  private let words: String?
  /// Whether the report is of now and today.
  private let isOfToday: Bool

  /// The rule for a report.
  public init(_ report: Report) {
    place = report.place
    days = report.days
    let fetched = report.source.fetched
    let sun = report.days.lazy.flatMap { [$0.sunrise, $0.sunset] }.compactMap { $0?.offset }.first
    // The clock of the run is the computer's. The table of zones takes long to open: it is asked last.
    let local =
      report.current?.observed ?? (report.hours.first?.time.offset ?? sun).map { fetched.at(offset: $0) }
      ?? report.place.timeZone.flatMap { fetched.at(timeZone: $0) }
    // By the sun's own clock, morning and evening can be told apart wherever it is known where the place is.
    let longitude = report.place.longitude.flatMap { (-180...180).contains($0) ? $0 : nil }
    now = local ?? longitude.map { fetched.at(offset: Int($0 * 240)) } ?? fetched
    isNowLocal = local != nil
    words = report.current?.description
    isOfToday = report.showsNow
  }

  /// Whether it is night where the report begins: in the first of its hours, on the first of its days, or now; of a report
  /// of now whose words are those of the day, on that day.
  public func isNight(_ report: Report) -> Bool {
    if report.showsHours { return report.hours.first.map { isNight(at: $0.time) } ?? isNightNow }
    if report.showsNow, words != nil { return isNightNow }
    return report.days.first.map { isNight(on: $0) } ?? isNightNow
  }

  /// Whether it is night now: when the weather was observed, else when the answer came.
  public var isNightNow: Bool { isKnownNight(at: now) ?? (isNowLocal && isNight(byClock: now)) }

  /// Whether it is night at a moment by the place's clock.
  public func isNight(at time: LocalTime) -> Bool { isKnownNight(at: time) ?? isNight(byClock: time) }

  /// Whether a day's row speaks of a night: a day that is over has no high any more, and the words of its night; so has one
  /// of which only the evening is left. Beside the weather now, today's row is of the night when that has come, and before the
  /// morning where it has the same words or the only ones: one sky is not shown in two ways.
  public func isNight(on day: DayForecast) -> Bool {
    if let from = day.from, from.clock.hour >= 12 { return isNight(at: from) }
    if day.high == nil, day.low != nil { return true }
    guard isOfToday, day.date == days.first?.date, isNightNow else { return false }
    return now.clock.hour >= 12 || words == nil || words == day.description
  }

  /// Whether the row of a day of the report speaks of a night; not where there is no such row.
  public func isNight(on date: CalendarDay) -> Bool { days.first { $0.date == date }.map { isNight(on: $0) } ?? false }

  /// Whether it is night at a moment, by the sun's times or its altitude; nil where neither is known.
  public func isKnownNight(at time: LocalTime) -> Bool? {
    if let day = days.first(where: { $0.date == time.day }), let rise = day.sunrise, let set = day.sunset {
      // Where summers are bright, the sun may set after midnight and rise on the same day.
      return rise < set ? time < rise || time >= set : time >= set && time < rise
    }
    guard let latitude = place.latitude, let longitude = place.longitude,
      let point = Coordinates(latitude: latitude, longitude: longitude)
    else { return nil }
    return Sun.altitude(at: time, latitude: point.latitude, longitude: point.longitude) < Sun.horizon
  }

  /// Whether it is night by the clock.
  private func isNight(byClock time: LocalTime) -> Bool { !(6..<18).contains(time.clock.hour) }
}
