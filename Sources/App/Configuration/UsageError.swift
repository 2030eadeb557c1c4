import Output
import Weather

/// What is wrong with the command line.
enum UsageError: Error, Equatable {
  /// An option that there is not; the subcommand it stands behind, and all options that there are, as `-p/--parser`.
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
  /// More than one kind of forecast.
  case contradictory([ForecastKind])
  /// Two options of which each makes the other pointless.
  case excluding(String, String)
  /// A value that is not one of those there are.
  case unknownName(UnknownName)
  /// A `--fields` that is no list of fields.
  case badFields(FieldListError)
  /// An item of `--units` that is no pair.
  case malformedUnit(String)
  /// A quantity that `--units` names twice.
  case repeatedQuantity(String)
  /// A parser that `-p` names twice.
  case repeatedParser(String)
  /// A `--base-url` that is no web address.
  case badBaseAddress(String)
  /// A `--base-url` where several parsers are named.
  case baseAddressOfSeveral
  /// A number of rows that is none.
  case badCount(String, option: String)
  /// A text that is no length of time.
  case badDuration(String, option: String)
  /// A template that the output form cannot use, and why, in a sentence.
  case badTemplate(TemplateError)
  /// No kind of forecast, here or in the configuration.
  case noForecast
  /// No parser, here or in the configuration.
  case noParser
  /// No area, here or in the configuration.
  case noArea
  /// `places` without a name, and no places in the configuration.
  case noPlace
  /// Nothing was typed, and there is no configuration that says what to do.
  case notStarted
  /// What the library for arguments found, in its words.
  case other(String)
}
