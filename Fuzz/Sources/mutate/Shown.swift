import Foundation

/// A value in the JSON output.
struct Shown {
  /// `place`, `current`, `days` or `hours`.
  let part: String
  /// The row's date or time; empty if it is not in a row.
  let row: String
  /// Its key.
  let field: String
  /// The value.
  let value: Value

  enum Value: Equatable {
    case number(Double)
    case text(String)
  }

  /// A path for comparing runs.
  var path: String { "\(part).\(row).\(field)" }

  /// All values of a report other than null, except those from the query and the clock.
  static func values(of json: [String: Any]) -> [Shown] {
    var values: [Shown] = []
    func add(_ part: String, _ row: String, _ object: [String: Any]) {
      for (field, value) in object.sorted(by: { $0.key < $1.key }) {
        if let number = value as? NSNumber {
          values.append(Shown(part: part, row: row, field: field, value: .number(number.doubleValue)))
        } else if let text = value as? String {
          values.append(Shown(part: part, row: row, field: field, value: .text(text)))
        }
      }
    }
    var place = json["place"] as? [String: Any] ?? [:]
    place["query"] = nil
    add("place", "", place)
    add("current", "", json["current"] as? [String: Any] ?? [:])
    for (part, key) in [("days", "date"), ("hours", "time")] {
      for row in json[part] as? [[String: Any]] ?? [] { add(part, row[key] as? String ?? "", row) }
    }
    return values
  }
}
