import Weather

/// The JSON Schema (draft 2020-12) of `json` and `ndjson` output, printed by `weatherterm schema`.
///
/// `json` documents match the schema itself; lines of `ndjson` match its `$defs/line`.
public enum ForecastSchema {
  /// The schema as text.
  public static var text: String { document.text() + "\n" }

  private static var document: JsonValue {
    [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": .string(JsonReport.schema),
      "description": "What 'weatherterm -o json' prints. Every key is always there; null is unknown.",
      "type": "object",
      "required": ["schema", "reports"],
      "additionalProperties": false,
      "properties": ["schema": version, "reports": .list(.object(closedReport))],
      "$defs": [
        "report": report,
        "line": .object(
          [
            ("description", "A line of 'weatherterm -o ndjson'."), ("required", ["schema"]),
            ("properties", ["schema": version]),
          ] + closedReport),
        "current": .object("The weather now.", JsonReport.current),
        "day": .object("A calendar day at the place.", JsonReport.day),
        "hour": .object("An hour, by its beginning.", JsonReport.hour),
        "moment": .moment,
        "direction": [
          "description": "The point of the compass that the wind blows from.",
          "enum": .names(CompassPoint.allCases.map { $0.rawValue }),
        ],
      ],
    ]
  }

  private static var version: JsonValue { ["const": .string(JsonReport.schema)] }

  /// A report without additional keys.
  private static var closedReport: JsonValue.Pairs {
    [("$ref", "#/$defs/report"), ("unevaluatedProperties", false)]
  }

  /// A report; a failed one has only its error.
  private static var report: JsonValue {
    let empty: JsonValue = ["maxItems": .number(0)]
    return .object(
      JsonValue.pairs("One place's forecast.", JsonReport.keys) + [
        ("if", ["properties": ["error": .value(nil, "object")], "required": ["error"]]),
        ("then", ["properties": ["current": .value(nil, "null"), "days": empty, "hours": empty]]),
      ])
  }
}

// Building blocks of the schema.
extension JsonValue {
  /// An object schema whose keys are all required.
  static func pairs<Subject>(_ description: String, _ keys: [JsonKey<Subject>], closed: Pairs = []) -> Pairs {
    [("description", .string(description)), ("type", "object")] + closed
      + [("required", names(keys.map { $0.key })), ("properties", .object(keys.map { ($0.key, $0.schema()) }))]
  }

  /// An object schema without additional keys.
  public static func object<Subject>(_ description: String, _ keys: [JsonKey<Subject>]) -> JsonValue {
    .object(pairs(description, keys, closed: [("additionalProperties", false)]))
  }

  /// A time with its offset.
  public static var moment: JsonValue {
    .value(
      "A moment with the place's offset from UTC.", "string",
      pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[+-][0-9]{2}:[0-9]{2}$")
  }

  /// A value of one of several types, with limits.
  public static func value(
    _ description: String?, _ types: String..., minimum: Double? = nil, maximum: Double? = nil, pattern: String? = nil
  ) -> JsonValue {
    let pairs: [(key: String, value: JsonValue?)] = [
      ("description", description.map { .string($0) }), ("type", types.count == 1 ? .string(types[0]) : names(types)),
      ("minimum", minimum.map { .number($0) }), ("maximum", maximum.map { .number($0) }),
      ("pattern", pattern.map { .string($0) }),
    ]
    return .object(pairs.compactMap { pair in pair.value.map { (pair.key, $0) } })
  }

  /// A field's values, or null.
  static func values(of field: Field) -> JsonValue {
    switch field.kind {
    case .measured(.temperature): value(field.help, "number", "null")
    case .measured, .number: value(field.help, "number", "null", minimum: 0)
    case .share: value(field.help, "number", "null", minimum: 0, maximum: 100)
    case .bearing: value(field.help, "number", "null", minimum: 0, maximum: 360)
    case .direction: orNull(reference("direction"))
    case .words: value(field.help, "string", "null")
    case .time: orNull(reference("moment", field.help))
    }
  }

  /// An array whose items match a schema.
  public static func list(_ items: JsonValue) -> JsonValue { ["type": "array", "items": items] }

  /// A schema's values, or null.
  public static func orNull(_ schema: JsonValue) -> JsonValue { ["anyOf": [schema, value(nil, "null")]] }

  /// A reference to a named definition.
  public static func reference(_ name: String, _ description: String? = nil) -> JsonValue {
    .object((description.map { [("description", .string($0))] } ?? []) + [("$ref", .string("#/$defs/\(name)"))])
  }

  /// A list of strings.
  public static func names(_ names: [String]) -> JsonValue { .array(names.map { .string($0) }) }
}
