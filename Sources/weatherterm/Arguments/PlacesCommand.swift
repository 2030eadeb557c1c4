import ArgumentParser

/// `weatherterm places NAME`, as help and completions show it; ``PlacesRequest`` reads it.
struct PlacesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "places", abstract: "Look a place up by its name, or the town nearest to coordinates.",
    discussion: """
      weatherterm places stockholm
      weatherterm places "Springfield, IL"
      weatherterm places 59.33,18.07

      Names are found in any language, with a region or a country behind them
      where wanted. The configuration's places come first; the towns are those of
      15,000 people or more.
      """)

  @Argument(help: ArgumentHelp("A name, or latitude,longitude.", valueName: "NAME"))
  var words: [String] = []
}
