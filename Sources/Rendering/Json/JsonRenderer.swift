public import Weather

/// The schema `weatherterm/forecast/1`, for programs: one document, whether it holds one report or many.
public struct JsonRenderer: Renderer {
  /// What the form is for.
  public static let summary = "one JSON document (\(JsonReport.schema)), for programs"

  /// A place that failed stands in its report's `error`.
  public static let showsFailures = true

  public init(options: RenderingOptions) {}

  public func opening() -> String { "{\n  \"schema\": \(JsonValue.quoted(JsonReport.schema)),\n  \"reports\": [" }

  public func render(_ report: Report, index: Int) -> String {
    (index == 0 ? "\n    " : ",\n    ") + JsonReport.value(report).text(level: 2)
  }

  public func closing() -> String { "\n  ]\n}\n" }
}
