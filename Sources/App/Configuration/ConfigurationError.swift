/// An error in the configuration.
enum ConfigurationError: Error, Equatable {
  /// The file named by `--config` does not exist or cannot be read.
  case unreadable(file: String, reason: String)
  /// The file at the default location exists but cannot be read.
  case closed(file: String, reason: String)
  /// The file is not YAML.
  case malformed(file: String, line: Int?, reason: String)
  /// An unknown key; with the valid keys in its place.
  case unknownKey(file: String, line: Int, key: String, known: [String])
  case duplicate(file: String, line: Int, key: String)
  case wrongValue(file: String, line: Int, key: String, ValueFault)
  /// A parser's site requires a contact address, and none is configured.
  case wantsContact(file: String, parser: String, site: String)

  /// An error in a value.
  enum ValueFault: Equatable {
    /// Not a map, list or scalar, or a key that is not a word.
    case noMap, noList, noScalar, noWord
    case blank
    case unknownName(UnknownName)
    case badFields(FieldListError)
    /// A list of parsers or days that is empty, or has one twice.
    case noParser, repeatedParser(String), noDay, repeatedDay(String)
    case badDuration(String), tooShort(String)
    /// Not a size in bytes.
    case badSize(String)
    /// Not a number of requests.
    case badCount
    /// Contains a control character, which a header field must not.
    case controlCharacter
    case badAddress
    case badCoordinates
    case unknownTimeZone(String)
    /// A place without an area.
    case emptyPlace
  }
}
