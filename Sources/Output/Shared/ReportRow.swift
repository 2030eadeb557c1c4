import Basics
import Weather

/// A row for display: a day, an hour, or today with current conditions; nil is unknown.
struct ReportRow: Row {
  static var kind: RowKinds { [.current, .day, .hour] }

  /// The local date.
  var day: CalendarDay
  /// The hour's start; nil for a day.
  var time: LocalTime?
  /// The start of a day's data; nil for a whole day.
  var from: LocalTime?
  /// The hourly row's length in hours, if stated by the source.
  var hours: Int?
  /// Length in seconds.
  var length = 86_400
  /// True if rows before it are missing, so that curves are interrupted.
  var followsGap = false
  /// True at night; set only if ``Daylight`` is passed.
  var isNight = false
  /// Set if the sun does not both rise and set.
  var sunState: Sun.State?
  var values: FieldValues

  /// The rows of a report's table: hours if requested, else days. Passing `daylight` sets ``isNight``, which takes
  /// longer.
  static func rows(of report: Report, _ daylight: Daylight? = nil) -> [ReportRow] {
    report.showsHours ? hours(of: report, daylight) : days(of: report, daylight)
  }

  /// The hourly rows.
  static func hours(of report: Report, _ daylight: Daylight? = nil) -> [ReportRow] { rows(of: report.hours, daylight) }

  /// The daily rows.
  static func days(of report: Report, _ daylight: Daylight? = nil) -> [ReportRow] {
    var rows = report.days.map { ReportRow($0, isNight: daylight?.isNight(on: $0) ?? false) }
    for index in rows.indices.dropFirst() { rows[index].followsGap = rows[index].day - rows[index - 1].day > 1 }
    return rows
  }

  /// Hourly rows. A row's length is the stated one; else the distance to the next row, but at most the distance to the
  /// previous one (rows may be missing) and 12 hours. It never extends beyond the next row.
  private static func rows(of hours: [HourForecast], _ daylight: Daylight?) -> [ReportRow] {
    let times = hours.map { $0.time.secondsSince1970 }
    var rows: [ReportRow] = []
    for (index, hour) in hours.enumerated() {
      let next = index + 1 < times.count ? times[index + 1] - times[index] : nil
      let before = index > 0 ? times[index] - times[index - 1] : nil
      let stated = hour.hours.map { max(1, $0) * 3600 }
      let length = stated ?? min([next, before].compactMap { $0 }.min() ?? 3600, 12 * 3600)
      // Curves span up to six hours. If the next row is as far away, the source has changed to longer steps.
      let followsGap = before.map { $0 > max(6 * 3600, rows[index - 1].length, next ?? 0) } ?? false
      rows.append(
        ReportRow(
          day: hour.time.day, time: hour.time, hours: hour.hours, length: max(1, min(length, next ?? length)),
          followsGap: followsGap, isNight: daylight?.isNight(at: hour.time) ?? false, values: hour.values))
    }
    return rows
  }

  /// Rows for forms that show current conditions within the table: if requested, they are merged with today's row.
  static func mergedRows(of report: Report) -> [ReportRow] {
    guard report.showsNow else { return rows(of: report) }
    return report.current == nil && report.days.isEmpty ? [] : [now(report)]
  }

  /// Current conditions, completed with today's values.
  static func now(_ report: Report, _ daylight: Daylight? = nil) -> ReportRow {
    var row = ReportRow(
      report.days.first ?? DayForecast(date: report.today), isNight: daylight?.isNightAtStart ?? false)
    guard let now = report.current else { return row }
    for (field, value) in now.values.known where !windFields.contains(field) { row.values[field] = value }
    if now.wind.speed != nil || now.wind.direction != nil {
      // Today's gust is shown if there is no current one.
      let gust = now.wind.gust ?? row.wind.gust
      row.wind = now.wind
      row.wind.gust = gust
    }
    return row
  }

  private static let windFields: [Field] = [.windSpeed, .windGust, .windDirection, .windDegrees]

  /// The amount of a full precipitation bar: the largest amount, but at least `least` millimetres, so that drizzle does
  /// not look like a flood.
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

  /// True if the rows are hours; an overview's are days.
  var showsHours: Bool { question.wantsHours && !question.isOverview }

  /// The fields of merged rows that are always shown: those without a group. Times and bearings are shown elsewhere.
  var mainFields: [Field] {
    let kinds: RowKinds = showsNow ? [.current, .day] : showsHours ? .hour : .day
    return kinds.fields.filter { $0.group == nil && $0.kind != .time && $0.kind != .bearing }
  }
}

extension Precipitation {
  /// The sum of the known amounts, in the unit of the first; nil if none is known.
  static func sum(of amounts: [Precipitation?]) -> Precipitation? {
    let known = amounts.compactMap { $0 }
    guard let unit = known.first?.unit else { return nil }
    return Precipitation(known.reduce(0) { $0 + $1.exactly(in: unit) }.rounded(decimals: unit.decimals), unit)
  }
}
