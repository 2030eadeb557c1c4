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
