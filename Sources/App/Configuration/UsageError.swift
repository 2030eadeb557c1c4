import Output
import Weather

/// What is wrong with the command line.
enum UsageError: Error, Equatable {
  /// An option that does not exist; the subcommand it stands behind, and all options that there are, as `-p/--parser`.
  case unknownOption(String, behind: String? = nil, known: [String])
  /// A word that belongs to no option; the subcommand it stands behind.
  case unexpectedArgument(String, behind: String? = nil)
  /// An option without its value, as `-p <NAME>`.
  case missingValue(String)
  /// A value for an option that takes none.
  case valueOfFlag(String, value: String)
  /// `-a` without an area behind it.
  case needsArea
  /// An option whose file or folder has an empty name.
  case emptyFileName(String)
  case contradictory([ForecastKind])
  /// Two options of which each makes the other pointless.
  case excluding(String, String)
  case unknownName(UnknownName)
  case badFields(FieldListError)
  /// An item of `--units` that is no pair.
  case malformedUnit(String)
  case repeatedQuantity(String)
  case repeatedParser(String)
  case badBaseAddress(String)
  /// A parser that is all Swift; the parsers that have site files.
  case noSiteFile(String, others: [String])
  /// A command about one parser, without its name.
  case needsName(command: String)
  /// A site file whose name says no parser.
  case badParserFile(String)
  /// A `--base-url` where several parsers are named.
  case baseAddressOfSeveral
  /// A text that is no number of rows.
  case badCount(String, option: String)
  case badDuration(String, option: String)
  case badTemplate(TemplateError)
  /// Neither typed nor configured.
  case noForecast, noParser, noArea
  /// `places` without a name, and no places in the configuration.
  case noPlace
  /// Nothing was typed, and there is no configuration that says what to do.
  case notStarted
  /// What the library for arguments found, in its words.
  case other(String)
}
