import Weather

/// What a schema is put together from.
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

  /// A number in the unit of its quantity, or null where it is unknown.
  static func value(_ description: String, minimum: Double? = nil) -> JsonValue {
    number(description, "number", "null", minimum: minimum)
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
