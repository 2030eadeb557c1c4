import ArgumentParser
import Output
import Weather

/// How it is shown.
struct OutputOptions: ParsableArguments {
  /// `-u`.
  @Option(
    name: ProgramOption.unit.specification,
    help: ArgumentHelp("Celsius or Fahrenheit; as the site serves it if left out.", valueName: "UNIT"),
    completion: .list(Choice.unitSystems.names))
  var unit: String?

  /// `--units`.
  @Option(
    name: ProgramOption.units.specification,
    help: ArgumentHelp("Units of single quantities, such as speed=m/s,pressure=hPa.", valueName: "LIST"))
  var units: String?

  /// `-o`.
  @Option(
    name: ProgramOption.output.specification,
    help: ArgumentHelp("The output form; classic if left out.", valueName: "NAME"),
    completion: .list(allRenderers.map { $0.name }))
  var output: String?

  /// `--fields`.
  @Option(
    name: ProgramOption.fields.specification,
    help: ArgumentHelp(
      "Extra fields, of \(Choice.fields.names.joined(separator: ", ")); none; all.", valueName: "LIST"),
    completion: .list(Choice.fields.names + ["none", "all"]))
  var fields: String?

  /// `--days`.
  @Option(
    name: ProgramOption.days.specification,
    help: ArgumentHelp("Show no more days than this of those asked for.", valueName: "N"))
  var days: String?

  /// `--hours`.
  @Option(
    name: ProgramOption.hours.specification,
    help: ArgumentHelp("Show no more hours than this of those there are.", valueName: "N"))
  var hours: String?

  /// `--color`.
  @Option(
    name: ProgramOption.color.specification,
    help: ArgumentHelp(
      "When to use colours: auto, always or never; auto is on a terminal that takes them.", valueName: "WHEN"),
    completion: .list(Choice.colorModes.names))
  var color: String?

  /// `--icons`.
  @Option(
    name: ProgramOption.icons.specification,
    help: ArgumentHelp(
      "The signs for the weather: \(Choice.iconSets.names.joined(separator: ", ")).", valueName: "SET"),
    completion: .list(Choice.iconSets.names))
  var icons: String?

  /// `--format`; a template may begin with a minus.
  @Option(
    name: ProgramOption.format.specification, parsing: .unconditional,
    help: ArgumentHelp(
      "The template of a line of your own, or a preset: \(LineRenderer.presets.joined(separator: ", ")).",
      valueName: "TEMPLATE"),
    completion: .list(LineRenderer.presets))
  var format: String?
}
