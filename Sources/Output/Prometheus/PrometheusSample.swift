import Weather

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
