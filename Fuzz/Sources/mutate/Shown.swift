import Foundation

/// A value that the json form shows.
struct Shown {
  /// What it belongs to: `place`, `current`, `days` or `hours`.
  let part: String
  /// The row's date or time; empty beside rows.
  let row: String
  /// Its key.
  let field: String
  /// The value.
  let value: Value

  enum Value: Equatable {
    case number(Double)
    case text(String)
  }

  /// Where it stands, to be compared with another run's.
  var path: String { "\(part).\(row).\(field)" }

  /// Every value of the report that is not null, less what the question and the clock give.
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
