import ArgumentParser
import Basics
import Output
import Parsers
import Scraping
import Web

/// `weatherterm`: a forecast. The one declaration of its options: values, help, completions and the manual page are made
/// from it.
struct WeathertermCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "weatherterm", abstract: "Read a weather site and print its forecast.",
    usage: """
      weatherterm PLACE [options]
      weatherterm -p PARSER -a AREA (-td | -5d | -10d | -w | --hourly) [options]
      weatherterm parsers [NAME]
      weatherterm doctor [NAME ...]
      weatherterm repair NAME
      weatherterm places NAME
      weatherterm setup
      weatherterm config
      weatherterm schema [site|doctor]
      weatherterm cache [clear]
      """,
    discussion: """
      weatherterm oslo                      now, the next 24 hours and a week
      weatherterm new york -10d -o table    ten days as a table
      weatherterm 59.33,18.07 --hourly      hour by hour, at a point
      weatherterm -o speak oslo             sentences for a screen reader

      Whatever the configuration (~/.config/weatherterm/config.yaml) says may be left out here.

      \(lists)
      """,
    subcommands: [
      PlaceCommand.self, ParsersCommand.self, DoctorCommand.self, RepairCommand.self, PlacesCommand.self,
      SchemaCommand.self, CacheCommand.self, SetupCommand.self, ConfigCommand.self,
    ],
    defaultSubcommand: PlaceCommand.self)

  /// Stands in the help for the lists of parsers and output forms, which take the facts of all parsers to make.
  private static let lists = "{lists}"

  /// The help, or its form in JSON, with what the registries hold, so that a parser dropped in appears here too.
  static func completed(_ help: String) -> String {
    guard help.contains(lists) else { return help }
    let forms = allRenderers.map { "  \($0.name): \($0.summary)" }.joined(separator: "\n")
    let parsers = allParsers.map { "  \($0.name): \($0.facts.title), \($0.facts.coverage)" }.joined(separator: "\n")
    var text = "Parsers ('weatherterm parsers NAME' tells all about one):\n\(parsers)\n\nOutput forms:\n\(forms)"
    if help.hasPrefix("{") {
      text = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
    return help.replacing(lists, with: text)
  }

  @OptionGroup(title: "Required") var required: RequiredOptions
  @OptionGroup(title: "Forecast (one at a time)") var forecast: ForecastOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Kept answers") var cache: CacheOptions
  @OptionGroup(title: "Configuration and recordings") var session: SessionOptions
  @Flag(name: .shortAndLong, help: "Show the version.") var version = false

  @Flag(
    help: """
      Tell on standard error what is asked of whom and where each value was found; with --version: whose data is built in.
      """)
  var verbose = false

  @Flag(help: "Tell nothing on standard error but errors.") var quiet = false
}

/// What every forecast needs, from here or from the configuration.
struct RequiredOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: value(
      "NAME", "The parser, by its name; several, such as WeatherCom,OpenMeteo, are asked in turn until one answers."),
    completion: .list(ParserList.builtIn.names))
  var parser: String?

  // Unconditional, since an area may begin with a minus.
  @Option(
    name: [.customShort("a"), .customLong("areacode")], parsing: .unconditionalSingleValue,
    help: value(
      "AREA",
      "The area as the parser takes it, a place of the configuration, or a town by its name; may be given again."))
  var area: [String] = []

  @Option(help: value("FILE", "A file with an area on each line; - is standard input."), completion: .file())
  var areas: String?
}

/// Which forecast.
struct ForecastOptions: ParsableArguments { @Flag var kinds: [ForecastKind] = [] }

/// How the forecast is shown.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong, help: value("UNIT", "Celsius or Fahrenheit; as the site serves it if left out."),
    completion: .list(Choices.unitSystems.names))
  var unit: String?

  @Option(help: value("LIST", "Units of single quantities, such as speed=m/s,pressure=hPa.")) var units: String?

  @Option(
    name: .shortAndLong, help: value("NAME", "The output form; overview for a place alone, else classic."),
    completion: .list(Choices.outputs.names))
  var output: String?

  @Option(
    help: value("LIST", "Extra fields, of \(Choices.fields.names.joined(separator: ", ")); none; all."),
    completion: .list(Choices.fields.names + ["none", "all"]))
  var fields: String?

  @Option(help: value("N", "Show no more days than this of those asked for.")) var days: String?
  @Option(help: value("N", "Show no more hours than this of those there are.")) var hours: String?

  @Option(
    help: value("WHEN", "When to use colours: auto, always or never; auto is on a terminal that takes them."),
    completion: .list(Choices.colorModes.names))
  var color: String?

  @Option(
    help: value("SET", "The signs for the weather: \(Choices.iconSets.names.joined(separator: ", "))."),
    completion: .list(Choices.iconSets.names))
  var icons: String?

  @Option(
    help: value(
      "LANGUAGE",
      "The language of the forms for people, such as de; as LC_ALL, LC_MESSAGES or LANG say if left out."),
    completion: .list(Language.codes))
  var lang: String?

  private static let presets = standardRenderer(takingTemplates: true).templates

  // Unconditional, since a template may begin with a minus.
  @Option(
    parsing: .unconditional,
    help: value(
      "TEMPLATE", "The template of a line of your own, or a preset: \(presets.joined(separator: ", "))."),
    completion: .list(presets))
  var format: String?
}

/// When kept answers are shown, and when the site is asked.
struct CacheOptions: ParsableArguments {
  @Option(help: value("DURATION", "Show no kept answer that is older, such as 10m, unless the site fails."))
  var maxAge: String?

  @Flag(help: "Ask the site, whatever is kept.") var refresh = false
  @Flag(help: "Show what is kept, and never ask the network.") var offline = false
  @Flag(help: "Where the site fails, fail too, and show no older answer.") var noStale = false
}

/// Where settings and pages come from.
struct SessionOptions: ParsableArguments {
  @Option(
    help: value("FILE", "The configuration, in place of ~/.config/weatherterm/config.yaml."),
    completion: .file(extensions: ["yaml", "yml"]))
  var config: String?

  @Option(help: value("DURATION", "End the whole run within this time, such as 2s.")) var timeout: String?
  @Option(help: value("DIR", "Record what the site answers."), completion: .directory) var record: String?

  @Option(
    help: value("PATH", "Read a recording, or a page saved from a browser, in place of the site."),
    completion: .file())
  var replay: String?

  @Option(
    help: value("FILE", "Read a site file of your own; without -p its site is asked."),
    completion: .file(extensions: ["yaml"]))
  var parserFile: [String] = []

  @Option(name: .customLong("base-url"), help: value("URL", "Another address for the parser's site.")) var baseURL:
    String?
}

/// The help of an option with the name of its value.
private func value(_ name: String, _ text: String) -> ArgumentHelp { ArgumentHelp(text, valueName: name) }
