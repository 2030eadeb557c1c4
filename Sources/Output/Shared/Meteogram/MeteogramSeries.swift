import Basics
import Weather

/// A report's rows along the time axis; positions range from 0 at the left end to 1 at the right.
struct MeteogramSeries {
  @dynamicMemberLookup
  struct Column {
    let row: ReportRow
    let middle: Double
    /// The extent of the time that it covers.
    let span: ClosedRange<Double>

    subscript<Value>(dynamicMember path: KeyPath<ReportRow, Value>) -> Value { row[keyPath: path] }
  }

  private(set) var columns: [Column] = []
  private(set) var nights: [ClosedRange<Double>] = []
  private(set) var days: [(day: CalendarDay, span: ClosedRange<Double>)] = []
  /// True for hourly columns.
  let isHourly: Bool

  init(_ report: Report) {
    isHourly = report.showsHours
    let daylight = Daylight(report)
    let rows = ReportRow.rows(of: report, daylight)
    if isHourly { addHours(rows, daylight) } else { addDays(rows, daylight, timeZone: report.place.timeZone) }
  }

  /// Days next to each other, from midnight to midnight.
  private mutating func addDays(_ rows: [ReportRow], _ daylight: Daylight, timeZone: String?) {
    let width = 1 / Double(max(1, rows.count))
    for (index, row) in rows.enumerated() {
      let start = Double(index) * width
      columns.append(Column(row: row, middle: start + width / 2, span: start...start + width))
      days.append((row.day, start...start + width))
      nights += Self.darkHours(row, daylight, timeZone: timeZone).map {
        start + $0.lowerBound * width...start + $0.upperBound * width
      }
    }
  }

  /// The parts of a day that are night: by sunrise and sunset, else by the sun's altitude at the place.
  private static func darkHours(_ row: ReportRow, _ daylight: Daylight, timeZone: String?) -> [ClosedRange<Double>] {
    func share(_ time: LocalTime) -> Double {
      min(1, max(0, Double(time.secondsSince1970 + time.offset - row.day.number * 86_400) / 86_400))
    }
    if let sunrise = row.sunrise.map(share), let sunset = row.sunset.map(share) {
      return sunrise < sunset ? [0...sunrise, sunset...1] : [sunset...sunrise]
    }
    guard let timeZone, let midnight = LocalTime.moments(on: row.day, seconds: 0, timeZone: timeZone).first else {
      return []
    }
    let start = midnight.secondsSince1970
    return nights(from: start, to: start + 86_400, offset: midnight.offset, daylight).map {
      Double($0.lowerBound - start) / 86_400...Double($0.upperBound - start) / 86_400
    }
  }

  /// Hours at their times, so that a missing one leaves a gap.
  private mutating func addHours(_ rows: [ReportRow], _ daylight: Daylight) {
    guard let first = rows.first?.time, let last = rows.last, let lastTime = last.time else { return }
    // Starts an hour early, so that the first value has room; the last one's precipitation extends after it.
    let (start, end) = (first.secondsSince1970 - 3600, lastTime.secondsSince1970 + max(3600, last.length))
    func share(_ moment: Int) -> Double { min(1, max(0, Double(moment - start) / Double(end - start))) }
    for row in rows {
      guard let time = row.time else { continue }
      let moment = time.secondsSince1970
      columns.append(Column(row: row, middle: share(moment), span: share(moment)...share(moment + row.length)))
      guard days.last?.day != row.day else { continue }
      let midnight = share(LocalTime(row.day, seconds: 0, offset: time.offset).secondsSince1970)
      if let before = days.popLast() {
        days.append((before.day, before.span.lowerBound...max(before.span.lowerBound, midnight)))
      }
      days.append((row.day, midnight...1))
    }
    nights = Self.nights(from: start, to: end, offset: first.offset, daylight).map {
      share($0.lowerBound)...share($0.upperBound)
    }
  }

  /// The nights between two times, accurate to five minutes; empty if neither sunrise and sunset nor the place are
  /// known.
  private static func nights(from start: Int, to end: Int, offset: Int, _ daylight: Daylight) -> [ClosedRange<Int>] {
    var nights: [ClosedRange<Int>] = []
    var since: Int?
    for moment in stride(from: start, to: end, by: 300) {
      let isNight = daylight.isKnownNight(at: LocalTime(secondsSince1970: moment, offset: offset)) ?? false
      if isNight {
        since = since ?? moment
      } else if let begun = since {
        nights.append(begun...moment)
        since = nil
      }
    }
    if let since, since < end { nights.append(since...end) }
    return nights
  }
}
