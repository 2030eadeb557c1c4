import Weather

/// The schema `weatherterm/forecast/1` as a stream: one JSON object per line and report, with `schema` as its first
/// key.
struct NdjsonRenderer: Renderer {
  static let summary = "one JSON object a line for each report, for streams"
  static let showsFailures = true

  /// Memory use does not grow with the number of places.
  static let isStream = true

  init(options: RenderingOptions) {}

  func render(_ report: Report, index: Int) -> String {
    JsonValue.object([("schema", .string(JsonReport.schema))] + JsonReport.pairs(report)).line + "\n"
  }
}
