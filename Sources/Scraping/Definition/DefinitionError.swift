/// One thing that is wrong with a definition, found when it is loaded.
public struct DefinitionError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Fault: Error, Hashable, Sendable {
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
    /// An address is none, or its placeholders are not.
    case badAddress(String)
    /// An address leads to a host that is not stated.
    case foreignHost(String)
    /// An address or a host is of this machine or of its own network.
    case localAddress(String)
    /// Nothing but the page itself, in the end, gives the value of a placeholder in its address.
    case pageLoop(placeholder: String)
    /// A question needs more pages than it may.
    case tooManyPages(Int, limit: Int)
    /// Nothing gives the value of a placeholder in an address.
    case unknownPlaceholder(String, nearest: String?)
    /// Files extend each other in a circle.
    case circularExtension(String)
    /// The file that is extended is wrong itself.
    case brokenBase(String)
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
