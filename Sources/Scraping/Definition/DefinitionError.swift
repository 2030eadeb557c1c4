/// One thing that is wrong with a definition, found when it is loaded.
public struct DefinitionError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Fault: Hashable, Sendable {
    /// The key is none of the format's; the nearest that is.
    case unknownKey(nearest: String?)
    /// The key must be there.
    case missingKey
    /// The key stands there twice.
    case repeatedKey
    /// The value is none that the key takes.
    case badValue(String, expected: String)
    /// The value is none of those known; the nearest that is.
    case unknownName(String, nearest: String?)
    case badXPath(String, reason: String)
    case badJSONPath(String, reason: String)
    case badPattern(String, reason: String)
    /// The example of an area form does not match its pattern.
    case exampleDoesNotMatch(String)
    /// An address is no address, or leads to a host that is not stated.
    case badAddress(String)
    /// Nothing gives the value of a placeholder in an address.
    case unknownPlaceholder(String, nearest: String?)
    /// The file is no YAML, too long, or not to be read.
    case unreadable(reason: String)
  }

  /// The definition's file, or its name.
  public var file: String
  /// Where in the file; nil for a literal.
  public var position: SourcePosition?
  /// The key, with those above it: `hours.temperature.match`.
  public var key: String
  /// What is wrong.
  public var fault: Fault

  /// A fault of a definition.
  public init(file: String, at position: SourcePosition? = nil, key: String, _ fault: Fault) {
    self.file = file
    self.position = position
    self.key = key
    self.fault = fault
  }
}

/// All that is wrong with a definition, in the order of the file.
public struct DefinitionErrors: Error, Hashable, Sendable {
  /// The faults, at least one.
  public var all: [DefinitionError]

  /// The faults of a definition.
  public init(_ all: [DefinitionError]) { self.all = all }
}

extension DefinitionError: CustomStringConvertible {
  /// One full sentence.
  public var description: String {
    let place = position.map { "\(file): line \($0.line), column \($0.column): " } ?? "\(file): "
    func meant(_ nearest: String?) -> String { nearest.map { "; did you mean \($0)?" } ?? "" }
    let text =
      switch fault {
      case .unknownKey(let nearest): "\(key) is not a key of the format" + meant(nearest)
      case .missingKey: "\(key) is missing"
      case .repeatedKey: "\(key) is given twice"
      case .badValue(let value, let expected): "\(key) is '\(value)'; expected \(expected)"
      case .unknownName(let name, let nearest): "\(key) names '\(name)', which does not exist" + meant(nearest)
      case .badXPath(let path, let reason): "\(key): '\(path)' is not an XPath (\(reason))"
      case .badJSONPath(let path, let reason): "\(key): '\(path)' is not a JSONPath (\(reason))"
      case .badPattern(let pattern, let reason):
        "\(key): '\(pattern)' is not a POSIX extended regular expression (\(reason))"
      case .exampleDoesNotMatch(let example): "\(key): the example '\(example)' does not match the pattern"
      case .badAddress(let address): "\(key): '\(address)' is not an address on one of the site's hosts"
      case .unknownPlaceholder(let name, let nearest):
        "\(key): {\(name)} is neither a part of the area nor taken from a page" + meant(nearest)
      case .unreadable(let reason): "the file cannot be read: \(reason)"
      }
    return place + text
  }
}
