import Output
import Scraping
import Weather
import Web

/// What the command line asks for; what it leaves open is nil.
struct CommandLineOptions: Sendable {
  /// The parsers, the first to be asked before the others; empty where none is named.
  var parsers: [any ForecastParser] = []
  /// The places, as typed.
  var places: [String] = []
  /// A file with more places; `-` is standard input.
  var placeFile: String?
  /// Which forecast.
  var kind: ForecastKind?
  /// The units of all quantities.
  var unit: UnitSystem?
  /// The units of single quantities.
  var units = UnitSystem()
  /// The output form.
  var output: (any Renderer.Type)?
  /// The extra fields.
  var fields: [FieldGroup]?
  /// How many days are shown at most.
  var days: Int?
  /// How many hours are shown at most.
  var hours: Int?
  /// When colours are used.
  var color: ColorMode?
  /// The signs for conditions.
  var icons: IconSet?
  /// The template, or a preset's name.
  var template: String?
  /// How much is told on standard error.
  var verbosity = Verbosity.notes
  /// The address that stands in for the site's.
  var baseAddress: BaseAddress?
  /// How long the whole run may take.
  var timeout: Duration?
  /// How old an answer may be that is kept.
  var maxAge: Duration?
  /// Whether the site is to be asked whatever is kept.
  var refresh = false
  /// Whether the network is not to be asked.
  var offline = false
  /// Whether a failure is to be told even where an older answer is kept.
  var noStale = false
  /// The configuration's file.
  var config: String?
  /// The folder for a recording.
  var record: String?
  /// The recording to be replayed.
  var replay: String?

  /// Whether nothing is typed that says what to do: how something is shown does not.
  var isBare: Bool {
    parsers.isEmpty && places.isEmpty && placeFile == nil && kind == nil && config == nil && record == nil
      && replay == nil
  }
}
