import Basics
import Weather

/// What an output form shows on one line: a day, an hour, or today with the weather now. nil is unknown.
struct ReportRow: Row {
  static var kind: RowKinds { [.current, .day, .hour] }

  /// The day, by the place's calendar.
  var day: CalendarDay
  /// The hour's beginning; nil for a day.
  var time: LocalTime?
  /// The hour that a day's values begin at; nil for a whole day.
  var from: LocalTime?
  /// How many hours the row of an hour holds, where the source says it.
  var hours: Int?
  /// How long it holds, in seconds.
  var length = 86_400
  /// Whether rows are missing before it, so that no curve leads to it.
  var followsGap = false
  /// Whether it is night, where the rows were made with ``Daylight``.
  var isNight = false
  /// What the sun does where it does not both rise and set.
  var sunState: Sun.State?
  var values: FieldValues

  /// The rows of a report's table: its hours where hours were asked for, else its days; signs for night where the daylight is
  /// given, which takes longer.
  static func rows(of report: Report, _ daylight: Daylight? = nil) -> [ReportRow] {
    if report.showsHours { return rows(of: report.hours, daylight) }
    var rows = report.days.map { ReportRow($0, isNight: daylight?.isNight(on: $0) ?? false) }
    for index in rows.indices.dropFirst() { rows[index].followsGap = rows[index].day - rows[index - 1].day > 1 }
    return rows
  }

  /// The rows of hours. One holds as long as the source says; else up to the next row, but no longer than the row before took,
  /// since rows may be missing, and 12 hours at most. None reaches beyond the next row.
  private static func rows(of hours: [HourForecast], _ daylight: Daylight?) -> [ReportRow] {
    let times = hours.map { $0.time.secondsSince1970 }
    var rows: [ReportRow] = []
    for (index, hour) in hours.enumerated() {
      let next = index + 1 < times.count ? times[index + 1] - times[index] : nil
      let before = index > 0 ? times[index] - times[index - 1] : nil
      let stated = hour.hours.map { max(1, $0) * 3600 }
      let length = stated ?? min([next, before].compactMap { $0 }.min() ?? 3600, 12 * 3600)
      // A curve leads over six hours. Where the next row is as far away, the source's steps have grown.
      let followsGap = before.map { $0 > max(6 * 3600, rows[index - 1].length, next ?? 0) } ?? false
      rows.append(
        ReportRow(
          day: hour.time.day, time: hour.time, hours: hour.hours, length: max(1, min(length, next ?? length)),
          followsGap: followsGap, isNight: daylight?.isNight(at: hour.time) ?? false, values: hour.values))
    }
    return rows
  }

  /// The rows as forms show them that have no other line for the weather now: where it was asked for, it is one row with today.
  static func mergedRows(of report: Report) -> [ReportRow] {
    guard report.showsNow else { return rows(of: report) }
    return report.current == nil && report.days.isEmpty ? [] : [now(report)]
  }

  /// The weather now; what is not known of now is today's.
  static func now(_ report: Report, _ daylight: Daylight? = nil) -> ReportRow {
    var row = ReportRow(
      report.days.first ?? DayForecast(date: report.today), isNight: daylight?.isNightAtStart ?? false)
    guard let now = report.current else { return row }
    for (field, value) in now.values.known where !windFields.contains(field) { row.values[field] = value }
    if now.wind.speed != nil || now.wind.direction != nil {
      // A gust of the day's does not belong to the wind of now, but is what there is to say of gusts.
      let gust = now.wind.gust ?? row.wind.gust
      row.wind = now.wind
      row.wind.gust = gust
    }
    return row
  }

  private static let windFields: [Field] = [.windSpeed, .windGust, .windDirection, .windDegrees]

  /// The amount of precipitation that a whole bar stands for: the most that falls, but never so little that drizzle looks like a
  /// flood (`least`, in millimetres).
  static func fullAmount(_ rows: [ReportRow], least: Double) -> Double {
    let unit = rows.lazy.compactMap { $0.precipitation?.unit }.first ?? .millimeters
    let known = rows.compactMap { $0.precipitation?.value }
    return max(Precipitation(least, .millimeters).exactly(in: unit), known.max() ?? 0)
  }

  var highest: Temperature? { time == nil ? high : temperature }

  func plain(_ options: RenderingOptions) -> ReportRow {
    var row = self
    row.description = description.map { options.plain($0) }
    return row
  }
}

extension ReportRow {
  fileprivate init(_ day: DayForecast, isNight: Bool) {
    self.init(day: day.date, from: day.from, isNight: isNight, sunState: day.sunState, values: day.values)
  }
}

extension Report {
  var showsNow: Bool { question.parts.contains(.current) }

  var showsHours: Bool { question.parts.contains(.hours) }

  /// The fields that the merged rows have whatever the user chooses: those of no group. Times and bearings stand with what
  /// they belong to.
  var mainFields: [Field] {
    let kinds: RowKinds = showsNow ? [.current, .day] : showsHours ? .hour : .day
    return kinds.fields.filter { $0.group == nil && $0.kind != .time && $0.kind != .bearing }
  }
}

extension Precipitation {
  /// How much falls in all, in the unit of the first amount that is known; nil where none is.
  static func sum(of amounts: [Precipitation?]) -> Precipitation? {
    let known = amounts.compactMap { $0 }
    guard let unit = known.first?.unit else { return nil }
    return Precipitation(known.reduce(0) { $0 + $1.exactly(in: unit) }.rounded(decimals: unit.decimals), unit)
  }
}
