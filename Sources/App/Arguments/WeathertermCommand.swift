import ArgumentParser
import Output
import Parsers
import Scraping

/// The main command, as help, completions and the manual page show it; ``CommandLineCheck`` reads it.
struct WeathertermCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "weatherterm", abstract: "Read a weather site and print its forecast.",
      usage: """
        weatherterm -p PARSER -a AREA (-td | -5d | -10d | -w | --hourly) [options]
        weatherterm parsers [NAME]
        weatherterm places NAME
        weatherterm schema
        weatherterm cache [clear]
        """, discussion: discussion,
      subcommands: [ParsersCommand.self, PlacesCommand.self, SchemaCommand.self, CacheCommand.self])
  }

  /// The names that the registries hold, so that a parser dropped in appears here too.
  private static var discussion: String {
    let forms = allRenderers.map { "  \($0.name): \($0.summary)" }.joined(separator: "\n")
    let parsers = allParsers.map { "  \($0.name): \($0.facts.title), \($0.facts.coverage)" }.joined(separator: "\n")
    return """
      Whatever the configuration (~/.config/weatherterm/config.yaml) says may be left out here.

      Parsers ('weatherterm parsers NAME' tells all about one):
      \(parsers)

      Output forms:
      \(forms)
      """
  }

  /// What every forecast needs.
  @OptionGroup(title: "Required")
  var required: RequiredOptions

  /// Which forecast.
  @OptionGroup(title: "Forecast (exactly one)")
  var forecast: ForecastOptions

  /// How it is shown.
  @OptionGroup(title: "Output")
  var output: OutputOptions

  /// How what is kept and the site are weighed.
  @OptionGroup(title: "Kept answers")
  var cache: CacheOptions

  /// Where settings and pages come from.
  @OptionGroup(title: "Configuration and recordings")
  var session: SessionOptions

  /// `-v`.
  @Flag(name: ProgramOption.version.specification, help: "Show the version.")
  var version = false

  /// `--verbose`.
  @Flag(
    name: ProgramOption.verbose.specification,
    help:
      "Tell on standard error what is asked of whom and where each value was found; with --version: whose data is built in."
  )
  var verbose = false

  /// `--quiet`.
  @Flag(name: ProgramOption.quiet.specification, help: "Tell nothing on standard error but errors.")
  var quiet = false
}
