import ArgumentParser

/// Where the program's settings and the site's pages come from.
struct SessionOptions: ParsableArguments {
  /// `--config`.
  @Option(
    name: ProgramOption.config.specification,
    help: ArgumentHelp("The configuration, in place of ~/.config/weatherterm/config.yaml.", valueName: "FILE"),
    completion: .file(extensions: ["yaml", "yml"]))
  var config: String?

  /// `--timeout`.
  @Option(
    name: ProgramOption.timeout.specification,
    help: ArgumentHelp("End the whole run within this time, such as 2s.", valueName: "DURATION"))
  var timeout: String?

  /// `--record`.
  @Option(
    name: ProgramOption.record.specification,
    help: ArgumentHelp("Record what the site answers.", valueName: "DIR"), completion: .directory)
  var record: String?

  /// `--replay`.
  @Option(
    name: ProgramOption.replay.specification,
    help: ArgumentHelp("Read a recording, or a page saved from a browser, in place of the site.", valueName: "PATH"),
    completion: .file())
  var replay: String?

  /// `--base-url`.
  @Option(
    name: ProgramOption.baseURL.specification,
    help: ArgumentHelp("Another address for the parser's site.", valueName: "URL"))
  var baseURL: String?
}
