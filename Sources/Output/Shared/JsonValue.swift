/// A JSON value that keeps its keys in the order in which they are written.
enum JsonValue {
  /// `null`, which stands for what is unknown.
  case null
  /// A text.
  case string(String)
  /// A number; no number at all is written as `null`.
  case number(Double)
  /// `true` or `false`.
  case boolean(Bool)
  /// A list.
  case array([JsonValue])
  /// Pairs, in the order in which they are written.
  case object([(key: String, value: JsonValue)])

  /// A text, or null where it is unknown.
  static func text(_ text: String?) -> JsonValue { text.map { .string($0) } ?? .null }

  /// A number, or null where it is unknown.
  static func number(_ number: Double?) -> JsonValue { number.map { .number($0) } ?? .null }

  /// The value's text, indented by two blanks a level; `level` is that of the line that it begins on.
  func text(level: Int = 0) -> String {
    switch self {
    case .null: "null"
    case .string(let text): Self.quoted(text)
    case .number(let number): Self.decimal(number)
    case .boolean(let value): value ? "true" : "false"
    case .array(let values): Self.list(values.map { $0.text(level: level + 1) }, "[", "]", level)
    case .object(let pairs):
      Self.list(pairs.map { "\(Self.quoted($0.key)): \($0.value.text(level: level + 1))" }, "{", "}", level)
    }
  }

  /// The value's text on one line, a blank behind each comma and colon.
  var line: String {
    switch self {
    case .array(let values): "[" + values.map { $0.line }.joined(separator: ", ") + "]"
    case .object(let pairs):
      "{" + pairs.map { "\(Self.quoted($0.key)): \($0.value.line)" }.joined(separator: ", ") + "}"
    case .null, .string, .number, .boolean: text()
    }
  }

  /// Items on lines of their own, between brackets.
  private static func list(_ items: [String], _ opening: String, _ closing: String, _ level: Int) -> String {
    if items.isEmpty { return opening + closing }
    let indent = String(repeating: "  ", count: level)
    return "\(opening)\n\(indent)  " + items.joined(separator: ",\n\(indent)  ") + "\n\(indent)\(closing)"
  }

  /// A text in quotes; only what JSON forbids inside them is escaped (RFC 8259, section 7).
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// The shortest decimal text that reads back as the same number, never with an exponent; null for what is no number.
  static func decimal(_ number: Double) -> String {
    guard number.isFinite else { return "null" }
    if let whole = Int(exactly: number) { return String(whole) }
    // Swift's own text has the shortest digits, and an exponent from 2^53 up and 1e-4 down.
    let text = number.magnitude.description
    let parts = text.split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]) else { return (number < 0 ? "-" : "") + text }
    let digits = parts[0].filter { $0 != "." }
    // The point stands behind the first digit and moves by the exponent.
    let fraction = parts[0].contains(".") && !parts[0].hasSuffix(".0") ? digits : digits.prefix(1)[...].description
    let moved =
      exponent < 0
      ? "0." + String(repeating: "0", count: -exponent - 1) + fraction
      : fraction + String(repeating: "0", count: max(0, exponent + 1 - fraction.utf8.count))
    return (number < 0 ? "-" : "") + moved
  }
}
