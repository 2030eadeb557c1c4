import Weather

/// The schema `weatherterm/forecast/1`: one document for one or more reports.
struct JsonRenderer: Renderer {
  static let summary = "one JSON document (\(JsonReport.schema)), for programs"
  static let showsFailures = true

  init(options: RenderingOptions) {}

  func render(_ report: Report, index: Int) -> String { text(of: [report]) }

  func text(of reports: [Report]) -> String {
    let items = reports.map { "\n    " + JsonValue.object(JsonReport.pairs($0)).text(level: 2) }
    return "{\n  \"schema\": \(JsonValue.quoted(JsonReport.schema)),\n  \"reports\": ["
      + items.joined(separator: ",") + "\n  ]\n}\n"
  }
}
