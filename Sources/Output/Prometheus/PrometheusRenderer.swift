import Weather

/// Prometheus' text exposition format (version 0.0.4) in its base units, for a node exporter's textfile collector.
///
/// Each metric is listed once with the samples of all places, as the format requires. Unknown values have no sample.
struct PrometheusRenderer: Renderer {
  static let summary = "metrics in Prometheus' text format"
  static let showsFailures = true

  init(options: RenderingOptions) {}

  func render(_ report: Report, index: Int) -> String { text(of: [report]) }

  func text(of reports: [Report]) -> String {
    PrometheusMetric.all.map { metric in
      // A place requested twice is a single series.
      var seen: Set<String> = []
      let samples = reports.flatMap { metric.samples($0) }.filter { seen.insert($0.labels).inserted }
      guard !samples.isEmpty else { return "" }
      let head = "# HELP \(metric.name) \(metric.help)\n# TYPE \(metric.name) gauge\n"
      return head + samples.map { "\(metric.name)\($0.labels) \(JsonValue.decimal($0.value))\n" }.joined()
    }.joined()
  }
}

/// A value with its labels.
struct PrometheusSample {
  let labels: String
  let value: Double

  init?(_ value: Double?, _ report: Report, _ more: [(name: String, value: Int)] = []) {
    // Removes rounding errors of unit conversion.
    guard let value, value.isFinite else { return nil }
    self.value = value.rounded(decimals: 6)
    let labels =
      [("place", report.place.name ?? report.query), ("area", report.query), ("source", report.source.parser)]
      + more.map { ($0.name, String($0.value)) }
    self.labels = "{" + labels.map { "\($0)=\"\($1.replacing(Self.escapes))\"" }.joined(separator: ",") + "}"
  }

  private static let escapes: [Unicode.Scalar: String] = ["\\": "\\\\", "\"": "\\\"", "\n": "\\n"]
}
