/// A kind of value: how it is read, and its JSON Schema.
struct SiteFileKind<Value>: Sendable {
  /// Evaluated only for `weatherterm schema site`.
  let schema: @Sendable () -> JSONSchema
  /// Reads a value; returns nil if it recorded an error.
  let read: @Sendable (SiteFile) -> (YAMLNode) -> Value?

  init(
    _ schema: @escaping @Sendable @autoclosure () -> JSONSchema,
    _ read: @escaping @Sendable (SiteFile) -> (YAMLNode) -> Value?
  ) {
    self.schema = schema
    self.read = read
  }
}

/// The kinds of values in site files.
enum Kinds {
  static let text = SiteFileKind(.scalar, SiteFile.text)
  static let texts = SiteFileKind(.list(of: .scalar), SiteFile.texts)
  static let textMap = SiteFileKind(.map(of: .scalar), SiteFile.textMap)
  static let tables = SiteFileKind(.map(of: .map(of: .scalar)), SiteFile.tables)
  static let number = SiteFileKind(["type": ["number", "string"]], SiteFile.number)
  static let count = SiteFileKind(
    ["type": ["integer", "string"], "minimum": 0, "pattern": "^[0-9]+$"], SiteFile.count)
  static let duration = SiteFileKind(
    ["type": ["string", "number"], "pattern": "^[0-9.]+ *(ms|s|m|h)?$"], SiteFile.duration)
  static let day = SiteFileKind(
    ["type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"], SiteFile.day)
  static let days = SiteFileKind(
    ["type": ["integer", "string"], "minimum": 1, "maximum": 60, "pattern": "^[0-9]+$"], SiteFile.days)
  static let tries = SiteFileKind(
    ["type": ["integer", "string"], "minimum": 1, "maximum": 8, "pattern": "^[1-8]$"], SiteFile.tries)
  static let countries = SiteFileKind(
    .list(of: .words(CountryCodes.all.sorted())), SiteFile.countries)
  static let flag = SiteFileKind(["enum": [true, false, "true", "false"]], SiteFile.flag)
  static let ladder = SiteFileKind(.named("ladder"), SiteFile.ladder)
  static let ladders = SiteFileKind(.map(of: .named("ladder")), SiteFile.ladders)
  static let units = SiteFileKind(.named("units"), SiteFile.units)
  static let areas = SiteFileKind(.list(of: .named("area")), SiteFile.areas)
  static let territory = SiteFileKind(.any(of: box, .array(of: box)), SiteFile.territory)
  static let refusals = SiteFileKind(.list(of: .named("refusal")), SiteFile.refusals)
  static let ahead = SiteFileKind(.map(of: .named("ahead")), SiteFile.ahead)
  static let tests = SiteFileKind(.list(of: .named("test")), SiteFile.tests)
  static let expectation = SiteFileKind(.anything, SiteFile.expectation)

  /// One of the cases of an enum.
  static func choice<Value>(_ type: Value.Type) -> SiteFileKind<Value>
  where Value: RawRepresentable & CaseIterable & Sendable, Value.RawValue == String {
    SiteFileKind(.words(type.allCases.map { $0.rawValue }), SiteFile.choice)
  }

  /// South, north, west and east.
  private static let box: JSONSchema = [
    "type": "array", "items": ["type": ["number", "string"]], "minItems": 4, "maxItems": 4,
  ]
}
