import Basics
import Weather

/// One row of a forecast, whichever kind it is: what stands on a line of a table.
struct ReportRow {
  /// The day, by the place's calendar.
  let day: CalendarDay
  /// The hour's beginning, where the row is one of hours.
  let hour: LocalTime?
  /// The hour that the day's values begin at; nil for the whole day.
  let from: LocalTime?
  /// How many hours the row of an hour holds.
  let hours: Int?
  /// The temperature of the hour, or of now.
  let temperature: Temperature?
  /// The day's highest temperature.
  let high: Temperature?
  /// The day's lowest temperature.
  let low: Temperature?
  /// The source's own words.
  let description: String?
  /// The fields that a user may ask for.
  let details: Details

  /// What a report says, a row a day or hour. In today's row the words and details are the current ones where known.
  static func rows(of report: Report) -> [ReportRow] {
    switch report.kind {
    case .today:
      report.current == nil && report.days.isEmpty ? [] : [ReportRow(report.current, report.days.first, report.today)]
    case .fiveDays, .tenDays, .weekend: report.days.map { ReportRow($0) }
    case .hourly: report.hours.map { ReportRow($0) }
    }
  }

  /// The row of today.
  private init(_ current: CurrentConditions?, _ day: DayForecast?, _ today: CalendarDay) {
    self.day = day?.date ?? today
    hour = nil
    from = day?.from
    hours = nil
    temperature = current?.temperature
    high = day?.high
    low = day?.low
    description = current?.description ?? day?.description
    details = Details(current: current, day: day)
  }

  /// The row of a day.
  private init(_ day: DayForecast) {
    self.day = day.date
    hour = nil
    from = day.from
    hours = nil
    temperature = nil
    high = day.high
    low = day.low
    description = day.description
    details = Details(day)
  }

  /// The row of an hour.
  private init(_ hour: HourForecast) {
    day = hour.time.day
    self.hour = hour.time
    from = nil
    hours = hour.hours
    temperature = hour.temperature
    high = nil
    low = nil
    description = hour.description
    details = Details(hour)
  }
}
