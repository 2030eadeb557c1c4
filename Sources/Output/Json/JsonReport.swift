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
    .object([
      ("temperature", .text(units.temperature?.rawValue)),
      ("speed", .text(units.speed?.rawValue)),
      ("pressure", .text(units.pressure?.rawValue)),
      ("distance", .text(units.distance?.rawValue)),
      ("precipitation", .text(units.precipitation?.rawValue)),
    ])
  }

  /// The weather now.
  private static func current(_ now: CurrentConditions) -> JsonValue {
    .object([
      ("observed", time(now.observed)),
      ("temperature", .number(now.temperature?.value)),
      ("feelsLike", .number(now.feelsLike?.value)),
      ("description", .text(now.description)),
      ("humidity", .number(now.humidity)),
      ("windSpeed", .number(now.wind.speed?.value)),
      ("windGust", .number(now.wind.gust?.value)),
      ("windDirection", .text(now.wind.direction?.rawValue)),
      ("windDegrees", .number(now.wind.degrees)),
      ("dewPoint", .number(now.dewPoint?.value)),
      ("pressure", .number(now.pressure?.value)),
      ("visibility", .number(now.visibility?.value)),
      ("uvIndex", .number(now.uvIndex)),
      ("cloudCover", .number(now.cloudCover)),
    ])
  }

  /// A row of days.
  private static func day(_ day: DayForecast) -> JsonValue {
    .object([
      ("date", .string(day.date.description)),
      ("from", time(day.from)),
      ("high", .number(day.high?.value)),
      ("low", .number(day.low?.value)),
      ("description", .text(day.description)),
      ("precipitationChance", .number(day.precipitationChance)),
      ("precipitation", .number(day.precipitation?.value)),
      ("windSpeed", .number(day.wind.speed?.value)),
      ("windGust", .number(day.wind.gust?.value)),
      ("windDirection", .text(day.wind.direction?.rawValue)),
      ("windDegrees", .number(day.wind.degrees)),
      ("humidity", .number(day.humidity)),
      ("uvIndex", .number(day.uvIndex)),
      ("cloudCover", .number(day.cloudCover)),
      ("sunrise", time(day.sunrise)),
      ("sunset", time(day.sunset)),
    ])
  }

  /// A row of hours.
  private static func hour(_ hour: HourForecast) -> JsonValue {
    .object([
      ("time", time(hour.time)),
      ("hours", .number(hour.hours.map(Double.init))),
      ("temperature", .number(hour.temperature?.value)),
      ("feelsLike", .number(hour.feelsLike?.value)),
      ("description", .text(hour.description)),
      ("precipitationChance", .number(hour.precipitationChance)),
      ("precipitation", .number(hour.precipitation?.value)),
      ("windSpeed", .number(hour.wind.speed?.value)),
      ("windGust", .number(hour.wind.gust?.value)),
      ("windDirection", .text(hour.wind.direction?.rawValue)),
      ("windDegrees", .number(hour.wind.degrees)),
      ("humidity", .number(hour.humidity)),
      ("dewPoint", .number(hour.dewPoint?.value)),
      ("pressure", .number(hour.pressure?.value)),
      ("visibility", .number(hour.visibility?.value)),
      ("cloudCover", .number(hour.cloudCover)),
      ("uvIndex", .number(hour.uvIndex)),
    ])
  }

  /// Why there is no forecast.
  private static func error(_ failure: ReportFailure) -> JsonValue {
    .object([("status", .number(Double(failure.status))), ("message", .string(failure.message))])
  }

  /// A moment with its offset, or null where it is unknown.
  private static func time(_ time: LocalTime?) -> JsonValue { .text(time?.description) }
}
