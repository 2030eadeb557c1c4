import ArgumentParser

/// How what is kept and the site are weighed.
struct CacheOptions: ParsableArguments {
  /// `--max-age`.
  @Option(
    name: ProgramOption.maxAge.specification,
    help: ArgumentHelp("Show no kept answer that is older, such as 10m, unless the site fails.", valueName: "DURATION"))
  var maxAge: String?

  /// `--refresh`.
  @Flag(name: ProgramOption.refresh.specification, help: "Ask the site, whatever is kept.")
  var refresh = false

  /// `--offline`.
  @Flag(name: ProgramOption.offline.specification, help: "Show what is kept, and never ask the network.")
  var offline = false

  /// `--no-stale`.
  @Flag(
    name: ProgramOption.noStale.specification, help: "Where the site fails, fail too, and show no older answer.")
  var noStale = false
}
