import Basics
import Weather

/// What a report says, laid out along the time of a meteogram. Shares count from 0 at its left end to 1 at its right.
struct MeteogramSeries {
  /// The days or the hours.
  let columns: [MeteogramColumn]
  /// When it is night.
  let nights: [ClosedRange<Double>]
  /// The days, and the shares that they span.
  let days: [(day: CalendarDay, span: ClosedRange<Double>)]
  /// Whether the columns are hours.
  let isHourly: Bool

  /// A report's hours, or its days.
  init(_ report: Report) {
    isHourly = report.showsHours
    (columns, nights, days) = isHourly ? Self.hours(report) : Self.days(report)
  }

  /// Days side by side, a column each, from midnight to midnight.
  private static func days(
    _ report: Report
  ) -> ([MeteogramColumn], [ClosedRange<Double>], [(day: CalendarDay, span: ClosedRange<Double>)]) {
    let daylight = Daylight(report)
    let width = 1 / Double(max(1, report.days.count))
    let columns = report.days.enumerated().map { index, day in
      let start = Double(index) * width
      var column = MeteogramColumn(
        middle: start + width / 2, span: start...start + width, from: day.from, isToday: day.date == report.today,
        followsGap: index > 0 && day.date - report.days[index - 1].date != 1, day: day.date, high: day.high,
        low: day.low, words: day.description, precipitation: day.precipitation,
        precipitationChance: day.precipitationChance, wind: day.wind, sunrise: day.sunrise, sunset: day.sunset)
      column.isNight = daylight.isNight(on: day)
      column.sunState = day.sunState
      return column
    }
    let nights = columns.flatMap { column in
      darkHours(column, daylight, timeZone: report.place.timeZone).map { dark in
        column.span.lowerBound + dark.lowerBound * width...column.span.lowerBound + dark.upperBound * width
      }
    }
    return (columns, nights, columns.map { ($0.day, $0.span) })
  }

  /// The shares of a day that are night: by its sunrise and sunset, else by the sun's altitude at the place.
  private static func darkHours(
    _ column: MeteogramColumn, _ daylight: Daylight, timeZone: String?
  ) -> [ClosedRange<Double>] {
    func share(_ time: LocalTime) -> Double {
      min(1, max(0, Double(time.secondsSince1970 + time.offset - column.day.number * 86_400) / 86_400))
    }
    if let sunrise = column.sunrise.map(share), let sunset = column.sunset.map(share) {
      return sunrise < sunset ? [0...sunrise, sunset...1] : [sunset...sunrise]
    }
    guard let timeZone, let midnight = LocalTime.moments(on: column.day, seconds: 0, timeZone: timeZone).first else {
      return []
    }
    let start = midnight.secondsSince1970
    let end = LocalTime(secondsSince1970: start + 86_400, offset: midnight.offset)
    return Nights.between(midnight, end, by: daylight).map { night in
      Double(night.lowerBound - start) / 86_400...Double(night.upperBound - start) / 86_400
    }
  }

  /// Hours by their moments, so that a missing one leaves its room empty.
  private static func hours(
    _ report: Report
  ) -> ([MeteogramColumn], [ClosedRange<Double>], [(day: CalendarDay, span: ClosedRange<Double>)]) {
    let steps = HourSteps.of(report.hours)
    guard let first = report.hours.first?.time, let last = report.hours.last?.time, let lastStep = steps.last else {
      return ([], [], [])
    }
    // An hour before the first, so that its value has room; the last one's rain falls in the time after it.
    let (start, end) = (first.secondsSince1970 - 3600, last.secondsSince1970 + max(3600, lastStep.length))
    func share(_ moment: Int) -> Double { min(1, max(0, Double(moment - start) / Double(end - start))) }
    func time(_ moment: Int) -> LocalTime { LocalTime(secondsSince1970: moment, offset: first.offset) }
    let daylight = Daylight(report)
    let columns = report.hours.enumerated().map { index, hour in
      let moment = hour.time.secondsSince1970
      var column = MeteogramColumn(
        middle: share(moment), span: share(moment)...share(moment + steps[index].length), length: steps[index].length,
        followsGap: steps[index].followsGap, day: hour.time.day, time: hour.time, high: hour.temperature,
        words: hour.description,
        precipitation: hour.precipitation, precipitationChance: hour.precipitationChance, wind: hour.wind)
      column.isNight = daylight.isNight(at: hour.time)
      return column
    }
    let nights = Nights.between(time(start), time(end), by: daylight)
    var days: [(day: CalendarDay, span: ClosedRange<Double>)] = []
    for column in columns where days.last?.day != column.day {
      let midnight = column.time.map { LocalTime(column.day, seconds: 0, offset: $0.offset).secondsSince1970 } ?? start
      if let before = days.popLast() {
        days.append((before.day, before.span.lowerBound...max(before.span.lowerBound, share(midnight))))
      }
      days.append((column.day, share(midnight)...1))
    }
    return (columns, nights.map { share($0.lowerBound)...share($0.upperBound) }, days)
  }
}
