import Output
import Scraping

/// Writes what a test expects as YAML, in the order of the report.
struct ExpectationWriter {
  let report: JsonValue
  let lineEnd: String

  /// A map in brackets; a long one has each of its rows on a line of its own.
  func flow(_ value: TestExpectation, indent: Int) -> String {
    let line = flow(value, report, indent: nil)
    return line.count <= 80 ? line : flow(value, report, indent: indent)
  }

  /// Lines below a key; rows, and maps of values, in brackets.
  func block(_ value: TestExpectation, indent: Int) -> String { block(value, report, indent: indent) }

  private func flow(_ value: TestExpectation, _ part: JsonValue?, indent: Int?) -> String {
    switch value {
    case .null: return "null"
    case .text(let text): return Self.scalar(text)
    case .table(let table):
      let isBroken = indent != nil && value.hasTables && (table.count > 1 || !value.isNested)
      let start = isBroken ? lineEnd + String(repeating: " ", count: indent ?? 0) : ""
      let inner = indent.map { isBroken ? $0 + 2 : $0 }
      let items = order(table, part).map { key, value in
        "\(start)\(Self.scalar(key)): \(flow(value, part?.member(key), indent: inner))"
      }
      return "{" + items.joined(separator: isBroken ? "," : ", ") + "}"
    }
  }

  private func block(_ value: TestExpectation, _ part: JsonValue?, indent: Int) -> String {
    guard case .table(let table) = value, value.hasTables else { return " " + flow(value, part, indent: nil) }
    let start = lineEnd + String(repeating: " ", count: indent)
    return order(table, part).map { key, value in
      "\(start)\(Self.scalar(key)):\(block(value, part?.member(key), indent: indent + 2))"
    }
    .joined()
  }

  private func order(_ table: [String: TestExpectation], _ part: JsonValue?) -> [(key: String, value: TestExpectation)]
  {
    (part ?? .null).order(of: table)
  }

  /// A text as it stands in brackets, too: in quotes where YAML would take it for something else.
  static func scalar(_ text: String) -> String {
    let signs: Set<Unicode.Scalar> = [" ", "-", "_", ".", "/", "+", "%", "°", "(", ")", "'", ":"]
    let scalars = text.unicodeScalars
    let isPlain =
      (scalars.first.map { $0.properties.isAlphabetic || ("0"..."9").contains($0) || ["-", "+", "."].contains($0) }
        ?? false)
      && scalars.allSatisfy { signs.contains($0) || $0.properties.isAlphabetic || ("0"..."9").contains($0) }
      && !text.contains(": ") && !text.hasSuffix(":") && !text.hasSuffix(" ") && !text.hasPrefix("- ")
      && !["null", "-", "---", "..."].contains(text)
    return isPlain ? text : JsonValue.quoted(text)
  }
}

extension TestExpectation {
  /// Whether it holds maps in a map.
  fileprivate var hasTables: Bool {
    guard case .table(let table) = self else { return false }
    return table.values.contains { if case .table = $0 { true } else { false } }
  }

  /// Whether it holds maps in maps in a map: the report, not its rows.
  fileprivate var isNested: Bool {
    guard case .table(let table) = self else { return false }
    return table.values.contains { $0.hasTables }
  }
}
