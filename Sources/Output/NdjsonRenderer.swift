import Weather

/// The schema `weatherterm/forecast/1` as a stream: each line is one report, a JSON object with `schema` before its other
/// keys.
struct NdjsonRenderer: Renderer {
  static let summary = "one JSON object a line for each report, for streams"
  static let showsFailures = true

  /// Memory does not grow with the number of places.
  static let isStream = true

  init(options: RenderingOptions) {}

  func render(_ report: Report, index: Int) -> String {
    JsonValue.object([("schema", .string(JsonReport.schema))] + JsonReport.pairs(report)).line + "\n"
  }
}
