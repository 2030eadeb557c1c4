/// What is wrong with the configuration.
enum ConfigurationError: Error, Equatable {
  /// The file that `--config` names does not exist, or cannot be read.
  case unreadable(file: String, reason: String)
  /// The configuration in its usual place exists and cannot be read.
  case closed(file: String, reason: String)
  /// The file is no YAML.
  case malformed(file: String, line: Int?, reason: String)
  /// A key that does not exist; those that do, at the same place.
  case unknownKey(file: String, line: Int, key: String, known: [String])
  case duplicate(file: String, line: Int, key: String)
  case wrongValue(file: String, line: Int, key: String, ValueFault)
  /// A parser's site asks for a contact, and none is configured.
  case wantsContact(file: String, parser: String, site: String)

  /// What is wrong with a value.
  enum ValueFault: Equatable {
    /// It is not a map, a list, a scalar, or (as a key) a word.
    case noMap, noList, noScalar, noWord
    case blank
    case unknownName(UnknownName)
    case badFields(FieldListError)
    /// A list of parsers or days without one, or with one twice.
    case noParser, repeatedParser(String), noDay, repeatedDay(String)
    case badDuration(String), tooShort(String)
    /// It is no number of bytes.
    case badSize(String)
    /// It is no number of requests.
    case badCount
    /// It cannot stand in a header.
    case controlCharacter
    case badAddress
    case badCoordinates
    case unknownTimeZone(String)
    /// A place without an area.
    case emptyPlace
  }
}
