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
      Quantity.allCases.map { ($0.rawValue, unit($0)) })
  }

  private static var current: JsonValue { object("The weather now.", fields(of: .current)) }

  private static var day: JsonValue {
    object(
      "A calendar day at the place.",
      [
        ("date", pattern("The day.", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")),
        ("from", orNull(reference("moment", "The hour that the day's values begin at; null is the whole day."))),
      ] + fields(of: .day))
  }

  private static var hour: JsonValue {
    object(
      "An hour, by its beginning.",
      [
        ("time", reference("moment")),
        ("hours", number("How many hours the row holds for, from its time on.", "integer", "null", minimum: 1)),
      ] + fields(of: .hour))
  }

  /// The fields of a kind of row.
  private static func fields(of kind: RowKinds) -> [(key: String, value: JsonValue)] {
    kind.fields.map { ($0.key, value(of: $0)) }
  }

  /// The values of a field, or null where it is unknown.
  private static func value(of field: Field) -> JsonValue {
    func numeric(minimum: Double? = nil, maximum: Double? = nil) -> JsonValue {
      number(field.help, "number", "null", minimum: minimum, maximum: maximum)
    }
    return switch field.kind {
    case .measured(.temperature): numeric()
    case .measured, .number: numeric(minimum: 0)
    case .share: numeric(minimum: 0, maximum: 100)
    case .bearing: numeric(minimum: 0, maximum: 360)
    case .direction: orNull(reference("direction"))
    case .words: described(field.help, "string", "null")
    case .time: orNull(reference("moment", field.help))
    }
  }

  private static var error: JsonValue {
    object(
      "Why there is no forecast.",
      [
        ("status", number("The exit status that this failure alone has (sysexits.h).", "integer", minimum: 1)),
        ("message", described("One full sentence.", "string")),
      ])
  }

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

// Building blocks of the schema.
extension ForecastSchema {
  /// An object, all of whose keys are required; a closed one has no others.
  static func object(_ description: String, _ keys: [(key: String, value: JsonValue)], isClosed: Bool = true)
    -> JsonValue
  {
    let closed: [(key: String, value: JsonValue)] = isClosed ? [("additionalProperties", .boolean(false))] : []
    return .object(
      [("description", .string(description)), ("type", .string("object"))] + closed
        + [("required", names(keys.map { $0.key })), ("properties", .object(keys))])
  }

  /// A list of what one schema describes.
  static func list(_ items: JsonValue) -> JsonValue { .object([("type", .string("array")), ("items", items)]) }

  /// A definition of the schema's own.
  static func reference(_ name: String, _ description: String? = nil) -> JsonValue {
    let description = description.map { [(key: "description", value: JsonValue.string($0))] } ?? []
    return .object(description + [("$ref", .string("#/$defs/\(name)"))])
  }

  /// What a schema describes, or null where it is unknown.
  static func orNull(_ schema: JsonValue) -> JsonValue { .object([("anyOf", .array([schema, type("null")]))]) }

  /// Anything of one of these types.
  static func type(_ names: String...) -> JsonValue { .object([typePair(names)]) }

  /// A value with what it means.
  static func described(_ description: String, _ types: String...) -> JsonValue {
    .object([("description", .string(description)), typePair(types)])
  }

  /// A number with its limits.
  static func number(_ description: String, _ types: String..., minimum: Double? = nil, maximum: Double? = nil)
    -> JsonValue
  {
    var pairs = [(key: "description", value: JsonValue.string(description)), typePair(types)]
    if let minimum { pairs.append(("minimum", .number(minimum))) }
    if let maximum { pairs.append(("maximum", .number(maximum))) }
    return .object(pairs)
  }

  /// A text of a form.
  static func pattern(_ description: String, _ pattern: String) -> JsonValue {
    .object([
      ("description", .string(description)), ("type", .string("string")), ("pattern", .string(pattern)),
    ])
  }

  /// The units of a quantity, or null.
  static func unit(_ quantity: Quantity) -> JsonValue {
    .object([("enum", .array(quantity.units.map { .string($0.rawValue) } + [.null]))])
  }

  /// A list of texts.
  static func names(_ names: [String]) -> JsonValue { .array(names.map { .string($0) }) }

  private static func typePair(_ names: [String]) -> (key: String, value: JsonValue) {
    ("type", names.count == 1 ? .string(names[0]) : Self.names(names))
  }
}
