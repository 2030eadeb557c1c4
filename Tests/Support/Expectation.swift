import Foundation

/// Compares a JSON value with an expected part of it.
public enum Expectation {
  /// The differences with their paths; keys that are not expected are ignored, lists are compared in order.
  ///
  /// - Parameter tolerance: the allowed difference between numbers.
  public static func differences(_ expected: Any?, _ actual: Any?, tolerance: Double, path: String = "") -> [String] {
    switch expected {
    case let expected as [String: Any]:
      guard let actual = actual as? [String: Any] else { return ["\(path): expected an object, got \(shown(actual))"] }
      return expected.sorted { $0.key < $1.key }.flatMap { key, value in
        actual[key] == nil
          ? ["\(path).\(key): the key is missing"]
          : differences(value, actual[key], tolerance: tolerance, path: "\(path).\(key)")
      }
    case let expected as [Any]:
      guard let actual = actual as? [Any] else { return ["\(path): expected a list, got \(shown(actual))"] }
      let count = actual.count < expected.count ? ["\(path): expected \(expected.count) rows, got \(actual.count)"] : []
      return count
        + zip(expected, actual).enumerated().flatMap {
          differences($1.0, $1.1, tolerance: tolerance, path: "\(path)[\($0)]")
        }
    case let expected as NSNumber:
      guard let actual = actual as? NSNumber, abs(actual.doubleValue - expected.doubleValue) <= tolerance + 1e-9 else {
        return ["\(path): expected \(expected), got \(shown(actual))"]
      }
      return []
    case let expected as String:
      return actual as? String == expected ? [] : ["\(path): expected \"\(expected)\", got \(shown(actual))"]
    default:
      return actual == nil || actual is NSNull ? [] : ["\(path): expected null, got \(shown(actual))"]
    }
  }

  private static func shown(_ value: Any?) -> String {
    switch value {
    case nil: "nothing"
    case let text as String: "\"\(text)\""
    case .some(let value): "\(value)"
    }
  }
}
