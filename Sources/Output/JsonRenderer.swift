import Weather

/// The schema `weatherterm/forecast/1`, for programs: one document, whether it holds one report or many.
struct JsonRenderer: Renderer {
  /// What the form is for.
  static let summary = "one JSON document (\(JsonReport.schema)), for programs"

  /// A place that failed stands in its report's `error`.
  static let showsFailures = true

  init(options: RenderingOptions) {}

  func opening() -> String { "{\n  \"schema\": \(JsonValue.quoted(JsonReport.schema)),\n  \"reports\": [" }

  func render(_ report: Report, index: Int) -> String {
    (index == 0 ? "\n    " : ",\n    ") + JsonReport.value(report).text(level: 2)
  }

  func closing() -> String { "\n  ]\n}\n" }
}
