/// What is wrong with the configuration.
enum ConfigurationError: Error, Equatable {
  /// The file that `--config` names is not there, or cannot be read.
  case unreadable(file: String, reason: String)
  /// The configuration in its usual place is there and cannot be read.
  case closed(file: String, reason: String)
  /// The file is no YAML.
  case malformed(file: String, line: Int?, reason: String)
  /// A key that there is not; those that there are, at the same place.
  case unknownKey(file: String, line: Int, key: String, known: [String])
  /// A key that is there twice.
  case duplicate(file: String, line: Int, key: String)
  /// A value that the key cannot have.
  case wrongValue(file: String, line: Int, key: String, ValueFault)
  /// A parser's site asks for a contact, and none is configured.
  case wantsContact(file: String, parser: String, site: String)

  /// What is wrong with a value.
  enum ValueFault: Equatable {
    /// It is not a map, a list, a scalar, or (as a key) a word.
    case noMap, noList, noScalar, noWord
    /// It is blank.
    case blank
    /// It is not one of the names there are.
    case unknownName(UnknownName)
    /// It is no list of fields.
    case badFields(FieldListError)
    /// A list of parsers without one, or with one twice.
    case noParser, repeatedParser(String)
    /// A list of days without one, or with one twice.
    case noDay, repeatedDay(String)
    /// It is no length of time, or one of nothing.
    case badDuration(String), tooShort(String)
    /// It is no number of bytes.
    case badSize(String)
    /// It is no number of requests.
    case badCount
    /// It cannot stand in a header.
    case controlCharacter
    /// It is no web address.
    case badAddress
    /// It is no point on the Earth.
    case badCoordinates
    /// It is no time zone.
    case unknownTimeZone(String)
    /// A place without an area.
    case emptyPlace
  }
}
