import ArgumentParser

/// The short form, `weatherterm oslo`: the words that belong to no option are one place. Every forecast is parsed as this
/// command, because the main one would take the names of subcommands for places.
struct PlaceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "forecast-of", shouldDisplay: false)

  @ParentCommand var main: WeathertermCommand

  @Argument(help: .hidden) var words: [String] = []
}
