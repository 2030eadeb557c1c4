import ArgumentParser
import Rendering
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
}
