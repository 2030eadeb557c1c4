internal import Foundation

/// A piece of a JSON Schema (draft 2020-12).
indirect enum JSONSchema: Sendable, Encodable {
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([JSONSchema])
  case map([String: JSONSchema])

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .number(let number): try container.encode(number)
    case .flag(let flag): try container.encode(flag)
    case .list(let items): try container.encode(items)
    case .map(let members): try container.encode(members)
    }
  }

  /// The schema as JSON, its keys in alphabetical order.
  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  /// The same schema with a description.
  func described(_ help: String) -> JSONSchema {
    guard case .map(var members) = self else { return self }
    members["description"] = .text(help)
    return .map(members)
  }

  // MARK: - Kinds of values

  /// A scalar, which an editor may read as a number or a boolean.
  static let scalar: JSONSchema = ["type": ["string", "number", "boolean"]]
  static let anything: JSONSchema = [:]

  static func words(_ words: [String]) -> JSONSchema { ["enum": .list(words.map { .text($0) })] }

  /// A reference to a named definition.
  static func named(_ name: String) -> JSONSchema { ["$ref": .text("#/$defs/\(name)")] }

  static func any(of kinds: JSONSchema...) -> JSONSchema { ["anyOf": .list(kinds)] }

  static func array(of item: JSONSchema) -> JSONSchema { ["type": "array", "items": item] }

  /// A single item, or a list of items.
  static func list(of item: JSONSchema) -> JSONSchema { .any(of: item, .array(of: item)) }

  /// A map with arbitrary keys.
  static func map(of value: JSONSchema) -> JSONSchema { ["type": "object", "additionalProperties": value] }

  /// A map with exactly the keys of a table.
  static func object<Root>(_ keys: SiteFile.Keys<Root>, required: [String] = []) -> JSONSchema {
    [
      "type": "object", "additionalProperties": false, "required": .list(required.map { .text($0) }),
      "properties": .map(keys.mapValues { $0.schema().described($0.help) }),
    ]
  }
}

extension JSONSchema: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(stringLiteral text: String) { self = .text(text) }
  init(integerLiteral number: Int) { self = .number(number) }
  init(booleanLiteral flag: Bool) { self = .flag(flag) }
  init(arrayLiteral items: JSONSchema...) { self = .list(items) }
  init(dictionaryLiteral members: (String, JSONSchema)...) {
    self = .map(Dictionary(members) { first, _ in first })
  }
}
