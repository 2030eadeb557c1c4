/// A value shown in a report.
public enum ShownValue: Equatable, Sendable, CustomStringConvertible {
  /// A number in the oracle's unit for its quantity.
  case number(Double)
  /// Anything else.
  case text(String)

  /// The text for findings.
  public var description: String {
    switch self {
    case .number(let number): "\((number * 1000).rounded() / 1000)"
    case .text(let text): "“\(text)”"
    }
  }
}

/// The result of reading a body.
public enum Reading: Sendable {
  /// A report: its values other than null by path, such as `days.2026-02-09.high`.
  case shown([String: ShownValue])
  /// A refusal and its reason.
  case refused(String)
  /// The body leads to a page that was not recorded.
  case lost

  /// The values; nil if there is no report.
  public var values: [String: ShownValue]? {
    if case .shown(let values) = self { values } else { nil }
  }
}

/// The components of a path: `days`, `2026-02-09`, `high`.
struct ValuePath {
  let part: Substring
  let row: Substring
  let field: Substring

  init(_ path: String) {
    let first = path.firstIndex(of: ".") ?? path.endIndex
    let last = path.lastIndex(of: ".") ?? path.endIndex
    part = path[..<first]
    field = last < path.endIndex ? path[path.index(after: last)...] : path[...]
    row = first < last ? path[path.index(after: first)..<last] : ""
  }

  /// The field's quantity; nil for text, times and the place.
  var quantity: FieldQuantity? { part == "place" ? nil : FieldQuantity(field: field) }

  /// True if the value identifies its row.
  var isRowKey: Bool { part == "days" && field == "date" || part == "hours" && field == "time" }

  /// True for a row's start and length, which change with its neighbours.
  var describesRow: Bool { field == "from" || part == "hours" && field == "hours" }

  /// The part and row.
  var rowName: String { "\(part).\(row)" }
}
