public import Basics
public import Weather

/// The output of `json` and `ndjson`, schema `weatherterm/forecast/1`: each key with its schema and its value. Keys are
/// never omitted; null is unknown.
public enum JsonReport {
  static let schema = "weatherterm/forecast/1"

  /// All keys of a report with their values; a failed one has only its error.
  public static func pairs(_ report: Report) -> JsonValue.Pairs {
    var report = report
    if report.failure != nil {
      (report.units, report.current, report.days, report.hours) = (ReportUnits(), nil, [], [])
    }
    return keys.map { ($0.key, $0.value(report)) }
  }

  static let keys: [JsonKey<Report>] = [
    JsonKey("source", .object("Who said it.", source)) { .object(source, of: $0.source) },
    JsonKey("place", .object("What was asked, and the place found.", place)) { .object(place, of: $0) },
    JsonKey("units", .object("The unit of each quantity; null where the report holds no value of it.", units)) {
      .object(units, of: $0.units)
    },
    JsonKey("current", .orNull(.reference("current"))) { $0.current.map { .object(current, of: $0) } ?? .null },
    JsonKey("days", .list(.reference("day"))) { .array($0.days.map { .object(day, of: $0) }) },
    JsonKey("hours", .list(.reference("hour"))) { .array($0.hours.map { .object(hour, of: $0) }) },
    JsonKey("error", .orNull(.object("Why there is no forecast.", error))) {
      $0.failure.map { .object(error, of: $0) } ?? .null
    },
  ]

  private static let source: [JsonKey<Source>] = [
    JsonKey("parser", .value("The parser's name, as -p takes it.", "string")) { .string($0.parser) },
    JsonKey("name", .value("The site's own name.", "string")) { .string($0.name) },
    JsonKey("url", .value("The address that the values were read from.", "string")) { .string($0.url) },
    JsonKey("fetched", .reference("moment", "The run's one reading of the clock.")) { .time($0.fetched) },
    JsonKey("attribution", .value("What the source's terms ask to be said with its data.", "string")) {
      .string($0.attribution)
    },
    JsonKey(
      "age",
      .value(
        "Seconds since the source gave its answer; where what is in it is older, since then.", "integer", minimum: 0)
    ) { .number(Double($0.age)) },
    JsonKey("stale", .value("Whether the answer is older than the source's rules allow.", "boolean")) {
      .boolean($0.stale)
    },
    JsonKey(
      "repaired",
      .value("Whether it was read by selectors that were learned and that nobody has accepted yet.", "boolean")
    ) { .boolean($0.repaired) },
  ]

  private static let place: [JsonKey<Report>] = [
    JsonKey("query", .value("The area as the user gave it.", "string")) { .string($0.query) },
    JsonKey("name", .value("The place's name, as the source has it.", "string", "null")) { .text($0.place.name) },
    JsonKey("latitude", .value("Degrees north.", "number", "null", minimum: -90, maximum: 90)) {
      .number($0.place.latitude)
    },
    JsonKey("longitude", .value("Degrees east.", "number", "null", minimum: -180, maximum: 180)) {
      .number($0.place.longitude)
    },
    JsonKey("timeZone", .value("The time zone's IANA name.", "string", "null")) { .text($0.place.timeZone) },
  ]

  private static let units: [JsonKey<ReportUnits>] = Quantity.allCases.map { quantity in
    JsonKey(quantity.rawValue, ["enum": .array(quantity.units.map { .string($0.rawValue) } + [.null])]) {
      .text($0[quantity]?.rawValue)
    }
  }

  static let current: [JsonKey<CurrentConditions>] = fields()

  static let day: [JsonKey<DayForecast>] =
    [
      JsonKey("date", .value("The day.", "string", pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")) {
        .string($0.date.description)
      },
      JsonKey(
        "from", .orNull(.reference("moment", "The hour that the day's values begin at; null is the whole day."))
      ) { .time($0.from) },
    ] + fields()

  static let hour: [JsonKey<HourForecast>] =
    [
      JsonKey("time", .reference("moment")) { .time($0.time) },
      JsonKey(
        "hours", .value("How many hours the row holds for, from its time on.", "integer", "null", minimum: 1)
      ) { .number($0.hours.map(Double.init)) },
    ] + fields()

  private static let error: [JsonKey<ReportFailure>] = [
    JsonKey("status", .value("The exit status that this failure alone has (sysexits.h).", "integer", minimum: 1)) {
      .number(Double($0.status))
    },
    JsonKey("message", .value("One full sentence.", "string")) { .string($0.message) },
  ]

  /// The fields of a kind of row.
  private static func fields<R: Row>() -> [JsonKey<R>] {
    R.kind.fields.map { field in
      JsonKey(field.key, .values(of: field)) { row in
        switch row.values[field] {
        case nil: .null
        case .measured(let measured): .number(measured.value)
        case .number(let number): .number(number)
        case .direction(let direction): .string(direction.rawValue)
        case .words(let words): .string(words)
        case .time(let time): .time(time)
        }
      }
    }
  }
}

/// A key of the JSON output.
public struct JsonKey<Subject>: Sendable {
  let key: String
  /// The schema of its values; only built when the schema is printed.
  let schema: @Sendable () -> JsonValue
  /// Its value for a subject.
  let value: @Sendable (Subject) -> JsonValue

  /// A key with its schema and its value.
  public init(
    _ key: String, _ schema: @autoclosure @escaping @Sendable () -> JsonValue,
    value: @escaping @Sendable (Subject) -> JsonValue
  ) {
    (self.key, self.schema, self.value) = (key, schema, value)
  }
}

extension JsonValue {
  /// A subject's values for these keys.
  public static func object<Subject>(_ keys: [JsonKey<Subject>], of subject: Subject) -> JsonValue {
    .object(keys.map { ($0.key, $0.value(subject)) })
  }

  /// A time with its offset, or null.
  public static func time(_ time: LocalTime?) -> JsonValue { .text(time?.description) }
}
