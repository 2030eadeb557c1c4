/// One error in a site definition, found when it is loaded.
public struct DefinitionError: Error, Hashable, Sendable {
  /// The kinds of error.
  public enum Fault: Error, Hashable, Sendable {
    /// A key that the format does not have, and the most similar one that it has.
    case unknownKey(nearest: String?)
    /// A required key is missing.
    case missingKey
    /// The key occurs twice.
    case repeatedKey
    /// A value that the key does not accept.
    case badValue(String, expected: String)
    /// A name that is not in the list of known names, and the most similar one that is.
    case unknownName(String, nearest: String?)
    case badXPath(String, reason: String)
    case badJSONPath(String, reason: String)
    case badPattern(String, reason: String)
    /// The example of an area form does not match its pattern.
    case exampleDoesNotMatch(String)
    /// Not a valid address, or one with invalid placeholders.
    case badAddress(String)
    /// The address's host is not among the site's hosts.
    case foreignHost(String)
    /// An address or host on this machine or its local network.
    case localAddress(String)
    /// A placeholder in a page's address can only be filled from that page itself, directly or through other pages.
    case pageLoop(placeholder: String)
    /// Answering the question would take more pages than allowed.
    case tooManyPages(Int, limit: Int)
    /// No page's `take`, area part or table provides this placeholder.
    case unknownPlaceholder(String, nearest: String?)
    /// Files extend each other in a cycle.
    case circularExtension(String)
    /// The extended file itself has errors.
    case brokenBase(String)
    /// The file is not YAML, is too long, or cannot be read.
    case unreadable(reason: String)
  }

  /// The definition's file, or its name if it is a literal.
  public var file: String
  /// Position in the file; nil for a literal.
  public var position: SourcePosition?
  /// The path of keys, such as `hours.temperature.match`.
  public var key: String
  /// What is wrong.
  public var fault: Fault

  /// Creates an error at a key of a definition.
  public init(file: String, at position: SourcePosition? = nil, key: String, _ fault: Fault) {
    self.file = file
    self.position = position
    self.key = key
    self.fault = fault
  }
}

/// All errors of a definition, in file order.
public struct DefinitionErrors: Error, Hashable, Sendable {
  /// The errors, at least one.
  public var all: [DefinitionError]

  /// Wraps the errors of a definition.
  public init(_ all: [DefinitionError]) { self.all = all }
}
