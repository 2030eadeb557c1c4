import Basics
import Weather

/// A report as the schema `weatherterm/forecast/1` has it: every key is always there, null is unknown.
enum JsonReport {
  /// The schema's name.
  static let schema = "weatherterm/forecast/1"

  /// A whole report.
  static func value(_ report: Report) -> JsonValue { .object(pairs(report)) }

  /// The keys of a whole report with their values.
  static func pairs(_ report: Report) -> [(key: String, value: JsonValue)] {
    let failed = report.failure != nil
    return [
      ("source", source(report.source)),
      ("place", place(report)),
      ("units", units(failed ? ReportUnits() : report.units)),
      ("current", failed ? .null : report.current.map(current) ?? .null),
      ("days", .array(failed ? [] : report.days.map(day))),
      ("hours", .array(failed ? [] : report.hours.map(hour))),
      ("error", report.failure.map(error) ?? .null),
    ]
  }

  /// Who said it.
  private static func source(_ source: Source) -> JsonValue {
    .object([
      ("parser", .string(source.parser)),
      ("name", .string(source.name)),
      ("url", .string(source.url)),
      ("fetched", time(source.fetched)),
      ("attribution", .string(source.attribution)),
      ("age", .number(Double(source.age))),
      ("stale", .boolean(source.stale)),
    ])
  }

  /// What was asked, and the place found.
  private static func place(_ report: Report) -> JsonValue {
    .object([
      ("query", .string(report.query)),
      ("name", .text(report.place.name)),
      ("latitude", .number(report.place.latitude)),
      ("longitude", .number(report.place.longitude)),
      ("timeZone", .text(report.place.timeZone)),
    ])
  }

  /// The units of what is in the report.
  private static func units(_ units: ReportUnits) -> JsonValue {
    .object(Quantity.allCases.map { ($0.rawValue, .text(units[$0]?.rawValue)) })
  }

  /// The weather now.
  private static func current(_ now: CurrentConditions) -> JsonValue { .object(values(of: now)) }

  /// A row of days.
  private static func day(_ day: DayForecast) -> JsonValue {
    .object([("date", .string(day.date.description)), ("from", time(day.from))] + values(of: day))
  }

  /// A row of hours.
  private static func hour(_ hour: HourForecast) -> JsonValue {
    .object([("time", time(hour.time)), ("hours", .number(hour.hours.map(Double.init)))] + values(of: hour))
  }

  /// The fields of a row.
  private static func values<R: Row>(of row: R) -> [(key: String, value: JsonValue)] {
    R.kind.fields.map { field in
      let value: JsonValue =
        switch row.values[field] {
        case nil: .null
        case .measured(let measured): .number(measured.value)
        case .number(let number): .number(number)
        case .direction(let direction): .string(direction.rawValue)
        case .words(let words): .string(words)
        case .time(let time): .string(time.description)
        }
      return (field.key, value)
    }
  }

  /// Why there is no forecast.
  private static func error(_ failure: ReportFailure) -> JsonValue {
    .object([("status", .number(Double(failure.status))), ("message", .string(failure.message))])
  }

  /// A moment with its offset, or null where it is unknown.
  private static func time(_ time: LocalTime?) -> JsonValue { .text(time?.description) }
}
