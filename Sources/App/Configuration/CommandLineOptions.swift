import Output
import Scraping
import Weather
import Web

/// The parsed command line; options not given are nil. ``Plan`` merges it with the configuration.
struct CommandLineOptions: Sendable {
  /// The built-in parsers and the user's site files.
  var known = ParserList.builtIn
  /// In the order in which they are tried.
  var parsers: [any ForecastParser] = []
  /// As typed.
  var places: [String] = []
  /// True if the place was typed by itself, without `-a`.
  var isShort = false
  /// A file with more places; `-` is standard input.
  var placeFile: String?
  var kind: ForecastKind?
  /// Units for all quantities; ``units`` has precedence.
  var unit: UnitSystem?
  var units = UnitSystem()
  var output: (any Renderer.Type)?
  var fields: [FieldGroup]?
  /// The code of the language of the forms for people.
  var language: String?
  /// Maximum number of rows.
  var days: Int?
  var hours: Int?
  var color = ColorMode.auto
  /// Nil to choose by the terminal.
  var icons: IconSet?
  /// A template for the output form, or the name of a preset.
  var template: String?
  var verbosity = Verbosity.notes
  /// Replaces the address of the only parser's site.
  var baseAddress: BaseAddress?
  /// Time limit for the whole run.
  var timeout: Duration?
  var maxAge: Duration?
  var refresh = false
  var offline = false
  var noStale = false
  /// The configuration file.
  var config: String?
  /// The folder to record into, and the recording to replay.
  var record: String?
  var replay: String?

  /// True if nothing was typed that says what to do, apart from how to show it.
  var isBare: Bool {
    parsers.isEmpty && places.isEmpty && placeFile == nil && kind == nil && config == nil && record == nil
      && replay == nil
  }
}
