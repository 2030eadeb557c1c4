import Weather

/// The JSON Schema (draft 2020-12) of what `json` and `ndjson` write: `weatherterm schema` prints it.
///
/// A document of `json` is the schema itself; a line of `ndjson` is its `$defs/line`.
public enum ForecastSchema {
  /// The schema as a text.
  public static var text: String { schema.text() + "\n" }

  private static var schema: JsonValue {
    .object([
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      ("title", .string(JsonReport.schema)),
      ("description", .string("What 'weatherterm -o json' prints. Every key is always there; null is unknown.")),
      ("type", .string("object")),
      ("required", names(["schema", "reports"])),
      ("additionalProperties", .boolean(false)),
      (
        "properties",
        .object([
          ("schema", version),
          ("reports", list(.object(closedReport))),
        ])
      ),
      (
        "$defs",
        .object([
          ("report", report),
          ("line", line),
          ("current", current),
          ("day", day),
          ("hour", hour),
          ("moment", moment),
          ("direction", direction),
        ])
      ),
    ])
  }

  /// A report, and no other keys beside it.
  private static var closedReport: [(key: String, value: JsonValue)] {
    [("$ref", .string("#/$defs/report")), ("unevaluatedProperties", .boolean(false))]
  }

  /// What a report holds; a failed one has nothing but its error.
  private static var report: JsonValue {
    guard
      case .object(let pairs) = object(
        "One place's forecast.",
        [
          ("source", source),
          ("place", place),
          ("units", units),
          ("current", orNull(reference("current"))),
          ("days", list(reference("day"))),
          ("hours", list(reference("hour"))),
          ("error", orNull(error)),
        ], isClosed: false)
    else { return .null }
    let failed = JsonValue.object([
      ("properties", .object([("error", type("object"))])), ("required", names(["error"])),
    ])
    let empty = JsonValue.object([("maxItems", .number(0))])
    let bare = JsonValue.object([
      ("properties", .object([("current", type("null")), ("days", empty), ("hours", empty)]))
    ])
    return .object(pairs + [("if", failed), ("then", bare)])
  }

  /// A line of `ndjson`: a report that says its schema.
  private static var line: JsonValue {
    .object(
      [
        ("description", .string("A line of 'weatherterm -o ndjson'.")),
        ("required", names(["schema"])),
        ("properties", .object([("schema", version)])),
      ] + closedReport)
  }

  private static var source: JsonValue {
    object(
      "Who said it.",
      [
        ("parser", described("The parser's name, as -p takes it.", "string")),
        ("name", described("The site's own name.", "string")),
        ("url", described("The address that the values were read from.", "string")),
        ("fetched", reference("moment", "The run's one reading of the clock.")),
        ("attribution", described("What the source's terms ask to be said with its data.", "string")),
        (
          "age",
          number(
            "Seconds since the source gave its answer; where what is in it is older, since then.", "integer",
            minimum: 0)
        ),
        ("stale", described("Whether the answer is older than the source's rules allow.", "boolean")),
      ])
  }

  private static var place: JsonValue {
    object(
      "What was asked, and the place found.",
      [
        ("query", described("The area as the user gave it.", "string")),
        ("name", described("The place's name, as the source has it.", "string", "null")),
        ("latitude", number("Degrees north.", "number", "null", minimum: -90, maximum: 90)),
        ("longitude", number("Degrees east.", "number", "null", minimum: -180, maximum: 180)),
        ("timeZone", described("The time zone's IANA name.", "string", "null")),
      ])
  }

  private static var units: JsonValue {
    object(
      "The unit of each quantity; null where the report holds no value of it.",
      [
        ("temperature", unit(.temperature)),
        ("speed", unit(.speed)),
        ("pressure", unit(.pressure)),
        ("distance", unit(.distance)),
        ("precipitation", unit(.precipitation)),
      ])
  }

  private static var current: JsonValue {
    object(
      "The weather now.",
      [("observed", orNull(reference("moment"))), ("temperature", value("The air temperature."))]
        + [("feelsLike", value("What it feels like.")), ("description", words), ("humidity", percent)] + wind
        + [
          ("dewPoint", value("The dew point.")),
          ("pressure", value("The air pressure at sea level.", minimum: 0)),
          ("visibility", value("How far one can see.", minimum: 0)),
          ("uvIndex", value("The UV index.", minimum: 0)),
          ("cloudCover", percent),
        ])
  }

  private static var day: JsonValue {
    object(
      "A calendar day at the place.",
      [
        ("date", pattern("The day.", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")),
        ("from", orNull(reference("moment", "The hour that the day's values begin at; null is the whole day."))),
        ("high", value("The highest temperature.")),
        ("low", value("The lowest temperature, of the day or of its night.")),
        ("description", words),
        ("precipitationChance", percent),
        ("precipitation", value("How much falls.", minimum: 0)),
      ] + wind + [
        ("humidity", percent),
        ("uvIndex", value("The highest UV index.", minimum: 0)),
        ("cloudCover", percent),
        ("sunrise", orNull(reference("moment"))),
        ("sunset", orNull(reference("moment"))),
      ])
  }

  private static var hour: JsonValue {
    object(
      "An hour, by its beginning.",
      [
        ("time", reference("moment")),
        ("hours", number("How many hours the row holds for, from its time on.", "integer", "null", minimum: 1)),
        ("temperature", value("The air temperature.")),
        ("feelsLike", value("What it feels like.")),
        ("description", words),
        ("precipitationChance", percent),
        ("precipitation", value("How much falls in the row's hours.", minimum: 0)),
      ] + wind + [
        ("humidity", percent),
        ("dewPoint", value("The dew point.")),
        ("pressure", value("The air pressure at sea level.", minimum: 0)),
        ("visibility", value("How far one can see.", minimum: 0)),
        ("cloudCover", percent),
        ("uvIndex", value("The UV index.", minimum: 0)),
      ])
  }

  private static var error: JsonValue {
    object(
      "Why there is no forecast.",
      [
        ("status", number("The exit status that this failure alone has (sysexits.h).", "integer", minimum: 1)),
        ("message", described("One full sentence.", "string")),
      ])
  }

  private static var wind: [(key: String, value: JsonValue)] {
    [
      ("windSpeed", value("The mean speed.", minimum: 0)),
      ("windGust", value("The speed of the strongest gusts.", minimum: 0)),
      ("windDirection", orNull(reference("direction"))),
      ("windDegrees", number("Clockwise from north.", "number", "null", minimum: 0, maximum: 360)),
    ]
  }

  private static var words: JsonValue { described("The source's own words.", "string", "null") }

  private static var percent: JsonValue { number("A share of a hundred.", "number", "null", minimum: 0, maximum: 100) }

  private static var version: JsonValue { .object([("const", .string(JsonReport.schema))]) }

  private static var moment: JsonValue {
    pattern(
      "A moment with the place's offset from UTC.",
      "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[+-][0-9]{2}:[0-9]{2}$")
  }

  private static var direction: JsonValue {
    .object([
      ("description", .string("The point of the compass that the wind blows from.")),
      ("enum", names(CompassPoint.allCases.map { $0.rawValue })),
    ])
  }
}
