import Output
import Scraping

/// What a test of a site file expects of a report.
typealias TestExpectation = SiteDefinition.Test.Expectation

/// A value that is not what a test expects.
struct TestDifference: Equatable, CustomStringConvertible {
  /// Where it stands in the report: `days.2026-02-07.high`.
  let path: String
  let expected: String
  /// Nil where the report has no such row or key.
  let found: String?

  var description: String { "\(path): expected \(expected), " + (found.map { "found \($0)" } ?? "there is none") }
}

extension TestExpectation {
  /// What is different in a report, or in a part of one; nil is a row or a key that is not there.
  func differences(in actual: JsonValue?, tolerance: Double, at path: String = "") -> [TestDifference] {
    guard let actual else { return [TestDifference(path: path, expected: summary, found: nil)] }
    switch self {
    case .table(let table) where actual.isContainer:
      return actual.order(of: table).flatMap { key, value in
        value.differences(
          in: actual.member(key), tolerance: tolerance, at: path.isEmpty ? key : "\(path).\(key)")
      }
    case .null where actual.isNull: return []
    case .text(let text):
      if case .number(let number) = actual {
        if let wanted = Double(text), abs(wanted - number) <= tolerance + 1e-9 { return [] }
      } else if !actual.isNull, !actual.isContainer, actual.plainText == text {
        return []
      }
    default: break
    }
    return [TestDifference(path: path, expected: summary, found: actual.isContainer ? "values" : actual.plainText)]
  }

  /// The same rows and keys with what was found; values that are as expected stay as they are written, and what is not
  /// there is left out.
  func updated(to actual: JsonValue, tolerance: Double) -> TestExpectation {
    if case .table(let table) = self, actual.isContainer {
      return .table(
        table.reduce(into: [:]) { found, entry in
          if let value = actual.member(entry.key) {
            found[entry.key] = entry.value.updated(to: value, tolerance: tolerance)
          }
        })
    }
    return differences(in: actual, tolerance: tolerance).isEmpty ? self : TestExpectation(actual)
  }

  /// All that is known in a part of a report.
  init(_ found: JsonValue) {
    switch found {
    case .null: self = .null
    case .object(let pairs):
      self = .table(
        pairs.reduce(into: [:]) { table, pair in if !pair.value.isNull { table[pair.key] = TestExpectation(pair.value) }
        })
    case .array(let rows):
      self = .table(
        rows.reduce(into: [:]) { table, row in
          guard case .table(var values) = TestExpectation(row), let key = row.rowKey else { return }
          // The hour that repeats when clocks are set back is known by its offset.
          let isKnown = table[String(key.prefix(16))] != nil
          values["date"] = nil
          values["time"] = nil
          table[isKnown ? key : String(key.prefix(16))] = .table(values)
        })
    default: self = .text(found.plainText)
    }
  }

  /// What a new test expects of a report: the place's name, the units, the weather now, all days and the first hours.
  init(whole report: JsonValue.Pairs) {
    self = .table([:])
    var table: [String: TestExpectation] = [:]
    for (key, value) in report {
      switch (key, value) {
      case ("place", _):
        if let name = value.member("name"), !name.isNull { table[key] = .table(["name": TestExpectation(name)]) }
      case ("hours", .array(let rows)) where !rows.isEmpty: table[key] = TestExpectation(.array(Array(rows.prefix(6))))
      case ("days", .array(let rows)) where !rows.isEmpty: table[key] = TestExpectation(value)
      case ("units", _), ("current", .object): table[key] = TestExpectation(value)
      default: break
      }
    }
    self = .table(table)
  }

  private var summary: String {
    switch self {
    case .null: "null"
    case .text(let text): text
    case .table: "values"
    }
  }
}

extension JsonValue {
  /// The value of a key; of rows the one of a day, or of a time that begins so.
  func member(_ key: String) -> JsonValue? {
    switch self {
    case .object(let pairs): pairs.first { $0.key == key }?.value
    case .array(let rows): rows.first { $0.rowKey?.hasPrefix(key) ?? false }
    default: nil
    }
  }

  /// What a row is known by: its date or its time.
  fileprivate var rowKey: String? { (member("date") ?? member("time"))?.plainText }

  fileprivate var isContainer: Bool {
    switch self {
    case .object, .array: true
    default: false
    }
  }

  /// The value as a site file writes it.
  fileprivate var plainText: String { if case .string(let text) = self { text } else { line } }

  /// What is expected of this part of a report, in the report's order; what it does not have comes last.
  func order(of table: [String: TestExpectation]) -> [(key: String, value: TestExpectation)] {
    let own: [String] = if case .object(let pairs) = self { pairs.map(\.key) } else { [] }
    let known = Set(own)
    let keys = own + table.keys.filter { !known.contains($0) }.sorted()
    return keys.compactMap { key in table[key].map { (key, $0) } }
  }
}
