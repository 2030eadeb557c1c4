import Output
import Scraping
import Weather
import Web

/// What the command line asks for, read; what it leaves open is nil. ``Plan`` lays it over the configuration.
struct CommandLineOptions: Sendable {
  /// The built-in parsers and the user's site files.
  var known = ParserList.builtIn
  /// In the order in which they are asked.
  var parsers: [any ForecastParser] = []
  /// As typed.
  var places: [String] = []
  /// A file with more places; `-` is standard input.
  var placeFile: String?
  var kind: ForecastKind?
  /// The units of all quantities; those of single quantities count before it.
  var unit: UnitSystem?
  var units = UnitSystem()
  var output: (any Renderer.Type)?
  var fields: [FieldGroup]?
  /// How many rows are shown at most.
  var days: Int?
  var hours: Int?
  var color = ColorMode.auto
  /// Nil leaves them to the terminal.
  var icons: IconSet?
  /// A template of an output form, or a preset's name.
  var template: String?
  var verbosity = Verbosity.notes
  /// The address that stands in for the only parser's site.
  var baseAddress: BaseAddress?
  /// How long the whole run may take.
  var timeout: Duration?
  var maxAge: Duration?
  var refresh = false
  var offline = false
  var noStale = false
  /// The configuration's file.
  var config: String?
  /// The folder of a recording that is made, and the recording that is replayed.
  var record: String?
  var replay: String?

  /// Whether nothing is typed that says what to do: how something is shown does not.
  var isBare: Bool {
    parsers.isEmpty && places.isEmpty && placeFile == nil && kind == nil && config == nil && record == nil
      && replay == nil
  }
}
