import ArgumentParser

/// `weatherterm places NAME`, as help and completions show it; ``PlacesRequest`` reads it.
struct PlacesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "places", abstract: "Look a place up by its name, or the town nearest to coordinates.",
    discussion: """
      weatherterm places stockholm
      weatherterm places "Springfield, IL"
      weatherterm places 59.33,18.07

      All towns of a name are listed, with what to type for each; a region or a
      country may stand behind the name. The configuration's places come first,
      and are all that is listed without a name. The towns are those of 500 people
      or more.
      """)

  @Argument(help: ArgumentHelp("A name, or latitude,longitude.", valueName: "NAME"))
  var words: [String] = []
}
