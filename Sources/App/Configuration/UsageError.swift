import Output
import Weather

/// An error on the command line.
enum UsageError: Error, Equatable {
  /// An unknown option; with its subcommand and all valid options, as `-p/--parser`.
  case unknownOption(String, behind: String? = nil, known: [String])
  /// An argument that belongs to no option; with its subcommand.
  case unexpectedArgument(String, behind: String? = nil)
  /// An option without its value, as `-p <NAME>`.
  case missingValue(String)
  /// A value for an option that takes none.
  case valueOfFlag(String, value: String)
  /// `-a` without an area.
  case needsArea
  /// An option with an empty file or folder name.
  case emptyFileName(String)
  case contradictory([ForecastKind])
  /// Two options that exclude each other.
  case excluding(String, String)
  case unknownName(UnknownName)
  case badFields(FieldListError)
  /// An item of `--units` that is not a pair.
  case malformedUnit(String)
  case repeatedQuantity(String)
  case repeatedParser(String)
  case badBaseAddress(String)
  /// A parser written in Swift only; with the parsers that have site files.
  case noSiteFile(String, others: [String])
  /// A command that requires a parser name, without one.
  case needsName(command: String)
  /// A site file whose name is not a valid parser name.
  case badParserFile(String)
  /// `--base-url` with several parsers.
  case baseAddressOfSeveral
  /// Not a number of rows.
  case badCount(String, option: String)
  case badDuration(String, option: String)
  case badTemplate(TemplateError)
  /// Neither given nor configured.
  case noForecast, noParser, noArea
  /// `places` without a name, and no places in the configuration.
  case noPlace
  /// A usual slip, with the command that was meant.
  case slip(String, command: String)
  /// No arguments, and no configuration that says what to do.
  case notStarted
  /// A message from swift-argument-parser.
  case other(String)
}
