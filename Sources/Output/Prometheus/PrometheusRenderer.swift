import Weather

/// Prometheus' text exposition format (version 0.0.4), in its base units, for a node exporter's text file collector.
///
/// Each metric stands once with its samples of all places below it, as the format asks. What is unknown has no sample.
struct PrometheusRenderer: Renderer {
  /// What the form is for.
  static let summary = "metrics in Prometheus' text format"

  /// A place that failed is one whose `weather_up` is 0.
  static let showsFailures = true

  init(options: RenderingOptions) {}

  func render(_ report: Report, index: Int) -> String { text(of: [report]) }

  func text(of reports: [Report]) -> String {
    PrometheusMetric.all.map { metric in
      // The same place asked for twice is one series.
      var seen: Set<String> = []
      let samples = reports.flatMap { metric.samples($0) }.filter { seen.insert($0.labels).inserted }
      guard !samples.isEmpty else { return "" }
      let head = "# HELP \(metric.name) \(metric.help)\n# TYPE \(metric.name) gauge\n"
      return head + samples.map { "\(metric.name)\($0.labels) \(JsonValue.decimal($0.value))\n" }.joined()
    }.joined()
  }
}

/// One value with its labels.
struct PrometheusSample {
  /// The labels in their braces.
  let labels: String
  /// The value in the metric's base unit.
  let value: Double

  /// A value of a report; nil where it is unknown.
  init?(_ value: Double?, _ report: Report, _ more: [(name: String, value: String)] = []) {
    // Converted values carry the dust of their factors, which no instrument measures.
    guard let value, value.isFinite else { return nil }
    self.value = value.rounded(decimals: 6)
    let labels =
      [("place", report.place.name ?? report.query), ("area", report.query), ("source", report.source.parser)] + more
    self.labels = "{" + labels.map { "\($0.0)=\"\(Self.escaped($0.1))\"" }.joined(separator: ",") + "}"
  }

  /// The value of a label: backslash, quote and line feed are escaped.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\\\"
      case "\"": escaped += "\\\""
      case "\n": escaped += "\\n"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
