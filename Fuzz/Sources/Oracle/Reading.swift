/// A value that a report shows.
public enum ShownValue: Equatable, Sendable, CustomStringConvertible {
  /// A number, in the oracle's own unit of its quantity.
  case number(Double)
  /// Anything else.
  case text(String)

  /// As findings show it.
  public var description: String {
    switch self {
    case .number(let number): "\((number * 1000).rounded() / 1000)"
    case .text(let text): "“\(text)”"
    }
  }
}

/// What came of reading a body.
public enum Reading: Sendable {
  /// A report: its values that are not null by their paths, `days.2026-02-09.high`.
  case shown([String: ShownValue])
  /// It was refused, and why.
  case refused(String)
  /// It leads to what is not there.
  case lost

  /// The values; nil where there is no report.
  public var values: [String: ShownValue]? {
    if case .shown(let values) = self { values } else { nil }
  }
}

/// A path's parts: `days`, `2026-02-09`, `high`.
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

  /// The quantity of the field; nil for words, times and the place.
  var quantity: FieldQuantity? { part == "place" ? nil : FieldQuantity(field: field) }

  /// Whether the value names its row.
  var isRowKey: Bool { part == "days" && field == "date" || part == "hours" && field == "time" }

  /// Whether it says what a row is of, as when it begins and how many hours it holds: that changes with its neighbours.
  var describesRow: Bool { field == "from" || part == "hours" && field == "hours" }

  /// The row with its part.
  var rowName: String { "\(part).\(row)" }
}
