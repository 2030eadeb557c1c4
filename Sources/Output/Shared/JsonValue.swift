import Foundation

/// A JSON value that preserves the order of keys.
public enum JsonValue: Sendable {
  /// Ordered key-value pairs.
  public typealias Pairs = [(key: String, value: JsonValue)]

  case null
  case string(String)
  /// A number; NaN and infinity are written as `null`.
  case number(Double)
  case boolean(Bool)
  case array([JsonValue])
  case object(Pairs)

  /// A string, or null.
  public static func text(_ text: String?) -> JsonValue { text.map { .string($0) } ?? .null }

  /// A number, or null.
  public static func number(_ number: Double?) -> JsonValue { number.map { .number($0) } ?? .null }

  /// True for null.
  public var isNull: Bool { if case .null = self { true } else { false } }

  /// The value as JSON text, indented by two blanks per level from `level` on; with nil, on a single line with a blank
  /// after each comma and colon.
  public func text(level: Int? = 0) -> String {
    let inner = level.map { $0 + 1 }
    return switch self {
    case .null: "null"
    case .string(let text): Self.quoted(text)
    case .number(let number): Self.decimal(number)
    case .boolean(let value): value ? "true" : "false"
    case .array(let values): Self.list(values.map { $0.text(level: inner) }, "[", "]", level)
    case .object(let pairs):
      Self.list(pairs.map { "\(Self.quoted($0.key)): \($0.value.text(level: inner))" }, "{", "}", level)
    }
  }

  /// The value on a single line.
  public var line: String { text(level: nil) }

  /// Items in brackets, on separate lines if there is a level.
  private static func list(_ items: [String], _ opening: String, _ closing: String, _ level: Int?) -> String {
    guard let level, !items.isEmpty else { return opening + items.joined(separator: ", ") + closing }
    let indent = String(repeating: "  ", count: level)
    return "\(opening)\n\(indent)  " + items.joined(separator: ",\n\(indent)  ") + "\n\(indent)\(closing)"
  }

  /// A quoted string; only characters that JSON requires are escaped (RFC 8259, section 7).
  public static func quoted(_ text: String) -> String { "\"\(text.replacing(escapes))\"" }

  private static let escapes: [Unicode.Scalar: String] = {
    var escapes: [Unicode.Scalar: String] = ["\"": "\\\"", "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"]
    for code in UInt8(0)..<0x20 where escapes[Unicode.Scalar(code)] == nil {
      escapes[Unicode.Scalar(code)] = "\\u00\(code < 0x10 ? "0" : "")\(String(code, radix: 16))"
    }
    return escapes
  }()

  /// The shortest decimal text that reads back as the same number, without exponent; null for NaN and infinity.
  static func decimal(_ number: Double) -> String {
    guard number.isFinite else { return "null" }
    if let whole = Int(exactly: number) { return String(whole) }
    // Swift's description is the shortest, but uses exponents from 2^53 up and below 1e-4.
    let text = number.description
    return text.contains("e") ? Decimal(string: text)?.description ?? text : text
  }
}

extension JsonValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  /// A literal.
  public init(stringLiteral text: String) { self = .string(text) }
  /// A literal.
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
  /// A literal.
  public init(arrayLiteral values: JsonValue...) { self = .array(values) }
  /// A literal.
  public init(dictionaryLiteral pairs: (String, JsonValue)...) { self = .object(pairs.map { ($0, $1) }) }
}
